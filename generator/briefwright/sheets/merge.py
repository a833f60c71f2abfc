"""The sheet on disk, as a person left it, and the sheet that the parser made anew in; out the sheet that should stand.

Pure. The parser's last output is the base of a three-way merge, kept as a fingerprint for each item in
`generated.items`: what still has its fingerprint is the parser's and is refreshed; what has another content, or a
comment, is a person's and stays; a fingerprint without an item is a deletion and stays one. Nothing is ever reordered.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from briefwright.model.factsheet import Anchored, ArticleInfo, Evidence, FactSheet, Generated, Item
from briefwright.model.text import around_difference, free_id
from briefwright.sheets.fingerprint import (
    ARTICLE_FIELDS,
    LEAD,
    SECTIONS,
    all_items,
    article_prints,
    evidence_of,
    evidence_print,
    fingerprint,
    is_edited,
    items_of,
    read_words,
    unreviewed,
    words_print,
    written_items,
)
from briefwright.sheets.identity import known_as
from briefwright.sheets.references import with_references
from briefwright.sheets.relocate import Relocate, relocate

AnyItem = TypeVar("AnyItem", bound=Item)
_TOLD = 90
"""Characters of a quotation that a conflict shows at most."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A person's item whose words are not in the new text; `key` is its id, or `LEAD`."""

    key: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The sheet that should stand, what a person has to decide, and how many items were treated how."""

    sheet: FactSheet
    conflicts: tuple[Conflict, ...] = ()
    added: int = 0
    refreshed: int = 0
    removed: int = 0
    kept: int = 0
    """Items that a person changed, added or commented, or that stay for an anchor or an item that refers to them."""


def new_sheet(sheet: FactSheet) -> FactSheet:
    """A sheet that the parser writes for the first time, with the fingerprints of all that is in it."""
    prints = article_prints(sheet) | {item.id: fingerprint(section, item) for section, item in all_items(sheet)}
    generated = sheet.generated or Generated(parser="briefwright")
    return sheet.model_copy(update={"generated": generated.model_copy(update={"items": prints})})


def merge(
    current: FactSheet,
    new: FactSheet,
    *,
    old_text: str | None,
    new_text: str,
    held: Collection[str] = (),
    registered: Collection[str] = (),
) -> Merged:
    """Bring what `new` says into `current` without touching what a person did.

    `old_text` is the text that the offsets of `current` count in, None where it is lost; `held` the keys of what has a
    comment, an anchor or an alias in it, which stays as if edited; `registered` the actors that may be referred to
    though the sheet lacks them.
    """
    work = _Merge(current, new, relocate(old_text, new_text), new_text, frozenset(held))
    actors = work.names("actors", new.actors)
    new = with_references(new, {i: to or (i if i in registered else None) for i, to in actors.items()})
    sections = {"actors": work.section("actors", new.actors, actors)}
    for name in SECTIONS[1:]:
        found = items_of(new, name)
        sections[name] = work.section(name, found, work.names(name, found))
    return work.result(new, sections)


@dataclass
class _Section:
    """One section after the merge."""

    items: list[Item] = field(default_factory=list)
    prints: dict[str, str | None] = field(default_factory=dict)
    """New fingerprints by id; None for an id whose fingerprint goes."""
    conflicts: list[Conflict] = field(default_factory=list)
    new_words: dict[str, tuple[Evidence, ...]] = field(default_factory=dict)
    """By the id of a person's item, what the parser reads in its place from other words."""
    added: int = 0
    refreshed: int = 0
    removed: list[Item] = field(default_factory=list)
    kept: int = 0


