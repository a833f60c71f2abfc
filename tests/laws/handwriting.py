"""Data in, YAML out as people might write it: block or flow, either list style, any quotes, comments, blank lines."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random

from briefwright.model.factsheet import FactSheet, Generated, Item, Part


class Handwriting:
    """A person's way to write a sheet down; `note` gives a new comment."""

    def __init__(self, random: Random, note: Callable[[], str]) -> None:
        self.random, self.note = random, note

    def writes(self, sheet: FactSheet) -> str:
        """The whole sheet."""
        return "\n".join([*self._comment(0), *self._block(sheet, 0)]) + "\n"

    def _comment(self, indent: int, chance: float = 0.1) -> list[str]:
        """Sometimes a line of comment, sometimes a blank line."""
        if self.random.random() < chance:
            return [" " * indent + self.note()]
        return [""] if self.random.random() < 0.05 else []

    def _block(self, part: Part | dict[str, str], indent: int) -> list[str]:
        pairs = list(part.items()) if isinstance(part, dict) else self._shown(part)
        if isinstance(part, Item) and self.random.random() < 0.3:
            self.random.shuffle(pairs)
        lines: list[str] = []
        for key, value in pairs:
            lines += self._comment(indent) if lines else []
            lines += self._pair(key, value, indent)
        return lines

    def _shown(self, part: Part) -> list[tuple[str, object]]:
        """All fields that are not at their default, and some of those that are."""
        fields = type(part).model_fields.items()
        values = [(field.alias or name, getattr(part, name), field.default) for name, field in fields]
        return [(key, value) for key, value, default in values if value != default or self.random.random() < 0.5]

    def _pair(self, key: str, value: object, indent: int) -> list[str]:
        head = " " * indent + key + ":"
        if isinstance(value, Part | dict) and value and (isinstance(value, Generated) or self.random.random() < 0.8):
            return [head, *self._block(value, indent + 2)]
        if isinstance(value, tuple) and value and self.random.random() < 0.8:
            dash = indent + self.random.choice((0, 2))
            gap = [""] if self.random.random() < 0.2 else []
            lines = [head]
            for i, entry in enumerate(value):
                lines += (gap if i else []) + self._comment(dash) + self._entry(entry, dash)
            return lines
        beside = self._comment(1, 0.05)
        return [f"{head} {self._inline(value, indent)}" + (beside[0] if beside and beside[0] else "")]

    def _entry(self, value: object, dash: int) -> list[str]:
        if isinstance(value, Part) and self.random.random() < 0.8:
            first, *rest = self._block(value, dash + 2)
            return [" " * dash + "- " + first.lstrip(" "), *rest]
        return [" " * dash + "- " + self._inline(value, dash)]

    def _inline(self, value: object, indent: int) -> str:
        if isinstance(value, Part | dict):
            pairs = (
                value.model_dump(by_alias=True, exclude_defaults=True).items()
                if isinstance(value, Part)
                else value.items()
            )
            return "{" + self._commas([f"{key}: {self._inline(v, indent)}" for key, v in pairs], indent) + "}"
        if isinstance(value, tuple | list):
            return "[" + self._commas([self._inline(v, indent) for v in value], indent) + "]"
        if isinstance(value, str) and value.isprintable() and self.random.random() < 0.5:
            return "'" + value.replace("'", "''") + "'"
        astral = isinstance(value, str) and any(ord(c) > 0xFFFF for c in value)  # JSON's escapes are not YAML's
        return json.dumps(value, ensure_ascii=not astral and self.random.random() < 0.2)

    def _commas(self, inner: list[str], indent: int) -> str:
        if len(inner) > 1 and self.random.random() < 0.2:
            comment = self._comment(1, 0.3)
            gap = "," + comment[0] + "\n" + " " * (indent + 4) if comment and comment[0] else ", "
            return gap.join([inner[0], ", ".join(inner[1:])])
        return ", ".join(inner)
