"""Names or ids as a person writes them in; out the topics, actors and briefings that they mean, merges followed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import PurePath
from typing import NamedTuple, TypeVar

from briefwright.errors import ConfigError, Problem
from briefwright.model.cast import Actor
from briefwright.model.corpus import Briefing, Corpus, Topic

T = TypeVar("T", bound=Actor | Briefing | Topic)
LONGEST = 120
"""Characters of a word that are told and compared."""
_PAGES = {"topic": "topics", "actor": "actors", "sheet": "briefings"}


class Choice(NamedTuple):
    """What was chosen, each once, in the order in which it was named."""

    topics: tuple[Topic, ...]
    actors: tuple[Actor, ...]
    briefings: tuple[Briefing, ...]


def choose(
    corpus: Corpus, topics: Sequence[str] = (), actors: Sequence[str] = (), sheets: Sequence[str] = ()
) -> Choice:
    """What these ids, former ids, names, aliases, titles or files mean, whatever their capitals.

    Raises:
        ConfigError: some mean nothing that is published, or several; all of these are named.

    """
    problems: list[Problem] = []
    found_topics = _found("topic", topics, corpus.topics.values(), lambda t: (t.name, *t.forms), problems)
    found_actors = _found("actor", actors, corpus.actors.values(), lambda a: (a.name, *a.forms), problems)
    stems = [PurePath(word).stem if word.endswith(".yml") else word for word in sheets]
    found_sheets = _found("sheet", stems, corpus.briefings, lambda b: (b.title,), problems)
    if problems:
        raise ConfigError(problems)
    return Choice(found_topics, found_actors, found_sheets)


def _found(
    kind: str, words: Sequence[str], all_: Iterable[T], names: Callable[[T], tuple[str, ...]], problems: list[Problem]
) -> tuple[T, ...]:
    known = list(all_)
    found: dict[str, T] = {}
    for word in words:
        meant = next(filter(None, _meanings(word, known, names)), [])
        if len(meant) == 1:
            found.setdefault(meant[0].id, meant[0])
        else:
            problems.append(_problem(kind, word, [m.id for m in meant], _spellings(known, names)))
    return tuple(found.values())


def _meanings(word: str, known: Sequence[T], names: Callable[[T], tuple[str, ...]]) -> Iterator[list[T]]:
    """Those that the word may mean, by how sure it is: by id, by a former id, by the name, by another form of it."""
    folded = word.strip().casefold()
    yield [each for each in known if each.id == folded]
    yield [each for each in known if folded in each.formerly]
    yield [each for each in known if names(each)[0].casefold() == folded]
    yield [each for each in known if folded in map(str.casefold, names(each)[1:])]


def _spellings(known: Iterable[T], names: Callable[[T], tuple[str, ...]]) -> dict[str, str]:
    """By what may be written for it, in small letters: the spelling to offer."""
    written: dict[str, str] = {}
    for each in known:
        written |= {name.casefold(): name for name in (each.id, *names(each))}
    return written


def _problem(kind: str, word: str, meant: Sequence[str], spellings: dict[str, str]) -> Problem:
    shown = f'{kind} "{word[:LONGEST]}"'
    if meant:
        return Problem(shown, 0, 0, "may mean several.", f"Write the id of one: {', '.join(meant)}.")
    folded = word.strip().casefold()[:LONGEST]
    holding = sorted((name for name in spellings if folded and folded in name), key=len)
    near = holding or get_close_matches(folded, spellings, n=1)
    hint = (
        f'Did you mean "{spellings[near[0]]}"?'
        if near
        else f"Its id stands in the address of its page: {_PAGES[kind]}/ID/."
    )
    return Problem(shown, 0, 0, "is not published here.", hint)
