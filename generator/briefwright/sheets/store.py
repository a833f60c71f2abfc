"""The folder of fact sheets in, checked sheets out; and back: what the parser made is merged into it, or nothing is.

Every write is atomic, nothing is written that says the same already, and no id, name or link leads out of the folder.

A sheet and its text belong together but are two files. So the new text is first put beside the old one, as
``texts/<id>.txt.new``, then the sheet is replaced, then the text takes its place. Killed before the second step, the
old sheet and its old text stand unharmed; killed after it, the sheet's `sha256` is that of the waiting text, which is
then read in the old one's place until the next save finishes the move. At no point is either text lost.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Generic, TypeVar

from briefwright.errors import Problem, SheetError
from briefwright.model.factsheet import Actor, ActorRegister, FactSheet, OpenQuestion, Position, Topic, TopicRegister
from briefwright.sheets.check import check_register, check_sheet
from briefwright.sheets.edit import edit, held_keys
from briefwright.sheets.files import ChangedError, Folder
from briefwright.sheets.fingerprint import LEAD, all_items, edited_keys, evidence_print, written_items
from briefwright.sheets.links import link_problems
from briefwright.sheets.merge import Conflict, Merged, merge, new_sheet
from briefwright.sheets.quotations import check_evidence
from briefwright.sheets.registers import (
    canonical_ids,
    register_ids,
    with_actors,
    with_own_ids,
    with_topics,
)
from briefwright.sheets.render import render_file
from briefwright.sheets.schema import ACTORS_SCHEMA, SHEET_SCHEMA, TOPICS_SCHEMA, schemas
from briefwright.sheets.shelf import Ids, LoadedSheet, Shelf
from briefwright.sheets.unread import load_unread
from briefwright.sheets.yaml_source import Source, read_source

R = TypeVar("R", ActorRegister, TopicRegister)
T = TypeVar("T", Position, OpenQuestion)
W = TypeVar("W")
ATTEMPTS = 5
"""So often a file is merged anew that a person saved meanwhile; nobody saves more often in a few milliseconds."""


@dataclass(frozen=True, slots=True)
class _Register(Generic[R]):
    """Which file a register is, what it holds, which schema describes it, and what a shelf has of it."""

    file: str
    model: type[R]
    schema: str
    on: Callable[[Shelf], tuple[R, Ids]]


ACTORS_FILE, TOPICS_FILE = "_actors.yml", "_topics.yml"
_ACTORS = _Register(ACTORS_FILE, ActorRegister, ACTORS_SCHEMA, lambda shelf: (shelf.actors, shelf.actor_ids))
_TOPICS = _Register(TOPICS_FILE, TopicRegister, TOPICS_SCHEMA, lambda shelf: (shelf.topics, shelf.topic_ids))


@dataclass(frozen=True, slots=True)
class SaveResult:
    """What became of one sheet."""

    path: Path
    written: bool
    added: int = 0
    refreshed: int = 0
    removed: int = 0
    kept: int = 0
    conflicts: tuple[Problem, ...] = ()


def load(project_dir: Path, sheets_dir: Path, previous: Shelf | None = None) -> Shelf:
    """Read every sheet and both registers; a mistake in one file never keeps another from being read.

    Of the shelf of an earlier reading is taken over unread whatever has the same bytes.
    """
    folder = Folder(project_dir, sheets_dir)
    problems: list[Problem] = []
    digests: dict[str, str] = {}
    actors, actor_ids = _load_register(folder, _ACTORS, previous, digests, problems)
    topics, topic_ids = _load_register(folder, _TOPICS, previous, digests, problems)
    shelf = Shelf(project_dir, sheets_dir, {}, {}, actors, topics, actor_ids, topic_ids, (), register_digests=digests)
    try:
        shelf = replace(shelf, unread=load_unread(folder))
    except SheetError as error:
        problems += error.problems
    for path in _sheets_in(folder, problems):
        try:
            _load_sheet(folder, path, shelf, previous, problems)
        except SheetError as error:
            problems += error.problems
    problems += link_problems(folder, {key: loaded.sheet for key, loaded in (shelf.sheets | shelf.ungrounded).items()})
    return replace(shelf, problems=tuple(sorted(problems)))


def save_parsed(shelf: Shelf, new: FactSheet, text: str) -> SaveResult:
    """Merge what the parser made of an article, and its normalised text, into the folder.

    Raises SheetError where the sheet on disk has mistakes (it is left alone) or the new one has, WriteError where
    writing fails. What a person saves meanwhile is merged, too.
    """
    return _until_unchanged(lambda: _save_parsed(shelf, new, text))


def _save_parsed(shelf: Shelf, new: FactSheet, text: str) -> SaveResult:
    folder = Folder(shelf.project_dir, shelf.sheets_dir)
    path = folder.sheet(new.article.id)
    new = with_own_ids(_with_known_topics(new, shelf), shelf.actors)
    data = folder.read_if_there(path)
    if data is None:
        merged = Merged(new_sheet(new), added=sum(1 for _ in all_items(new)))
        out = render_file(merged.sheet, SHEET_SCHEMA).encode()
    else:
        merged, out = _merge_into(folder, path, data, shelf, new, text)
    result = read_source(out, folder.name(path))
    checked, mistakes = check_sheet(result, path.stem, None, None)
    if data is None and mistakes:
        raise SheetError(mistakes)
    if checked != merged.sheet:
        message = "the sheet cannot be changed without risk to what is in it; it was left as it is."
        hint = "Write it in the style of the other sheets, or delete it and parse again."
        return SaveResult(path, False, conflicts=(folder.problem(path, message, hint),))
    written = _write_both(folder, path, out, data, text)
    conflicts = _placed(result, merged.conflicts)
    return SaveResult(path, written, merged.added, merged.refreshed, merged.removed, merged.kept, conflicts)


def save_registers(shelf: Shelf, actors: Iterable[Actor], topics: Iterable[Topic], parser: str) -> Shelf:
    """Add newly found actors and topics to the registers; the shelf with the registers as they now stand.

    To be called before the sheets that use them are saved: a kill in between leaves entries that nobody uses yet, where
    the other order would leave sheets with topics that no register knows. A register with mistakes is left alone.
    """
    folder = Folder(shelf.project_dir, shelf.sheets_dir)
    actors, topics = tuple(actors), tuple(topics)
    if new_actors := _save_register(folder, _ACTORS, lambda register: with_actors(register, actors, parser)):
        shelf = replace(shelf, actors=new_actors, actor_ids=register_ids(new_actors), register_digests={})
    if shelf.topic_ids is None and topics:
        topics += _used_topics(shelf)
    if new_topics := _save_register(folder, _TOPICS, lambda register: with_topics(register, topics, parser)):
        shelf = replace(shelf, topics=new_topics, topic_ids=register_ids(new_topics), register_digests={})
    return shelf


def write_schemas(sheets_dir: Path) -> None:
    """Write the JSON Schemas beside the sheets, for editors."""
    folder = Folder(sheets_dir.parent, sheets_dir)
    for name, text in schemas().items():
        folder.write(sheets_dir / name, text.encode(), folder.read_if_there(sheets_dir / name))


def _sheets_in(folder: Folder, problems: list[Problem]) -> list[Path]:
    """The files of the folder that are fact sheets, or should be, sorted; none, and a problem, where it is locked."""
    try:
        found = sorted(folder.path.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        problems.append(folder.problem(folder.path, f"the folder cannot be read: {error.strerror}."))
        return []
    return [p for p in found if p.match("*.y*ml") and not p.name.startswith(("_", "."))]


def tidy(shelf: Shelf) -> None:
    """Finish what a kill left half done; to be called by who holds the lock, before anything is written."""
    folder, texts = Folder(shelf.project_dir, shelf.sheets_dir), shelf.sheets_dir / "texts"
    for part in (*shelf.sheets_dir.glob(".*.part"), *texts.glob(".*.part")):
        folder.delete(part)
    for waiting in texts.glob("*.txt.new"):
        stem = waiting.name.removesuffix(".txt.new")
        known = shelf.sheets.get(stem) or shelf.ungrounded.get(stem)
        whole = known is not None and _finish_move(folder, stem, known.sheet.article.sha256) is not None
        if whole or not folder.sheet(stem).exists():
            folder.delete(waiting)


def _load_register(
    folder: Folder, register: _Register[R], previous: Shelf | None, digests: dict[str, str], problems: list[Problem]
) -> tuple[R, Ids]:
    """A register and the ids it knows; where the file is missing or has mistakes an empty one, which knows nothing."""
    path, empty = folder.path / register.file, register.model(schema=1)
    try:
        data = folder.read_if_there(path)
    except SheetError as error:
        problems += error.problems
        return empty, None
    if data is None:
        return empty, frozenset() if register.model is ActorRegister else None
    digest = _digest([data])
    if previous and previous.register_digests.get(register.file) == digest:
        digests[register.file] = digest
        return register.on(previous)
    read, mistakes = check_register(read_source(data, folder.name(path)), register.model)
    problems += mistakes
    if read is None:
        return empty, None
    digests[register.file] = digest
    return read, register_ids(read)


def _save_register(folder: Folder, register: _Register[R], add: Callable[[R], R]) -> R | None:
    """Write the register with what `add` adds; None, and nothing is written, if it has mistakes or would be empty."""
    return _until_unchanged(lambda: _extend_register(folder, register, add))


def _extend_register(folder: Folder, register: _Register[R], add: Callable[[R], R]) -> R | None:
    path = folder.path / register.file
    data = folder.read_if_there(path)
    if data is None:
        wanted = add(register.model(schema=1))
        if wanted.generated is None:  # nothing was found
            return None
        folder.write(path, render_file(wanted, register.schema).encode(), None)
        return wanted
    source = read_source(data, folder.name(path))
    current, _ = check_register(source, register.model)
    if current is None:
        return None
    wanted = add(current)
    out = _encode(source, edit(source, current, wanted))
    if check_register(read_source(out, folder.name(path)), register.model)[0] != wanted:
        return current
    folder.write(path, out, data)
    return wanted


def _merge_into(
    folder: Folder, path: Path, data: bytes, shelf: Shelf, new: FactSheet, text: str
) -> tuple[Merged, bytes]:
    """The new sheet merged into the one on disk, and the bytes that say so."""
    source = read_source(data, folder.name(path))
    current, mistakes = check_sheet(source, path.stem, shelf.actor_ids, shelf.topic_ids)
    if current is None:
        raise SheetError(mistakes)
    merged = merge(
        current,
        new,
        old_text=_finish_move(folder, path.stem, current.article.sha256),
        new_text=text,
        held=held_keys(source),
        registered=shelf.actor_ids or (),
    )
    return merged, _encode(source, edit(source, current, merged.sheet))


def _load_sheet(folder: Folder, path: Path, shelf: Shelf, previous: Shelf | None, problems: list[Problem]) -> None:
    """Read one sheet onto the shelf, and what is wrong with it into the list."""
    if path.suffix != ".yml":
        problems.append(folder.problem(path, "fact sheets end in .yml.", f"Rename it to {path.stem}.yml."))
        return
    data = folder.read(path)
    texts = [folder.read_if_there(p) for p in _text_files(folder, path.stem)]
    digest = _digest([data, *texts])
    known = previous.sheets.get(path.stem) if previous else None
    if previous and known and known.digest == digest and _still_known(data, previous, shelf):
        shelf.sheets[path.stem] = known if known.path == path else replace(known, path=path)
        return
    source = read_source(data, folder.name(path))
    sheet, mistakes = check_sheet(source, path.stem, shelf.actor_ids, shelf.topic_ids)
    text = _text_of(texts, sheet.article.sha256 if sheet else _sha256_in(source))
    wrong_quotes = check_evidence(source, text, any(t is not None for t in texts))
    problems += mistakes
    problems += [problem for _, problem in wrong_quotes]
    if sheet:
        left: dict[str, tuple[Problem, ...]] = {}
        as_written = _as_written(sheet) if wrong_quotes else ()
        for key, problem in wrong_quotes:
            left |= {key: (*left.get(key, ()), problem)} if key in as_written else {}
        loaded = LoadedSheet(sheet, text, path, edited_keys(sheet), held_keys(source), digest, left)
        (shelf.ungrounded if wrong_quotes else shelf.sheets)[path.stem] = loaded


def _as_written(sheet: FactSheet) -> set[str]:
    """Keys of what rests on the words that the parser found; where the text lacks these, it has changed since."""
    written = written_items(sheet)
    items = all_items(sheet)
    same = {i.id for section, i in items if written.get(i.id, "").partition(".")[2] == evidence_print(section, i)}
    return same | ({LEAD} & written.keys())


def _used_topics(shelf: Shelf) -> tuple[Topic, ...]:
    """The topics of the sheets, which were fine without a register and must be in the first one."""
    sheets = [loaded.sheet for loaded in (*shelf.sheets.values(), *shelf.ungrounded.values())]
    used = {i for sheet in sheets for position in sheet.positions for i in position.topics}
    used |= {i for sheet in sheets for question in sheet.open_questions for i in question.topics}
    return tuple(Topic(id=i, name=i.replace("-", " ")) for i in sorted(used))


def _with_known_topics(sheet: FactSheet, shelf: Shelf) -> FactSheet:
    """The sheet with its topics under the names that the register gives them, without those deleted there."""
    into, topics = canonical_ids(shelf.topics), shelf.topic_ids

    def known(items: tuple[T, ...]) -> tuple[T, ...]:
        named = [(i, dict.fromkeys(into.get(t, t) for t in i.topics if topics is None or t in topics)) for i in items]
        return tuple(i.model_copy(update={"topics": tuple(kept)}) for i, kept in named)

    return sheet.model_copy(update={"positions": known(sheet.positions), "open_questions": known(sheet.open_questions)})


def _placed(source: Source, conflicts: Iterable[Conflict]) -> tuple[Problem, ...]:
    """The conflicts as problems at their items' lines."""
    sections = source.root.pairs.values() if source.root else ()
    items = (item for _, section in sections for item in section.items if "id" in item.pairs)
    starts = {item.pairs["id"][1].raw: item.start for item in items} | {LEAD: source.find(("lead",))[0].start}
    return tuple(source.problem(starts.get(c.key, 0), c.message, c.hint) for c in conflicts)


