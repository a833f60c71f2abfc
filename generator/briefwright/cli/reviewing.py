"""The command that asks: what waits for a person in, one key for each decision; sheets and register changed, out."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from briefwright.cli.group import as_json, as_of, common, complain, count, emit, main, tell
from briefwright.cli.keyboard import QUIT, Keyboard
from briefwright.cli.keys import KEYS, keys_for, numbers
from briefwright.errors import Problem, SheetError

if TYPE_CHECKING:
    from briefwright.desk.queue import Decision
    from briefwright.desk.session import Session
    from briefwright.desk.speakers import Names
    from briefwright.sheets import Shelf


@main.command()
@common
@as_json
@as_of
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(list(KEYS)),
    help="Only decisions of this kind (may be given again).",
)
@click.option("--limit", type=click.IntRange(min=1), default=None, help="So many decisions at most.")
def review(
    config_file: Path | None,
    quiet: bool,
    verbose: bool,
    json_: bool,
    as_of: date | None,
    kinds: tuple[str, ...],
    limit: int | None,
) -> None:
    """Ask about what needs a person, the most valuable first, one key for each decision.

    Conflicts, uncertain readings, actors that may be one, speakers without a name, statements that may contradict each
    other, questions that something said since may answer, overdue questions. Each decision is written at once, like an
    edit by hand; stop and go on at any time.

    Example: briefwright review --kind lookalike --limit 20
    """
    from briefwright import config, sheets
    from briefwright.corpus import build_corpus
    from briefwright.desk.places import asked_of
    from briefwright.desk.queue import decisions
    from briefwright.desk.session import Session
    from briefwright.desk.speakers import Names

    project = config.load_project(config_file)
    with _patience(quiet or json_):
        shelf = sheets.load_cached(project.root, project.sheets)
        today = as_of or project.as_of
        read = shelf.sheets.values(), shelf.actors, shelf.topics
        corpus = build_corpus(*read, today, suggested=shelf.suggested, compared=False, short_names=False)
        found = (d for d in decisions(corpus, shelf, project.unsure_below) if not kinds or d.kind in kinds)
        waiting = chain(tuple(islice(found, 1)), found)
    asked = asked_of(shelf) if not kinds or "conflict" in kinds else frozenset()
    mistakes = [problem for problem in shelf.mistakes if problem not in asked]
    told = [problem for problem in shelf.problems if problem not in asked]
    complain(told)
    if told and not json_:
        tell(quiet, f"{count(len(told), 'mistake')} above; mend each in its file. What can be asked is asked now.")
    if json_:
        _list(shelf, tuple(waiting), limit)
    else:
        desk = _Desk(shelf, Session(corpus, shelf, islice(waiting, limit)), Names(corpus), quiet)
        try:
            desk.work()
            desk.farewell(sum(1 for _ in waiting))
        except KeyboardInterrupt:  # not while a key was awaited, where it counts as one
            tell(quiet, f"Stopped. What was decided is saved: {count(desk.session.decided, 'decision')}.")
        mistakes += desk.refused
    sys.exit(1 if mistakes else 0)


@contextmanager
def _patience(quiet: bool) -> Iterator[None]:
    """A word on a terminal while hundreds of sheets are read."""
    if quiet or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status("Reading the fact sheets …"):
        yield


def _list(shelf: Shelf, waiting: Sequence[Decision], limit: int | None) -> None:
    """The queue for other tools."""
    from briefwright.desk.places import Places
    from briefwright.sheets.files import Folder

    places = Places(Folder(shelf.project_dir, shelf.sheets_dir))
    listed = []
    for decision in waiting[:limit]:
        file, line = places.of(decision)
        listed.append({
            "kind": decision.kind,
            "sheet": decision.sheet or None,
            "id": decision.id,
            "other": decision.other or None,
            "reason": decision.reason,
            "finding": decision.finding,
            "passage": [{"text": e.text, "marks": [list(mark) for mark in e.marks]} for e in decision.excerpts],
            "candidates": [{"id": c.id, "sheet": c.sheet or None, "words": c.words} for c in decision.candidates],
            "value": round(decision.value, 3),
            "file": file,
            "line": line,
        })  # fmt: skip
    emit({"waiting": len(waiting), "decisions": listed})


class _Desk:
    """Shows decisions and does what the keys say."""

    def __init__(self, shelf: Shelf, session: Session, names: Names, quiet: bool) -> None:
        from briefwright.cli.screen import Screen

        self.shelf, self.session, self.names, self.quiet = shelf, session, names, quiet
        self.screen, self.keyboard = Screen(shelf), Keyboard()
        self.refused: list[Problem] = []
        """Of decisions that could not be written."""
        self.does: dict[str, Callable[[Decision], str | None]] = {
            "a": self.accept, "r": self.reject, "e": self.reword, "t": self.act, "w": self.write, "d": self.drop,
            "u": self.until, "m": self.merge, "x": self.exchange, "n": self.deny, "o": self.open,
        }  # fmt: skip

    def work(self) -> None:
        """One decision after the other, until the person has enough, or none is left and nothing is taken back."""
        shown: tuple[str, ...] = ()
        with self.keyboard:
            while (decision := self.session.current) or self.may_go_back():
                if decision and decision.key != shown:
                    self.screen.show(decision)
                    left = self.session.left  # finds the others, while the person reads the first
                    self.screen.count(left, self.session.was_skipped)
                shown = decision.key if decision else ()
                if (key := self.keyboard.key()) == QUIT:
                    return
                self.attempt(key, decision)

    def may_go_back(self) -> bool:
        """Where nothing is left: whether something can be taken back, which a person at a terminal is told."""
        if not self.keyboard.is_terminal or not self.session.can_go_back:
            return False
        skipped = self.session.left
        what = f"What you skipped ({skipped}) is asked the next time." if skipped else "That was the last one."
        self.screen.say(f"{what} b goes back (undo), q ends.")
        return True

    def attempt(self, key: str, decision: Decision | None) -> None:
        """Do what a key says, and tell what cannot be."""
        from briefwright.sheets import UnfitError

        try:
            if decision:
                self.press(key, decision)
            elif key == "b":
                self.back()
        except UnfitError as error:  # it is still asked
            for problem in error.problems:
                click.echo(f"{problem.message} {problem.hint}", err=True)
            self.screen.say("Nothing was written; the same is still asked.")
        except SheetError as error:
            complain(error.problems)
            self.refused += error.problems

    def press(self, key: str, decision: Decision) -> None:
        """Do what a key says; tell where it says nothing here."""
        number = int(key) if key in set("123456789") else 0
        if key == "s":
            self.session.skip()
        elif key == "b":
            self.back()
        elif key == "?":
            self.screen.explain(decision)
        elif 0 < number <= len(decision.candidates):
            self.choose(decision, number)
            self.screen.say(f"→ {decision.candidates[number - 1].words}")
        elif key in keys_for(decision) and key in self.does:
            before = self.session.decided
            told = self.does[key](decision) or keys_for(decision)[key][0]
            if self.session.decided > before:
                self.screen.say(f"→ {told}")
        else:
            self.screen.say("That is no key here. The keys are:")
            self.screen.keys(decision)

    def back(self) -> None:
        """Take the last decision back, or go back to what was skipped."""
        before = self.session.decided
        if not self.session.back():
            self.screen.say("Nothing was decided or skipped before.")
        elif self.session.decided < before:
            self.screen.say("← taken back")

    def farewell(self, beyond: int) -> None:
        """How far the work has come; so many decisions wait `beyond` those of this session."""
        decided, waiting = self.session.decided, self.session.left + beyond
        if decided:
            left = f", {waiting} to go" if waiting else ""
            tell(self.quiet, f"{count(decided, 'decision')} written{left}. See it with: briefwright build")
        elif waiting:
            tell(self.quiet, f"Nothing decided; {count(waiting, 'decision')} to go.")
        else:
            tell(self.quiet, "Nothing waits for a decision.")

    def accept(self, decision: Decision) -> None:
        from briefwright.desk.queue import still_grounded

        if decision.kind == "dispute":
            self._link(decision, "disputes")
            return
        update: dict[str, Any] = {"reviewed": True}
        if decision.kind == "conflict" and decision.item:
            update["evidence"] = still_grounded(self.shelf.ungrounded[decision.sheet], decision.item)
        self.session.decide(update)

    def reject(self, decision: Decision) -> None:
        self.session.decide(None)

    def drop(self, decision: Decision) -> None:
        self.session.decide({"status": "dropped"})

    def merge(self, decision: Decision) -> None:
        self.session.merge(decision.id, decision.other)

    def exchange(self, decision: Decision) -> None:
        self.session.merge(decision.other, decision.id)

    def deny(self, decision: Decision) -> None:
        if decision.kind == "lookalike":
            self.session.tell_apart()
            return
        if decision.kind == "dispute":
            self._link(decision, "not_disputed_by")
            return
        from briefwright.model.factsheet import PositionLink

        links = [PositionLink(sheet=c.sheet, position=c.id) for c in decision.candidates]
        self.session.decide({"not_answered_by": (*getattr(decision.item, "not_answered_by", ()), *links)})

    def _link(self, decision: Decision, field: str) -> None:
        """Write the other position of a dispute into a field of the item."""
        from briefwright.model.factsheet import PositionLink

        sheet, _, position = decision.other.partition("/")
        self.session.decide({field: (*getattr(decision.item, field), PositionLink(sheet=sheet, position=position))})

    def choose(self, decision: Decision, number: int) -> None:
        from briefwright.model.factsheet import PositionLink

        chosen = decision.candidates[number - 1]
        if decision.kind == "conflict" and decision.item:
            from briefwright.desk.queue import new_words

            self.session.decide({"evidence": new_words(self.shelf.ungrounded[decision.sheet], decision.item)})
        elif chosen.sheet:
            link = PositionLink(sheet=chosen.sheet, position=chosen.id)
            self.session.decide({"status": "answered", "answer": link})
        else:
            self.session.decide({"actor": chosen.id})

    def reword(self, decision: Decision) -> None:
        field = "question" if hasattr(decision.item, "question") else "statement"
        self._ask(field.capitalize(), field, str(getattr(decision.item, field)))

    def write(self, decision: Decision) -> str | None:
        if hasattr(decision.item, "question"):
            self._ask("Answer", "answer", "", {"status": "answered"})
            return None
        typed = self.keyboard.words("Who speaks (a name or a part of it, - for nobody)")
        if typed == "-":
            self.session.decide({"actor": None, "reviewed": True})
            return "nobody with a name speaks"
        loaded = self.shelf.sheets[decision.sheet]
        found = self.names.like(typed, loaded.sheet) if typed else ()
        if len(found) > 1:
            self.screen.choices([name for _, name in found])
            number = self.number("Which of them", len(found))
            found = found[number - 1 : number] if number else ()
        if found:
            self.session.decide({"actor": found[0][0]})
            return f"{found[0][1]} speaks"
        self.screen.say(
            "Nobody is chosen. Somebody new is added in the sheet itself (key o)." if typed else "Nothing changed."
        )
        return None

    def act(self, decision: Decision) -> str | None:
        from briefwright.model.factsheet import Act

        acts = get_args(Act)
        self.screen.choices(acts)
        if number := self.number(f"Which act (now {getattr(decision.item, 'act', None)})", len(acts)):
            self.session.decide({"act": acts[number - 1], "reviewed": True})
            return f"act: {acts[number - 1]}"
        self.screen.say("Nothing changed.")
        return None

    def number(self, question: str, last: int) -> int:
        """The number of a choice that the screen shows; 0 for none."""
        self.screen.say(f"{question}? Press its number, {numbers(last)}; any other key leaves all as it is.")
        key = self.keyboard.key()
        return int(key) if key in set("123456789"[:last]) else 0

    def until(self, decision: Decision) -> str | None:
        now = getattr(decision.item, "due", None)
        self.screen.say("Write a date such as 2024, 2024-03 or 2024-03-05, or - for none; Enter alone leaves it.")
        typed = self.keyboard.words(f"Due (now {now})")
        if not typed or typed == now:
            self.screen.say("Nothing changed.")
            return None
        self.session.decide({"due": None if typed == "-" else typed})
        return "no date" if typed == "-" else f"due {typed}"

    def open(self, decision: Decision) -> None:
        if not (editor := os.environ.get("VISUAL") or os.environ.get("EDITOR")):
            self.screen.say("Set VISUAL or EDITOR to your text editor; the place stands above.")
            return
        try:
            with self.keyboard.released():
                complain(self.session.by_hand(lambda path, line: _edit(editor, path, line)))
        except (OSError, ValueError) as error:
            complain([Problem(editor, 0, 0, f"cannot be run: {error}.", "Set VISUAL or EDITOR to your text editor.")])

    def _ask(self, question: str, field: str, now: str, more: dict[str, Any] | None = None) -> None:
        """Ask for a new value of a field; none, or the old one, changes nothing."""
        words = self.keyboard.words(question, now)
        if not words or words == now:
            self.screen.say("Nothing changed.")
            return
        self.session.decide({field: words, **(more or {})})


def _edit(editor: str, path: Path, line: int) -> None:
    """Run the person's editor, at the line where it is known how to say that."""
    command = shlex.split(editor)
    name = Path(command[0]).stem
    if name in ("code", "codium", "subl", "hx", "helix", "zed"):
        places = ["--goto", f"{path}:{line or 1}"] if name in ("code", "codium") else [f"{path}:{line or 1}"]
    else:
        places = [f"+{line or 1}", str(path)]
    subprocess.run([*command, *places], check=False)  # noqa: S603 - the person's own editor, as they set it
