"""Random fact sheets, random parses of a changed article, and the hands of a random person who edits YAML."""

from __future__ import annotations

import hashlib
import json
from random import Random

from briefwright.model.factsheet import (
    Actor,
    ArticleInfo,
    Event,
    Evidence,
    FactSheet,
    Generated,
    Item,
    OpenQuestion,
    Part,
    Position,
)
from briefwright.model.text import slug

SENTENCES = (
    "The ferry from Ostby to Quill will stop in June.",
    '"We are not: ready", said Mara Denholm.',
    "It is not clear who pays # and when.",
    "The council at Quill denied it.",
    "no",
    "Owners want 1e3 crowns, {{ not }} less - now.",
    "{Braces} and [brackets], it's said; 'so'.",
    "Émile Öster 😀 warned the port.",
    "| a | b | <script>x</script>",
    "The port asked for time.",
    "The port asked for time.",
    "Line one of it\nand line two of it.",
)
NAMES = ("Mara Denholm", "Quill council", "port of Ostby", "Émile Öster", "No", "lead")


def article(random: Random) -> str:
    """An article of some of the sentences, some of them twice."""
    return " ".join(random.choices(SENTENCES, k=random.randint(2, 9))) + "\n"


def changed(text: str, random: Random) -> str:
    """The article with sentences put in, left out or moved; sometimes the same."""
    if random.random() < 0.3:
        return text
    pieces = [s for s in SENTENCES if s in text and random.random() < 0.8] + random.choices(SENTENCES, k=2)
    random.shuffle(pieces)
    return " ".join(pieces) + "\n"


def parsed(text: str, random: Random) -> FactSheet:
    """What a parser that is sometimes better and sometimes worse makes of the article."""
    found = [s for s in dict.fromkeys(SENTENCES) if s in text and random.random() < 0.85]
    actors = [
        Actor(id=slug(n), name=n, kind=random.choice(("person", "group"))) for n in NAMES if random.random() < 0.7
    ]
    ids = [a.id for a in actors]
    positions, questions, events = [], [], []
    for sentence in found:
        evidence = tuple(quotes(sentence, text, random))
        about = tuple(random.sample(ids, k=min(len(ids), random.randint(0, 2))))
        kind = SENTENCES.index(sentence) % 3
        name = slug(sentence, 4) + random.choice(("", "", "-now"))
        if kind == 0:
            actor = random.choice([*ids, None])
            statement = random.choice((sentence, f"Says: {sentence}"))
            item = Position(
                id=f"p-{name}",
                actor=actor,
                act="assert",
                statement=statement,
                about=about,
                score=0.5,
                evidence=evidence,
            )
            positions.append(item)
        elif kind == 1:
            questions.append(
                OpenQuestion(id=f"q-{name}", question=sentence, kind="asked", about=about, evidence=evidence)
            )
        else:
            events.append(Event(id=f"e-{name}", event=sentence, date=random.choice(("2023", None)), evidence=evidence))
    info = ArticleInfo(
        id="ferry",
        title=random.choice(SENTENCES),
        outlet=random.choice((None, "The Quill")),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )
    return FactSheet(
        schema=1,
        article=info,
        lead=tuple(quotes(found[0], text, random)) if found else (),
        actors=tuple(actors),
        positions=tuple(positions),
        open_questions=tuple(questions),
        events=tuple(events),
        generated=Generated(parser="briefwright 0.1.0"),
    )


def quotes(sentence: str, text: str, random: Random) -> list[Evidence]:
    """One or two pieces of a sentence that stands in the text, as evidence."""
    start = text.index(sentence)
    middle = len(sentence) // 2
    cuts = [(0, middle), (middle, len(sentence))] if middle > 3 and random.random() < 0.3 else [(0, len(sentence))]
    return [Evidence(quote=sentence[a:b], start=start + a, end=start + b) for a, b in cuts]