def _text_files(folder: Folder, stem: str) -> tuple[Path, Path]:
    """Where the text of a sheet is, and where one waits for the sheet to be replaced."""
    return folder.path / "texts" / f"{stem}.txt", folder.path / "texts" / f"{stem}.txt.new"


def _text_of(texts: Iterable[bytes | None], sha256: str | None) -> str | None:
    """The text with this hash; without a hash (a sheet written by hand) the first text that there is."""
    for data in texts:
        try:
            text = data.decode().replace("\r\n", "\n") if data is not None else None
        except UnicodeDecodeError:
            continue
        if text is not None and (not sha256 or hashlib.sha256(text.encode()).hexdigest() == sha256):
            return text
    return None


def _finish_move(folder: Folder, stem: str, sha256: str | None) -> str | None:
    """The text of the sheet as it stands; a move that a kill interrupted is finished."""
    path, waiting = _text_files(folder, stem)
    text = _text_of([folder.read_if_there(path)], sha256)
    if text is None and (text := _text_of([folder.read_if_there(waiting)], sha256)) is not None:
        folder.move(waiting, path)
    return text


def _until_unchanged(save: Callable[[], W]) -> W:
    """What `save` gives, tried again while a person saves the same file between its reading and its writing."""
    for _ in range(ATTEMPTS - 1):
        with suppress(ChangedError):
            return save()
    return save()


