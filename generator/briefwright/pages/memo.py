"""Pages from one build to the next: what a page was told and what it read of the corpus in, its HTML out if both stand.

Nobody lists what a page depends on: templates read the corpus through a view that notes every value read. When the
corpus changes, the pages that read a value that differs now are forgotten, and only these are rendered again; of their
parts, too, only those that differ.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from typing import Any, TypeVar, cast

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from briefwright.model.corpus import Briefing, Corpus

Steps = tuple[tuple[str, Any], ...]
"""The way from the corpus to a value: (".", attribute), ("[", key), ("(", arguments) or (of, a function) each."""

T = TypeVar("T")
_MISSING = object()


@dataclass(frozen=True, slots=True)
class _Rendered:
    told: object
    read: frozenset[Steps]
    html: str


class Memo:
    """The pages of one project with one set of templates and settings."""

    def __init__(self) -> None:
        self._pages: dict[str, _Rendered] = {}
        self._parts: dict[Hashable, _Rendered] = {}
        self._values: dict[Steps, object] = {}
        self._made: dict[str, tuple[object, Any]] = {}
        self._reading: set[Steps] | None = None

    def view(self, corpus: Corpus) -> Corpus:
        """The corpus as templates are to read it; pages that read of the last one what differs now are forgotten."""
        now = {steps: _follow(corpus, steps) for steps in self._values}
        changed = {steps for steps, value in self._values.items() if now[steps] != value}
        self._pages = {path: page for path, page in self._pages.items() if changed.isdisjoint(page.read)}
        self._parts = {key: part for key, part in self._parts.items() if changed.isdisjoint(part.read)}
        self._values = now
        return cast(Corpus, _View(corpus, (), self._note))

    def page(self, path: str, told: Mapping[str, object], render: Callable[[Mapping[str, object]], str]) -> str:
        """The HTML of the page at `path`: the known one, or what `render` makes of the view and of what it is told.

        Of a briefing that it is told, too, only what it reads counts: an actor's page names articles by their titles.
        """
        known, by_ids = self._pages.get(path), _with_briefings(told, lambda b: (Briefing, b.id))
        if known and known.told == by_ids:
            return known.html
        self._reading = set()
        try:
            html = render(_with_briefings(told, self._briefing_view))
            self._pages[path] = _Rendered(by_ids, frozenset(self._reading), html)
        finally:
            self._reading = None
        return html

    def part(self, key: Hashable, told: object, render: Callable[[], str]) -> str:
        """A part of the page that is rendered now, which may stand on others, too; what it reads, the page reads."""
        known, outer = self._parts.get(key), self._reading
        if known is None or known.told != told:
            self._reading = set()
            try:
                html = render()
                known = self._parts[key] = _Rendered(told, frozenset(self._reading), html)
            finally:
                self._reading = outer
        if outer is not None:
            outer |= known.read
        return known.html

    def made(self, path: str, of: object, make: Callable[[], T]) -> T:
        """What `make` gives for the page at `path`; that of the last time if what it is made `of` is the same."""
        before = self._made.get(path)
        if before is None or before[0] != of:
            before = self._made[path] = of, make()
        return cast(T, before[1])

    def _briefing_view(self, briefing: Briefing) -> object:
        return _View(briefing, ((".", "by_id"), ("[", briefing.id)), self._note)

    def _note(self, steps: Steps, value: object) -> None:
        if self._reading is not None:
            self._reading.add(steps)
            self._values[steps] = value


Note = Callable[[Steps, object], None]


class _View:
    """An object of the corpus whose attributes are noted as they are read."""

    __slots__ = ("_note", "_object", "_steps")

    def __init__(self, viewed: object, steps: Steps, note: Note) -> None:
        self._object, self._steps, self._note = viewed, steps, note

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._object, name)
        steps = (*self._steps, (".", name))
        if isinstance(value, Mapping):
            return _MappingView(value, steps, self._note)
        if callable(value):
            return _noted_call(value, steps, self._note)
        self._note(steps, value)
        return value

    def __eq__(self, other: object) -> bool:
        self._note(self._steps, self._object)
        return bool(self._object == (other._object if isinstance(other, _View) else other))

    def __hash__(self) -> int:
        self._note(self._steps, self._object)
        return hash(self._object)


class _MappingView(Mapping[Any, Any]):
    """A mapping of the corpus; what is noted of it are its keys, if they are listed, and the entries looked up."""

    def __init__(self, viewed: Mapping[Any, Any], steps: Steps, note: Note) -> None:
        self._mapping, self._steps, self._note = viewed, steps, note

    def __getitem__(self, key: Any) -> Any:
        steps = (*self._steps, ("[", key))
        if key not in self._mapping:
            self._note(steps, _MISSING)
            raise KeyError(key)
        value = self._mapping[key]
        if is_dataclass(value):
            return _View(value, steps, self._note)
        self._note(steps, value)
        return value

    def __contains__(self, key: object) -> bool:
        found = key in self._mapping
        self._note((*self._steps, (".", "__contains__"), ("(", (key,))), found)
        return found

    def __iter__(self) -> Iterator[Any]:
        keys = tuple(self._mapping)
        self._note((*self._steps, ("of", tuple)), keys)
        return iter(keys)

    def __len__(self) -> int:
        self._note((*self._steps, ("of", len)), len(self._mapping))
        return len(self._mapping)


class CompiledTemplates(BytecodeCache):
    """Templates as compiled once in this process; the sources are still compared at each use."""

    def __init__(self) -> None:
        self._compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket with what was compiled of this template."""
        if bucket.key in self._compiled:
            bucket.bytecode_from_string(self._compiled[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._compiled[bucket.key] = bucket.bytecode_to_string()


def _with_briefings(told: Any, instead: Callable[[Briefing], object]) -> Any:
    """The same dictionaries, lists and tuples with something instead of each briefing."""
    if isinstance(told, Briefing):
        return instead(told)
    if type(told) is dict:
        return {key: _with_briefings(value, instead) for key, value in told.items()}
    return type(told)(_with_briefings(e, instead) for e in told) if type(told) in (list, tuple) else told


def _noted_call(function: Callable[..., Any], steps: Steps, note: Note) -> Callable[..., Any]:
    def call(*arguments: Any) -> Any:
        value = function(*arguments)
        note((*steps, ("(", arguments)), value)
        return value

    return call


def _follow(corpus: Corpus, steps: Steps) -> object:
    """The value that these steps lead to now."""
    value: Any = corpus
    for kind, what in steps:
        try:
            if kind == ".":
                value = getattr(value, what)
            elif kind == "[":
                value = value[what]
            else:
                value = value(*what) if kind == "(" else what(value)
        except (AttributeError, KeyError):
            return _MISSING
    return value
