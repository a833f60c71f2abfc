"""A decision in; out the keys that may be pressed for it, with their names and what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefwright.desk.queue import Decision

EVERYWHERE = {
    "o": ("editor", "open the file in $VISUAL or $EDITOR, at its line"),
    "s": ("skip", "leave it for later"),
    "b": ("back", "take the last decision back"),
    "q": ("quit", "stop here; what is decided is saved"),
    "?": ("help", "this list"),
}
_DELETE = ("delete", "it is wrong: delete it; it stays away at every parse")
_REWORD = ("reword", "write it in other words")
_WHO = ("who", "say who speaks")
_ANSWER = ("write", "write the answer yourself; the question is then answered")
_DROP = ("drop", "nobody needs an answer any more: the question is dropped, and stays in the ledger")
_RIGHT = ("right", "the reading is right: it is kept as it is at every parse, and is not uncertain any more")
_QUESTION = {"a": _RIGHT, "r": _DELETE, "e": _REWORD, "d": _DROP}

KEYS: dict[str, dict[str, tuple[str, str]]] = {
    "conflict": {
        "1": ("take the new words", "its evidence is what the parser now reads; what you edited stays"),
        "a": ("keep", "keep it, without the words that the article has no more"),
        "r": _DELETE,
    },
    "reading": {"a": _RIGHT, "r": _DELETE, "e": _REWORD, "t": ("act", "say what kind of act it is"), "w": _WHO},
    "speaker": {
        "1": ("choose", "the numbered actor is the speaker"),
        "w": _WHO,
        "a": ("nobody", "nobody of that list speaks; it stays without a name"),
        "r": _DELETE,
        "e": _REWORD,
    },
    "lookalike": {
        "m": ("merge", "one and the same; the first name is shown"),
        "x": ("merge as the second", "one and the same; the second name is shown"),
        "n": ("two", "two who only look alike; they are not suggested again"),
    },
    "dispute": {
        "a": ("confirm", "they contradict each other: the dispute is told as confirmed by the editor"),
        "n": ("no contradiction", "they do not contradict each other; this is not offered again"),
    },
    "answer": {
        "1": ("choose", "the numbered statement answers it; the question is then answered"),
        "n": ("none answers", "none of them answers it; they are not offered again"),
        "w": _ANSWER,
        "d": _DROP,
        "r": _DELETE,
        "e": _REWORD,
    },
    "overdue": {
        "w": _ANSWER,
        "u": ("another date", "give it another date, or none"),
        "d": _DROP,
        "r": _DELETE,
        "e": _REWORD,
    },
}


def keys_for(decision: Decision) -> dict[str, tuple[str, str]]:
    """By key, its short name and what it does here."""
    is_question = hasattr(decision.item, "question")
    own = _QUESTION if decision.kind == "reading" and is_question else KEYS[decision.kind]
    unable = set() if decision.candidates else {"1"}
    return {key: does for key, does in (own | EVERYWHERE).items() if key not in unable}


def legend(decision: Decision) -> str:
    """The keys on one line."""
    last = len(decision.candidates)
    names = ((f"1–{last}" if key == "1" and last > 1 else key, word) for key, (word, _) in keys_for(decision).items())
    return " · ".join(f"{key} {word}" for key, word in names)