def _write_both(folder: Folder, path: Path, sheet: bytes, before: bytes | None, text: str) -> bool:
    """Write a sheet and its text in the order that the head of this module explains."""
    place, waiting = _text_files(folder, path.stem)
    new_text = text.encode()
    if folder.read_if_there(place) == new_text:
        return folder.write(path, sheet, before)
    folder.write(waiting, new_text, folder.read_if_there(waiting))
    folder.write(path, sheet, before)
    folder.move(waiting, place)
    return True


def _encode(source: Source, text: str) -> bytes:
    return (b"\xef\xbb\xbf" if source.bom else b"") + text.encode()


def _sha256_in(source: Source) -> str | None:
    node, exact = source.find(("article", "sha256")) if source.root else (None, False)
    return node.raw if node and exact and node.value is not None else None


def _digest(files: Iterable[bytes | None]) -> str:
    parts = [hashlib.sha256(data).hexdigest() if data is not None else "-" for data in files]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _still_known(data: bytes, before: Shelf, now: Shelf) -> bool:
    """Whether a sheet without mistakes still has none by the registers of `now`: it names no id that they lost."""
    for old, new in ((before.actor_ids, now.actor_ids), (before.topic_ids, now.topic_ids)):
        if old is new or new is None:
            continue
        if old is None or b"\\" in data or any(lost.encode() in data for lost in old - new):
            return False
    return True