class Hand:
    """A person: edits a sheet's data and writes it down in a style of their own, with comments."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.comments: list[str] = []
        self.edited: set[str] = set()
        self.deleted: dict[str, tuple[str, list[str]]] = {}
        """By id: the section and the quotations of what was deleted."""
        self.edits_lead = random.random() < 0.3

    def edits(self, sheet: FactSheet) -> FactSheet:
        """The sheet with items changed, deleted, added and reordered."""
        update: dict[str, object] = {}
        for section in ("actors", "positions", "open_questions", "events"):
            items = [new for item in getattr(sheet, section) if (new := self._edit(section, item, sheet))]
            if self.random.random() < 0.3:
                self.random.shuffle(items)
            update[section] = tuple(items)
        added = Event(id="mine", event=self.random.choice(SENTENCES))
        if self.random.random() < 0.5:
            self.edited.add("mine")
            events = list(update["events"])  # type: ignore[call-overload] # a tuple of events
            events.insert(self.random.randint(0, len(events)), added)
            update["events"] = tuple(events)
        if self.edits_lead:
            update["lead"] = tuple(reversed(sheet.lead[:-1]))
        if self.random.random() < 0.4:
            update["bottom_line"] = self.random.choice(SENTENCES)
            update["notes"] = "# not a comment\n- but notes: yes\n"
        return sheet.model_copy(update=update)

    def _edit(self, section: str, item: Item, sheet: FactSheet) -> Item | None:
        chance = self.random.random()
        if chance < 0.15 and section != "actors":
            self.deleted[item.id] = section, [e.quote for e in getattr(item, "evidence", ())]
            return None
        if chance < 0.4:
            self.edited.add(item.id)
            field = {"actors": "name", "positions": "statement", "open_questions": "question", "events": "event"}[
                section
            ]
            return item.model_copy(update={field: f"{self.random.choice(SENTENCES)} (by hand)"})
        return item

    def writes(self, sheet: FactSheet) -> bytes:
        """The sheet as YAML in some style."""
        lines = [*self.comment(0), *self._block(sheet, 0)]
        newline = self.random.choice(("\n", "\n", "\r\n"))
        end = self.random.choice(("", newline, newline * 2))
        mark = b"\xef\xbb\xbf" if self.random.random() < 0.2 else b""
        return mark + (newline.join(line for text in lines for line in text.split("\n")) + end).encode()

    def comment(self, indent: int, chance: float = 0.1) -> list[str]:
        """Sometimes a line of comment, sometimes a blank line."""
        if self.random.random() < chance:
            self.comments.append(f'# note {len(self.comments)}: it\'s mine - "really" {{[')
            return [" " * indent + self.comments[-1]]
        return [""] if self.random.random() < 0.05 else []

    def _block(self, part: Part | dict[str, str], indent: int) -> list[str]:
        pairs = (
            [
                (field.alias or name, getattr(part, name))
                for name, field in type(part).model_fields.items()
                if getattr(part, name) != field.default or self.random.random() < 0.5
            ]
            if isinstance(part, Part)
            else list(part.items())
        )
        if isinstance(part, Item) and self.random.random() < 0.3:
            self.random.shuffle(pairs)
        lines: list[str] = []
        for key, value in pairs:
            lines += self.comment(indent) if lines else []
            lines += self._pair(key, value, indent)
        return lines

    def _pair(self, key: str, value: object, indent: int) -> list[str]:
        head = " " * indent + key + ":"
        if isinstance(value, Part | dict) and value and (isinstance(value, Generated) or self.random.random() < 0.8):
            return [head, *self._block(value, indent + 2)]
        if isinstance(value, tuple) and value and self.random.random() < 0.8:
            dash = indent + self.random.choice((0, 2))
            gap = [""] if self.random.random() < 0.2 else []
            lines = [head]
            for i, entry in enumerate(value):
                lines += (gap if i else []) + self.comment(dash) + self._entry(entry, dash)
            return lines
        tail = self.comment(1, 0.05)
        return [f"{head} {self._inline(value, indent)}" + (tail[0] if tail and tail[0] else "")]

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
            inner = [f"{key}: {self._inline(v, indent)}" for key, v in pairs]
            return "{" + self._commas(inner, indent) + "}"
        if isinstance(value, tuple | list):
            return "[" + self._commas([self._inline(v, indent) for v in value], indent) + "]"
        if isinstance(value, str) and value.isprintable() and self.random.random() < 0.5:
            return "'" + value.replace("'", "''") + "'"
        return (
            json.dumps(value, ensure_ascii=self.random.random() < 0.2)
            if not _astral(value)
            else json.dumps(value, ensure_ascii=False)
        )

    def _commas(self, inner: list[str], indent: int) -> str:
        if len(inner) > 1 and self.random.random() < 0.2:
            comment = self.comment(1, 0.3)
            return (", " if not comment or not comment[0] else "," + comment[0] + "\n" + " " * (indent + 4)).join(
                [inner[0], ", ".join(inner[1:])]
            )
        return ", ".join(inner)


def _astral(value: object) -> bool:
    """JSON escapes these as two halves, which YAML does not know."""
    return isinstance(value, str) and any(ord(c) > 0xFFFF for c in value)
