"""From one build of the corpus to the next: sheets in; out the briefings that stayed, and what comparing gave."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from briefwright.corpus.reading import Touched, with_topics
from briefwright.model.corpus import Briefing, Origin

if TYPE_CHECKING:
    from briefwright.corpus.join import CheckedSheet

T = TypeVar("T")


class Known:
    """Of one project that is built again and again."""

    def __init__(self) -> None:
        self._meaning: object = None
        self._before: dict[str, tuple[CheckedSheet, Origin | None, Briefing]] = {}
        self._now: dict[str, tuple[CheckedSheet, Origin | None, Briefing]] = {}
        self._read: dict[str, tuple[Briefing, Touched, Briefing]] = {}
        self._compared: tuple[object, object] = (None, None)

    def begin(self, meaning: object) -> None:
        """Begin a build; where anything has another `meaning` now than in the last one, its briefings are forgotten."""
        self._before, self._now = (self._now if meaning == self._meaning else {}), {}
        self._meaning = meaning

    def briefing(self, checked: CheckedSheet, origin: Origin | None, make: Callable[[], Briefing]) -> Briefing:
        """The briefing of the last build if it was of this very sheet, else what `make` gives."""
        key = checked.sheet.article.id
        before = self._before.get(key)
        same = before is not None and before[0] is checked and before[1] == origin
        briefing = before[2] if before and same else make()
        self._now[key] = checked, origin, briefing
        return briefing

    def read(self, briefing: Briefing, touched: Touched) -> Briefing:
        """The briefing with what its items are about; that of the last build if it was of the same."""
        before = self._read.get(briefing.id)
        if before is None or before[0] is not briefing or before[1] != touched:
            before = self._read[briefing.id] = briefing, touched, with_topics(briefing, touched)
        return before[2]

    def compared(self, of: object, compare: Callable[[], T]) -> T:
        """What `compare` gives; that of the last build if all that it looks at, `of`, is the same."""
        if self._compared[0] != of:
            self._compared = of, compare()
        return self._compared[1]  # type: ignore[return-value] # there is one kind of comparing
