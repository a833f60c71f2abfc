"""Questions of all articles in; out, those of several articles that are one question once, with the others beside it.

Precision goes before recall: a question that stands twice is a nuisance, two taken for one hide what is open. So they
are of one kind and one day, near in time, share nearly all words, and no number, name or negation parts them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from briefwright.corpus.answers import words_of
from briefwright.model.corpus import Question
from briefwright.model.order import grouped

WITHIN = 90
"""Days between two askings; what is asked again later may be asked anew."""
LEAST_ALIKE = 0.75
"""Share of the words of both that stand in both: one of four may be another's own."""
LEAST_WORDS = 3
"""Of them so many stand in both: “What will the vote bring?” is asked of every vote."""
_WORD = re.compile(r"[^\W_]+")
_PARTING = frozenset("cannot least less more most neither never no none nor not without".split())


class _Asking(NamedTuple):
    """A question's wording: its telling words, and those that part it from others."""

    words: frozenset[str]
    names: frozenset[str]
    parting: frozenset[str]


def asked_once(questions: Sequence[Question], days: Mapping[str, str | None]) -> tuple[Question, ...]:
    """The questions in their order, of those that are one the earliest with the others as `also`; `days` by sheet."""
    open_ones = (q for q in questions if q.status == "open" and days[q.sheet])
    groups = [
        group
        for alike in grouped(((q.kind, q.due), q) for q in open_ones).values()
        for group in _groups(sorted(alike, key=lambda q: (days[q.sheet] or "", q.sheet, q.id)), days)
    ]
    joined = {_address(group[0]): _join(group) for group in groups}
    others = {_address(q) for group in groups for q in group[1:]}
    return tuple(joined.get(_address(q), q) for q in questions if _address(q) not in others)


def _groups(questions: Iterable[Question], days: Mapping[str, str | None]) -> list[list[Question]]:
    """Those that are one, the earliest first; each is compared with the first of a group, which is the one shown."""
    groups: list[list[Question]] = []
    for question in questions:
        for group in groups:
            same = _same(group[0].question, question.question) and question.sheet != group[0].sheet
            if same and _apart(days[group[-1].sheet], days[question.sheet]) <= WITHIN:
                group.append(question)
                break
        else:
            groups.append([question])
    return [group for group in groups if len(group) > 1]


def _join(group: Sequence[Question]) -> Question:
    about = dict.fromkeys(a for q in group for a in q.about)
    topics = dict.fromkeys(t for q in group for t in q.topics)
    return replace(group[0], about=tuple(about), topics=tuple(topics), also=tuple(group[1:]))


def _same(one: str, other: str) -> bool:
    a, b = _asking(one), _asking(other)
    shared = a.words & b.words
    if len(shared) < max(LEAST_WORDS, LEAST_ALIKE * len(a.words | b.words)):
        return False
    return a.parting == b.parting and (a.names <= b.names or b.names <= a.names)


@lru_cache(maxsize=50_000)  # of a project that is edited live nearly all wordings stay from build to build
def _asking(question: str) -> _Asking:
    spelt = _WORD.findall(question)
    folded = [word.casefold() for word in spelt]
    names = frozenset(word.casefold() for word in spelt[1:] if word[0].isupper())
    return _Asking(words_of(question), names, frozenset(w for w in folded if w in _PARTING or w.isdigit()))


def _apart(one: str | None, other: str | None) -> int:
    return abs((date.fromisoformat(one or "") - date.fromisoformat(other or "")).days)


def _address(question: Question) -> tuple[str, str]:
    return question.sheet, question.id
