"""A decision in; out the keys that may be pressed for it, with their names and what they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefwright.desk.queue import Decision

EVERYWHERE = {
    "o": ("open in editor", "open the file in $VISUAL or $EDITOR, at its line"),
    "s": ("skip for now", "leave it; it comes once more at the end, and the next time"),
    "b": ("go back (undo)", "take the last decision back, or go back to what was skipped last"),
    "q": ("quit", "stop here, as Ctrl-C does; what is decided is saved"),
    "?": ("help", "this list"),
}
_DELETE = ("delete it", "it is wrong: it is deleted, and stays away at every parse")
_REWORD = ("reword it", "change its words; those of the article stay as its evidence")
_WHO = ("say who speaks", "name the speaker by a name or a part of it; - for nobody")
_ANSWER = ("write the answer", "write the answer yourself; the question is then answered")
_DROP = ("drop the question", "nobody needs an answer any more: it is closed without one, and stays in the ledger")
_RIGHT = ("it is right", "the reading is right: it is kept as it is at every parse, and is not uncertain any more")

KEYS: dict[str, dict[str, tuple[str, str]]] = {
    "conflict": {
        "1": ("take the new words", "its evidence is what the parser now reads; what you edited stays"),
        "a": ("keep it without the lost words", "it stays as it is, without the words that the article does not have"),
        "r": _DELETE,
    },
    "reading": {
        "a": _RIGHT,
        "r": _DELETE,
        "e": _REWORD,
        "t": ("change the act", "say what is done with the words (assert, deny, demand …), by a number"),
        "w": _WHO,
    },
    "speaker": {
        "1": ("choose the speaker", "the numbered actor is the speaker"),
        "w": _WHO,
        "a": ("leave it without a name", "nobody who is known here speaks"),
        "r": _DELETE,
        "e": _REWORD,
    },
    "lookalike": {
        "m": ("merge under the first name", "they are one and the same; the first name is shown"),
        "x": ("merge under the second name", "they are one and the same; the second name is shown"),
        "n": ("they are two", "they only look alike; they are not suggested again"),
    },
    "dispute": {
        "a": ("they contradict each other", "the dispute is told as confirmed by the editor"),
        "n": ("they do not", "they do not contradict each other; this is not offered again"),
    },
    "answer": {
        "1": ("choose the answer", "the numbered statement answers it; the question is then answered"),
        "n": ("none of these answers it", "what is offered is no answer; it is not offered again"),
        "w": _ANSWER,
        "d": _DROP,
        "r": _DELETE,
        "e": _REWORD,
    },
    "overdue": {
        "w": _ANSWER,
        "u": ("change the date", "give it another day, month or year to be due in, or none"),
        "d": _DROP,
        "r": _DELETE,
        "e": _REWORD,
    },
}
READ_QUESTION = {"a": _RIGHT, "r": _DELETE, "e": _REWORD, "d": _DROP}
"""Of a reading that is a question: nobody speaks it."""


def keys_for(decision: Decision) -> dict[str, tuple[str, str]]:
    """By key, its short name and what it does here."""
    is_question = hasattr(decision.item, "question")
    own = READ_QUESTION if decision.kind == "reading" and is_question else KEYS[decision.kind]
    unable = set() if decision.candidates else {"1"}
    return {key: does for key, does in (own | EVERYWHERE).items() if key not in unable}


def numbers(last: int) -> str:
    """The keys of so many numbered choices."""
    return f"1–{last}" if last > 1 else "1"


def legend(decision: Decision) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Each key with its name: those for this decision, and those for any."""
    last = len(decision.candidates)
    named = {key: f"{numbers(last) if key == '1' else key} {name}" for key, (name, _) in keys_for(decision).items()}
    own = tuple(words for key, words in named.items() if key not in EVERYWHERE)
    return own, tuple(named[key] for key in EVERYWHERE)
