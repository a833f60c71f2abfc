"""A sheet and new names of actors in, the sheet whose items refer to actors by these names out."""

from __future__ import annotations

from collections.abc import Mapping

from briefwright.model.factsheet import FactSheet, Item
from briefwright.sheets.fingerprint import SECTIONS, items_of


def with_references(sheet: FactSheet, names: Mapping[str, str | None]) -> FactSheet:
    """The sheet with its references to actors renamed; those that are named None are dropped."""

    def renamed(item: Item) -> Item:
        update: dict[str, object] = {
            key: names.get(i, i) for key in ("actor", "via", "affiliation") if (i := getattr(item, key, None))
        }
        if about := getattr(item, "about", ()):
            update["about"] = tuple(dict.fromkeys(to for i in about if (to := names.get(i, i))))
        return item.model_copy(update=update) if update else item

    return sheet.model_copy(update={name: tuple(map(renamed, items_of(sheet, name))) for name in SECTIONS})
