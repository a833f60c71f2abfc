"""Items in, fingerprints out: how the parser recognises what it wrote, what a person changed and what a person deleted.

A fingerprint is ``<content>.<evidence>``, 8 hex digits each. The content is the item as a model without its ids and
without what is at its default, so neither the YAML's style nor a field that a later version adds makes an item look
edited. The evidence is the section and the quotations (of an actor, its name), by which a finding is known again when
it comes back under another id.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import TypeVar

from briefwright.model.factsheet import Actor, Evidence, FactSheet, Item, Part, Position

AnyItem = TypeVar("AnyItem", bound=Item)
SECTIONS = ("actors", "positions", "open_questions", "events")
ARTICLE_FIELDS = ("title", "outlet", "author", "url", "published", "language", "file", "origin", "story")
LEAD = "article.lead"
"""Key of the lead as a whole; like the keys of the article's fields it has a dot, which no id has."""


def items_of(sheet: FactSheet, section: str) -> tuple[Item, ...]:
    """The items of one of the four `SECTIONS`."""
    items: tuple[Item, ...] = getattr(sheet, section)
    return items


def all_items(sheet: FactSheet) -> Iterator[tuple[str, Item]]:
    """Every item with the name of its section, in the sheet's order."""
    return ((section, item) for section in SECTIONS for item in items_of(sheet, section))


def fingerprint(section: str, item: Item) -> str:
    """An item's fingerprint, as `generated.items` holds it."""
    return f"{content_print(item)}.{evidence_print(section, item)}"


def content_print(item: Part) -> str:
    """The first half of an item's fingerprint, and all of a register entry's."""
    return _digest(item.model_dump(mode="json", exclude_defaults=True, exclude={"id", "formerly"}))


def evidence_print(section: str, item: Item) -> str:
    """The second half; the same for two findings that rest on the same words. Empty where there are none."""
    return words_print(section, [item.name] if isinstance(item, Actor) else [e.quote for e in evidence_of(item)])


def words_print(section: str, words: Sequence[str]) -> str:
    """What `evidence_print` gives for an item of the section that rests on these words."""
    return _digest([section, *words]) if words else ""


def evidence_of(item: Item) -> tuple[Evidence, ...]:
    """The evidence that an item carries; actors carry none."""
    return getattr(item, "evidence", ())


def article_prints(sheet: FactSheet) -> dict[str, str]:
    """The fingerprints of the lead and of the article's fields that have a value; without one they have no print."""
    values = {f"article.{name}": getattr(sheet.article, name) for name in ARTICLE_FIELDS}
    values[LEAD] = [e.model_dump() for e in sheet.lead] or None
    return {key: _digest(value) for key, value in values.items() if value is not None}


def written_items(sheet: FactSheet) -> dict[str, str]:
    """The fingerprints of what the parser wrote last time; empty for a sheet that it never wrote."""
    return dict(sheet.generated.items) if sheet.generated else {}


def read_words(sheet: FactSheet) -> dict[str, frozenset[str]]:
    """By id, the second halves of fingerprints of the words from which the parser read an item, there or deleted."""
    read = {key: frozenset({print_.partition(".")[2]}) for key, print_ in written_items(sheet).items()}
    for key, evidence in sheet.generated.new_words.items() if sheet.generated else ():
        quotes = [e.quote for e in evidence]
        read[key] = read.get(key, frozenset()) | {words_print(section, quotes) for section in SECTIONS}
    return {key: words - {""} for key, words in read.items()}


def is_edited(item: Item, written: dict[str, str]) -> bool:
    """Whether a person changed or added the item."""
    return written.get(item.id, "").partition(".")[0] != content_print(item)


def unreviewed(item: AnyItem) -> AnyItem:
    """The item without a person's word on it: that it is right, and what it contradicts."""
    remarks = {"reviewed": False} | ({"disputes": (), "not_disputed_by": ()} if isinstance(item, Position) else {})
    return item.model_copy(update=remarks) if any(getattr(item, key) for key in remarks) else item


def edited_keys(sheet: FactSheet) -> frozenset[str]:
    """Ids of the items that a person changed or added, and ``article.title`` and the like for changed fields.

    One that a person only marked as reviewed, or as contradicted, still says what the parser read, and is none of them.
    """
    written, prints = written_items(sheet), article_prints(sheet)
    items = {item.id for _, item in all_items(sheet) if is_edited(unreviewed(item), written)}
    keys = {key for key in (*prints, *written) if "." in key and written.get(key) != prints.get(key)}
    return frozenset(items | (keys if written else set()))


def confirmed_items(sheet: FactSheet) -> frozenset[str]:
    """Ids of the items that a person stands for: those changed, added or marked as reviewed."""
    written = written_items(sheet)
    return frozenset(item.id for _, item in all_items(sheet) if is_edited(item, written))


def _digest(value: object) -> str:
    digits = hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()
    return digits.lstrip("0123456789")[:8]  # begins with a letter, lest YAML read 12345e67 as a number
