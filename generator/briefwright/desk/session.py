"""Decisions that wait in; out one after the other, and what a person decides written into sheets and register at once.

Nothing is kept but what the files say, so that a session may end at any moment. `back` takes the last decision back.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from briefwright.desk import pairs
from briefwright.desk.places import place
from briefwright.desk.queue import Decision
from briefwright.errors import Problem, SheetError
from briefwright.model.corpus import Corpus
from briefwright.model.factsheet import ActorRegister, FactSheet, Item
from briefwright.sheets import Amendment, Shelf, amend_actors, amend_sheet, take_back
from briefwright.sheets.check import check_register, check_sheet
from briefwright.sheets.files import Folder
from briefwright.sheets.fingerprint import SECTIONS, all_items, evidence_of, items_of
from briefwright.sheets.yaml_source import read_source

_CHANGED = "has changed since it was read."
_AGAIN = "Run `briefwright review` again."


@dataclass(frozen=True, slots=True)
class _Step:
    """A decision that was left behind, and how things stood before it; without an amendment it was skipped."""

    decision: Decision
    amendment: Amendment | None
    item: Item | None
    register: ActorRegister


class Session:
    """Walks the queue, which is taken from `waiting` as it is needed; what is skipped comes once more at the end."""

    def __init__(self, corpus: Corpus, shelf: Shelf, waiting: Iterable[Decision]) -> None:
        self.decided = 0
        self._corpus, self._shelf = corpus, shelf
        self._folder = Folder(shelf.project_dir, shelf.sheets_dir)
        self._coming = iter(waiting)
        self._waiting: deque[Decision] = deque()
        self._skipped: list[Decision] = []
        self._again = False
        self._steps: list[_Step] = []
        self._items: dict[tuple[str, str], Item | None] = {}  # as decisions left them

    @property
    def current(self) -> Decision | None:
        """What is to be decided now; None at the end. What another decision has settled is passed over."""
        while self._waiting or self._take_next():
            decision = self._as_it_stands(self._waiting[0])
            if decision:
                self._waiting[0] = decision
                return decision
            self._waiting.popleft()
        if self._again or not self._skipped:
            return None
        self._waiting, self._skipped, self._again = deque(self._skipped), [], True
        return self.current

    @property
    def left(self) -> int:
        """How many wait, the current one and the skipped ones included; for that all have to be found."""
        self._waiting.extend(self._coming)
        return len(self._waiting) + len(self._skipped)

    @property
    def was_skipped(self) -> bool:
        """Whether the current decision was skipped before."""
        decision = self.current
        return any(step.amendment is None and decision and step.decision.key == decision.key for step in self._steps)

    def decide(self, update: Mapping[str, object] | None) -> None:
        """Give the current decision's item these values; None deletes it.

        Raises:
            SheetError: the sheet cannot say that, or is not as it was shown; it is left as it is.

        """
        decision = self._now()
        item = self._item(decision)
        new = item.model_copy(update=dict(update)) if item and update is not None else None
        file = self._folder.sheet(decision.sheet)

        def change(sheet: FactSheet) -> FactSheet:
            if all(there != item for _, there in all_items(sheet)):
                raise SheetError(self._folder.problem(file, f'"{decision.id}" {_CHANGED}', _AGAIN))
            return _with(sheet, decision.id, new)

        self._leave(amend_sheet(self._shelf, decision.sheet, change))
        self._items[decision.sheet, decision.id] = new

    def merge(self, keep: str, other: str) -> None:
        """Make the current pair one actor, under the name of `keep`; raises SheetError as `decide` does."""
        self._now()
        self._amend_register(lambda register: pairs.merged(register, self._corpus.actors[keep], other))

    def tell_apart(self) -> None:
        """Say of the current pair that they are two; raises SheetError as `decide` does."""
        pair = self._now()
        self._amend_register(lambda register: pairs.told_apart(register, self._corpus.actors[pair.id], pair.other))

    def skip(self) -> None:
        """Leave the current decision for later; for another time where nothing else would come before it."""
        decision = self._now()
        self._skipped.append(decision)
        self._leave(None)
        if (once_more := self.current) and once_more.key == decision.key:
            self._skipped.append(self._waiting.popleft())

    @property
    def can_go_back(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._steps)

    def back(self) -> bool:
        """Take the last decision back, and put it again; whether there was one.

        Raises:
            SheetError: the file says something else by now; it is left as it is.

        """
        if not self._steps:
            return False
        step = self._steps[-1]
        if step.amendment:
            take_back(self._shelf, step.amendment)
            self.decided -= 1
        self._steps.pop()
        self._skipped = [d for d in self._skipped if d.key != step.decision.key]
        rest = (d for d in self._waiting if d.key != step.decision.key)  # it may have been put again already
        self._waiting = deque((step.decision, *rest))
        self._items[step.decision.sheet, step.decision.id] = step.item
        self._shelf = replace(self._shelf, actors=step.register)
        return True

    def by_hand(self, work: Callable[[Path, int], None]) -> tuple[Problem, ...]:
        """Let a person work on the current decision's file, at its line; the mistakes that it has then.

        Where it has none, and says something else of what is to be decided, the decision is made.
        """
        decision = self._now()
        path, line = place(self._folder, decision)
        before = self._folder.read_if_there(path)
        work(path, line)
        after = self._folder.read_if_there(path)
        if after is None or after == before:
            return ()
        amendment = Amendment(path, before, after)
        source = read_source(after, self._folder.name(path))
        if not decision.sheet:
            register, problems = check_register(source, ActorRegister)
            if register:
                self._leave(amendment)
                self._shelf = replace(self._shelf, actors=register)
            return tuple(problems)
        sheet, problems = check_sheet(source, path.stem, self._shelf.actor_ids, self._shelf.topic_ids)
        if sheet:
            new = next((i for _, i in all_items(sheet) if i.id == decision.id), None)
            if new != self._item(decision):
                self._leave(amendment)
            self._items |= {(decision.sheet, item.id): item for _, item in all_items(sheet)}
            self._items[decision.sheet, decision.id] = new
        return tuple(problems)

    def _take_next(self) -> bool:
        """Take one more from what is coming; whether there was one."""
        self._waiting.extend(islice(self._coming, 1))
        return bool(self._waiting)

    def _now(self) -> Decision:
        if (decision := self.current) is None:
            raise LookupError("nothing is left to decide")
        return decision

    def _item(self, decision: Decision) -> Item | None:
        return self._items.get((decision.sheet, decision.id), decision.item)

    def _as_it_stands(self, decision: Decision) -> Decision | None:
        """The decision after those that were made since the queue was; None where they settled it."""
        if decision.kind == "lookalike":
            register = self._shelf.actors
            one, other = pairs.home(register, decision.id), pairs.home(register, decision.other)
            settled = one == other or pairs.are_told_apart(register, one, other)
            return None if settled else replace(decision, id=one, other=other)
        item = self._item(decision)
        if item is None or decision.item is None:
            return None
        if decision.kind == "dispute":
            settled = self._is_gone(decision.other) or _names(item, decision.other)
            return None if settled else replace(decision, item=item)
        if decision.kind in ("answer", "overdue"):
            return None if getattr(item, "status", "") != "open" or self._is_answered(decision, item) else decision
        return decision if item == decision.item else None

    def _is_gone(self, address: str) -> bool:
        """Whether another decision deleted the item with this sheet and id."""
        sheet, _, item_id = address.partition("/")
        return (sheet, item_id) in self._items and self._items[sheet, item_id] is None

    def _is_answered(self, decision: Decision, item: Item) -> bool:
        """Whether the question has another date by now, or what was offered was found to be no answer."""
        key = "due" if decision.kind == "overdue" else "not_answered_by"
        return getattr(item, key, None) != getattr(decision.item, key, None)

    def _amend_register(self, change: Callable[[ActorRegister], ActorRegister]) -> None:
        register, amendment = amend_actors(self._shelf, change)
        self._leave(amendment)
        self._shelf = replace(self._shelf, actors=register)

    def _leave(self, amendment: Amendment | None) -> None:
        """Go on to the next decision."""
        decision = self._waiting.popleft()
        self._steps.append(_Step(decision, amendment, self._item(decision), self._shelf.actors))
        self.decided += amendment is not None


def _names(item: Item, address: str) -> bool:
    """Whether the item says already whether it contradicts the position with this sheet and id."""
    links = [*getattr(item, "disputes", ()), *getattr(item, "not_disputed_by", ())]
    return any(f"{link.sheet}/{link.position}" == address for link in links)


def _with(sheet: FactSheet, item_id: str, new: Item | None) -> FactSheet:
    """The sheet with another item in the place of this one, or without it."""
    update: dict[str, object] = {}
    for section in SECTIONS:
        put = ((new if item.id == item_id else item) for item in items_of(sheet, section))
        update[section] = tuple(item for item in put if item)
    if sheet.generated and new and sheet.generated.new_words.get(item_id) == evidence_of(new):  # they are its own now
        others = {key: words for key, words in sheet.generated.new_words.items() if key != item_id}
        update["generated"] = sheet.generated.model_copy(update={"new_words": others})
    return sheet.model_copy(update=update)