class _Merge:
    """What the merge of each section needs to know."""

    def __init__(
        self, current: FactSheet, new: FactSheet, moved: Relocate, new_text: str, held: frozenset[str]
    ) -> None:
        self.current, self.moved, self.new_text, self.held = current, moved, new_text, held
        self.written = written_items(current)
        self.ids = {item.id for _, item in all_items(new)}
        self.taken = {item.id for _, item in all_items(current)}
        self.read = read_words(current)
        self.gone = {key for key in self.written if key not in self.taken and "." not in key}
        self.new_words = current.generated.new_words if current.generated else {}

    def is_own(self, item: Item) -> bool:
        """Whether an item is a person's."""
        return item.id in self.held or is_edited(item, self.written)

    def section(self, name: str, new: Sequence[Item], names: dict[str, str | None]) -> _Section:
        """Merge one section, whose findings have these `names` in the sheet."""
        out = _Section()
        found = {names[n.id]: n for n in new if names[n.id] is not None}
        for item in items_of(self.current, name):
            self._settle(name, item, found.get(item.id), out)
        present = {item.id for item in out.items}
        after = -1  # index of the predecessor in the parser's order: a new item goes right behind it
        for finding in new:
            known_as = names[finding.id]
            if known_as is None:
                continue
            if known_as in present:
                after = next(i for i, item in enumerate(out.items) if item.id == known_as)
                continue
            item = finding.model_copy(update={"id": known_as})
            after += 1
            out.items.insert(after, item)
            out.prints[known_as] = fingerprint(name, item)
            out.added += 1
        return out

    def _settle(self, section: str, item: Item, finding: Item | None, out: _Section) -> None:
        """Decide what becomes of an item of the current sheet; `finding` is what the parser now says, if anything."""
        own = self.is_own(item)
        if finding and not own:
            fresh = finding.model_copy(update=_ids(item))
            out.items.append(fresh)
            out.prints[item.id] = fingerprint(section, fresh)
            out.refreshed += fresh != item
        elif own:
            out.kept += 1
            out.items.append(kept := self._with_evidence_moved(section, item, finding, out))
            if not is_edited(unreviewed(item), self.written):  # nor is it by having moved with the text
                out.prints[item.id] = fingerprint(section, unreviewed(kept))
            elif not is_edited(unreviewed(kept), self.written):  # it came to rest where the parser had put it
                out.prints[item.id] = f".{evidence_print(section, kept)}"
        else:
            out.removed.append(item)
            out.prints[item.id] = None

    def _with_evidence_moved(self, section: str, item: AnyItem, finding: Item | None, out: _Section) -> AnyItem:
        evidence = evidence_of(item)
        moved = tuple(self.moved(e) or e for e in evidence)
        lost = [e for e in evidence if self.moved(e) is None]
        if lost:
            out.conflicts.append(self._conflict(item.id, lost, evidence_of(finding) if finding else ()))
        now = evidence_of(finding) if finding else self.new_words.get(item.id, ())
        known = {evidence_print(section, item), self._written_words(item)}
        if now and (lost or words_print(section, [e.quote for e in now]) not in known):
            out.new_words[item.id] = now
        return item.model_copy(update={"evidence": moved}) if moved != evidence else item

    def names(self, section: str, new: Sequence[Item]) -> dict[str, str | None]:
        """The id of each finding in the sheet: that of the item that it is, None if deleted, else a free one.

        To be asked once a section: a free id that was given is taken from then on.
        """
        here = items_of(self.current, section)
        names = known_as(section, new, here, self.gone, self._replaced(section, here), self.read, self.is_own)
        for finding in new:
            if finding.id not in names:
                own = free_id(finding.id, self.ids - {finding.id} | self.taken | self.written.keys())
                self.ids.add(own)
                names[finding.id] = own
        return names

    def _replaced(self, section: str, here: Sequence[Item]) -> frozenset[str]:
        """The words, as fingerprints have them, in whose place a person gave items others."""
        owned = (item for item in here if evidence_of(item) and self.is_own(item))
        before = {(self._written_words(item), evidence_print(section, item)) for item in owned}
        return frozenset(was for was, held in before if was not in ("", held))

    def _written_words(self, item: Item) -> str:
        return self.written.get(item.id, "").partition(".")[2]

    def result(self, new: FactSheet, sections: dict[str, _Section]) -> Merged:
        """Put the sections together with the article's fields, the lead and the fingerprints."""
        self._keep_referred(sections)
        prints: dict[str, str | None] = {}
        conflicts: list[Conflict] = []
        new_words = {key: evidence for key, evidence in self.new_words.items() if key in self.gone}
        for section in sections.values():
            prints |= section.prints
            conflicts += section.conflicts
            new_words |= section.new_words
        article, lead = self._article(new, prints), self._lead(new, prints, conflicts)
        items = {k: v for k, v in (self.written | prints).items() if v is not None}
        generated = new.generated or self.current.generated or Generated(parser="briefwright")
        sheet = self.current.model_copy(
            update={
                "article": article,
                "lead": lead,
                "generated": generated.model_copy(update={"items": items, "new_words": new_words}),
                **{name: tuple(section.items) for name, section in sections.items()},
            }
        )
        done = sections.values()
        return Merged(
            sheet,
            tuple(conflicts),
            added=sum(s.added for s in done),
            refreshed=sum(s.refreshed for s in done) + (article != self.current.article) + (lead != self.current.lead),
            removed=sum(len(s.removed) for s in done),
            kept=sum(s.kept for s in done),
        )

    def _article(self, new: FactSheet, prints: dict[str, str | None]) -> ArticleInfo:
        mine, fresh = article_prints(self.current), article_prints(new)
        update: dict[str, object] = {"sha256": new.article.sha256}
        for name in ARTICLE_FIELDS:
            key = f"article.{name}"
            if self.written.get(key) == mine.get(key) and key not in self.held:
                update[name] = getattr(new.article, name)
                prints[key] = fresh.get(key)
        return self.current.article.model_copy(update=update)

    def _lead(self, new: FactSheet, prints: dict[str, str | None], conflicts: list[Conflict]) -> tuple[Evidence, ...]:
        edited = self.written.get(LEAD) != article_prints(self.current).get(LEAD)
        if not edited and LEAD not in self.held:
            prints[LEAD] = article_prints(new).get(LEAD)
            return new.lead
        lost = [e for e in self.current.lead if self.moved(e) is None]
        if lost:
            conflicts.append(self._conflict(LEAD, lost, new.lead))
        lead = tuple(self.moved(e) or e for e in self.current.lead)
        if not edited:
            prints[LEAD] = article_prints(self.current.model_copy(update={"lead": lead})).get(LEAD)
        return lead

    def _conflict(self, key: str, lost: Sequence[Evidence], now: Sequence[Evidence]) -> Conflict:
        """What a person is told of words that are lost, or cannot be told apart, and of those that are read `now`."""
        what = "the lead" if key == LEAD else f'"{key}"'
        words, found = around_difference(_words(lost), _words(now), _TOLD)
        is_there = all(e.quote in self.new_text for e in lost)
        why = "has its words more than once" if is_there else "no longer has its words"
        message = f"{what} is kept as a person left it, but the article's new text {why}: “{words}”."
        here = f"The parser now reads: “{found}”." if now else "The parser finds nothing like it there."
        take = "Take these words with `briefwright review`, give it others" if now and key != LEAD else ""
        other = take or "Give it other words"
        return Conflict(key, message, f"{here} {other} as evidence, or none, or delete it.")

    def _keep_referred(self, sections: dict[str, _Section]) -> None:
        """Put back the removed actors that an item still refers to, directly or as an affiliation."""
        actors = sections["actors"]
        items = [item for section in sections.values() for item in section.items]
        gone = {actor.id: actor for actor in actors.removed}
        wanted = [i for item in items for i in references(item)]
        back: set[str] = set()
        while wanted:
            if (i := wanted.pop()) in gone and i not in back:
                back.add(i)
                wanted += references(gone[i])
        if back:
            order = {actor.id: i for i, actor in enumerate(self.current.actors)}
            for i in sorted(back, key=order.__getitem__):
                before = [k for k, a in enumerate(actors.items) if order.get(a.id, len(order)) < order[i]]
                actors.items.insert(before[-1] + 1 if before else 0, gone[i])
                del actors.prints[i]
            actors.removed = [a for a in actors.removed if a.id not in back]
            actors.kept += len(back)


def _ids(item: Item) -> dict[str, object]:
    """What is carried on of an item whatever else is refreshed: its id, and those that a person renamed."""
    return {"id": item.id} | ({"formerly": item.formerly} if isinstance(item, Anchored) else {})


def references(item: Item) -> list[str]:
    """The ids of the actors that an item names."""
    single = (getattr(item, key, None) for key in ("actor", "via", "affiliation"))
    return [i for i in (*single, *getattr(item, "about", ())) if i]


def _words(evidence: Sequence[Evidence]) -> str:
    """Quotations on one line, to be put between quotation marks."""
    return "”; “".join(" ".join(e.quote.split()) for e in evidence)
