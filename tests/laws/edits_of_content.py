"""What a person changes in what a sheet says: each edit takes the paper and dice, and changes both text and meaning.

An edit that finds nothing to do leaves the paper alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from random import Random

from newsroom import SENTENCES, quoted
from paper import Paper

from briefwright.model.factsheet import Event, Evidence, Item, OpenQuestion
from briefwright.sheets.render import inline, list_entry, pair, scalar

Edit = Callable[[Paper, Random], None]

WORDS = (
    "By hand.",
    "no",
    "12",
    "it's: #1 - so",
    "{x} [y], z",
    "A long  one, with\ttabs",
    "two\nlines\n",
    "é 😀",
    "& *x !y %z",
)
DATES = ("2023", "2023-05", "2023-05-02", None)
VALUES: dict[str, dict[str, tuple[object, ...]]] = {
    "actors": {
        "name": WORDS,
        "kind": ("person", "state", "media"),
        "role": (*WORDS, None),
        "affiliation": (None,),
        "aliases": ((), ("A",), ("A: b", "no")),
        "salience": ("main", "minor"),
        "publish": (False, True),
        "reviewed": (True, False),
    },
    "positions": {
        "actor": (None,),
        "act": ("deny", "warn"),
        "mode": ("direct", "mixed"),
        "statement": WORDS,
        "source": (*WORDS, None),
        "cue": (*WORDS, None),
        "via": (None,),
        "about": ((),),
        "topics": ((),),
        "score": (0.25, None),
        "publish": (False, True),
        "reviewed": (True, False),
    },
    "open_questions": {
        "question": WORDS,
        "kind": ("unknown", "disputed"),
        "status": ("answered", "dropped"),
        "due": DATES,
        "answer": (*WORDS, None),
        "about": ((),),
        "topics": ((),),
        "score": (0.25, None),
        "publish": (False, True),
        "reviewed": (True, False),
    },
    "events": {
        "event": WORDS,
        "date": DATES,
        "when": (*WORDS, None),
        "publish": (False, True),
        "reviewed": (True, False),
    },
}
"""Every field of every item and what a person may write there; ids of actors come from the sheet itself."""
OWN: dict[tuple[str, ...], tuple[object, ...]] = {
    ("bottom_line",): (*WORDS, None),
    ("notes",): ("# no comment\n- but notes\n", *WORDS, None),
    ("publish",): (False, True),
    ("article", "title"): WORDS,
    ("article", "outlet"): (*WORDS, None),
    ("article", "author"): (*WORDS, None),
    ("article", "url"): ("https://ostby.example/a?b#c", None),
    ("article", "published"): ("2023-05-02", "2023-05-02T10:00:00Z", None),
    ("article", "language"): ("en", "no"),
}
WORDS_OF = {"actors": "name", "positions": "statement", "open_questions": "question", "events": "event"}


def written(value: object, column: int, in_braces: bool, random: Random, alone: bool = True) -> str:
    """A value below or behind a key at `column` in one of the styles of YAML; `alone` on what is left of its line."""
    if not isinstance(value, str):
        return inline(value, in_braces)
    styles = ["plain", "single", "double"] + ["literal", "folded", "broken"] * (alone and not in_braces)
    style, deeper = random.choice(styles), "\n" + " " * (column + 3)
    printable = not re.search(r"[^ -~\n\xa0-\uffff]|😀|[ \n]$|^[ \n]|\n[ \n]", value)
    if style == "single" and "\n" not in value and "\t" not in value:
        return "'" + value.replace("'", "''") + "'"
    if style == "double" and not any(ord(c) > 0xFFFF for c in value):
        return json.dumps(value, ensure_ascii=random.random() < 0.3)
    if style == "literal" and printable:
        return "|-" + deeper + value.replace("\n", deeper)
    if style == "folded" and printable and "\n" not in value:
        return ">-" + deeper + re.sub(r"(?<=\S) (?=\S)", deeper, value, count=1)
    if style == "broken" and printable and "\n" not in value:
        return re.sub(r"(?<=\w) (?=\w)", deeper, scalar(value), count=1)
    return scalar(value, in_braces)


def change_an_item(paper: Paper, random: Random) -> None:
    if found := _some_item(paper, random):
        section, i, _ = found
        name = random.choice(list(VALUES[section]))
        _put(paper, (section, i), name, random.choice(_choices(paper, section, name)), random)


def change_an_own_field(paper: Paper, random: Random) -> None:
    *above, name = random.choice(list(OWN))
    _put(paper, tuple(above), name, random.choice(OWN[(*above, name)]), random)


def drop_a_field(paper: Paper, random: Random) -> None:
    """Delete the line of a field that need not be there."""
    if not (found := _some_item(paper, random)):
        return
    section, i, item = found
    pairs, fields = paper.node(section, i).pairs, type(item).model_fields
    names = [n for n in list(pairs)[1:] if n in fields and not fields[n].is_required()]
    if names and not paper.in_braces(section, i, names[0]):
        name = random.choice(names)
        start, end = paper.line_start(pairs[name][0].start), paper.line_end(pairs[name][1].end)
        paper.forget(paper.text[start:end])
        paper.replace(start, end, "")
        paper.set(section, i, name, to=fields[name].default)


def change_evidence(paper: Paper, random: Random) -> None:
    """Give an item other words of the article, or none."""
    texts = [s for s in SENTENCES if s in paper.article]
    found = [entry for entry in paper.items() if entry[0] != "actors"]
    if found:
        section, i, _ = random.choice(found)
        evidence = quoted(random.choice(texts), paper.article, random.random() < 0.3) if texts else ()
        _put(paper, (section, i), "evidence", evidence if random.random() < 0.8 else (), random)


def change_the_lead(paper: Paper, random: Random) -> None:
    texts = [s for s in SENTENCES if s in paper.article]
    new = quoted(random.choice(texts), paper.article) if texts and random.random() < 0.5 else ()
    _put(
        paper, (), "lead", (*new, *random.sample(paper.sheet.lead, k=random.randint(0, len(paper.sheet.lead)))), random
    )


def delete_an_item(paper: Paper, random: Random) -> None:
    if found := _some_item(paper, random, named=False):
        section, i, _ = found
        if paper.in_braces(section, i):
            _cut_in_braces(paper, section, i)
        else:
            start, end = paper.entry(section, i)
            paper.forget(paper.text[start:end])
            paper.replace(start, end, "")
        _without(paper, section, i)


def comment_an_item_out(paper: Paper, random: Random) -> None:
    found = _some_item(paper, random, named=False)
    if not found or paper.in_braces(*found[:2]):
        return
    section, i, item = found
    start, end = paper.entry(section, i)
    lines = paper.text[start:end]
    if not any(comment in lines for comment in paper.comments):
        paper.noted += 1
        out = re.sub(r"^", f"# out {paper.noted}: ", lines.rstrip("\r\n"), flags=re.MULTILINE)
        paper.comments += out.replace("\r", "").split("\n")
        paper.replace(start, end, out + lines[len(lines.rstrip("\r\n")) :])
        paper.hidden.append((out, lines.rstrip("\r\n"), section, item))
        _without(paper, section, i)


def take_an_item_in_again(paper: Paper, random: Random) -> None:
    """Undo `comment_an_item_out`; the item stands where its lines do."""
    for out, lines, section, item in paper.hidden[-1:]:
        place = paper.text.find(out)
        ids = {other.id for _, _, other in paper.items()}  # the parser may have found others, and lost some
        whole = item.id not in ids and ids.issuperset(filter(None, _references(item)))
        if place >= 0 and whole and paper.node(section).items:
            at = sum(node.start < place for node in paper.node(section).items)
            paper.replace(place, place + len(out), lines)
            paper.comments = [c for c in paper.comments if c not in out]
            paper.hidden.pop()
            paper.set(section, to=_inserted(getattr(paper.sheet, section), at, item))


def add_an_item(paper: Paper, random: Random) -> None:
    """An event or a question, with or without evidence, under a name of its own or one the parser may come to use."""
    taken = {item.id for _, _, item in paper.items()}
    words = [s for s in SENTENCES if s in paper.article]
    evidence: tuple[Evidence, ...] = (
        quoted(random.choice(words), paper.article) if words and random.random() < 0.5 else ()
    )
    name = random.choice(("mine", "mine-2", "e-no", "p-no", "denholm", "quill-council", "council", "port", "no"))
    if name in taken:
        return
    section, item = random.choice((
        ("events", Event(id=name, event=random.choice(WORDS), evidence=evidence)),
        ("open_questions", OpenQuestion(id=name, question=random.choice(WORDS), kind="asked", evidence=evidence)),
    ))  # fmt: skip
    now = getattr(paper.sheet, section)
    node, at = paper.node(section), random.randint(0, len(now))
    if section not in paper.source.root.pairs:
        return
    if not node.items or node.flow:
        _put(paper, (), section, _inserted(now, at, item), random)
        return
    start = paper.entry(section, at)[0] if at < len(now) else paper.entry(section, at - 1)[1]
    column = node.start - paper.line_start(node.start)
    flow = random.random() < 0.3
    lines = [" " * column + "- " + inline(item, True)] if flow else list_entry(item, column)
    joined = "\n".join(lines)
    paper.replace(start, start, ("\n" if not paper.text[:start].endswith("\n") else "") + joined + "\n")
    paper.set(section, to=_inserted(now, at, item))


def move_an_item(paper: Paper, random: Random) -> None:
    """Cut an item with the comments below it and paste it before another."""
    if not (found := _some_item(paper, random)) or paper.in_braces(*found[:2]):
        return
    section, i, item = found
    others = getattr(paper.sheet, section)
    j = random.randrange(len(others))
    if j < i:
        to, (start, end) = paper.entry(section, j)[0], paper.entry(section, i)
        lines = paper.text[start:end]
        paper.replace(start, end, "")
        paper.text = paper.text[:to] + lines + ("" if lines.endswith("\n") else paper.newline) + paper.text[to:]
        paper.set(section, to=_inserted((*others[:i], *others[i + 1 :]), j, item))


def rename_an_item(paper: Paper, random: Random) -> None:
    """Give an item that nobody refers to another id."""
    if found := _some_item(paper, random, named=False):
        section, i, item = found
        node = paper.node(section, i, "id")
        new = item.id + "-x"
        if len(new) < 60 and new not in {other.id for _, _, other in paper.items()}:
            paper.replace(node.start, node.end, new)
            paper.set(section, i, "id", to=new)


def _choices(paper: Paper, section: str, name: str) -> tuple[object, ...]:
    actors = [a.id for a in paper.sheet.actors]
    if name in ("actor", "via", "affiliation"):
        return (None, *actors)
    if name == "about":
        return ((), *((a,) for a in actors), tuple(actors[:2]))
    if name == "topics":  # the register has those that the sheet names already, and perhaps no other
        return ((), *((t,) for t in sorted({t for _, _, item in paper.items() for t in getattr(item, "topics", ())})))
    return VALUES[section][name]


def _put(paper: Paper, above: tuple[str | int, ...], name: str, value: object, random: Random) -> None:
    """Write a value at a key, which is added where it is missing."""
    node, in_braces = paper.node(*above), paper.in_braces(*above, name)
    if name in node.pairs:
        key, old = node.pairs[name]
        line = paper.text[old.end : paper.line_end(old.end)]
        if old.kind != "scalar" and not old.flow and not in_braces:
            start, end = paper.line_start(key.end), paper.line_end(old.end)
            if paper.text[start : key.start].strip():
                return
            paper.forget(paper.text[start:end])
            new = "\n".join(pair(name, value, key.start - start))
            paper.replace(start, end, new + "\n")
        else:
            paper.forget(paper.text[old.start : old.end])
            column = key.start - paper.line_start(key.start)
            new = written(value, column, in_braces, random, alone=not line.strip())
            paper.replace(old.start, old.end, ("" if old.start < old.end else " ") + new)
    elif in_braces:
        at = next(iter(node.pairs.values()))[1].end
        paper.replace(at, at, f", {name}: {written(value, 0, True, random)}")
    else:
        key, first = next(iter(node.pairs.values()))
        column = key.start - paper.line_start(key.start)
        at = paper.line_end(first.end)
        gap = "" if paper.text[:at].endswith("\n") else "\n"
        paper.replace(at, at, f"{gap}{' ' * column}{name}: {written(value, column, False, random)}\n")
    paper.set(*above, name, to=value)


def _some_item(paper: Paper, random: Random, named: bool = True) -> tuple[str, int, Item] | None:
    """One of the items; unless `named` one that no other refers to."""
    used = set() if named else {r for _, _, item in paper.items() for r in _references(item)}
    items = [entry for entry in paper.items() if entry[2].id not in used]
    return random.choice(items) if items else None


def _references(item: Item) -> list[str | None]:
    return [*(getattr(item, key, None) for key in ("actor", "via", "affiliation")), *getattr(item, "about", ())]


def _cut_in_braces(paper: Paper, section: str, i: int) -> None:
    node = paper.node(section, i)
    behind = re.compile(r"\s*,\s*").match(paper.text, node.end)
    start, end = node.start, behind.end() if behind else node.end
    if not behind and i:
        start = paper.node(section, i - 1).end
    paper.forget(paper.text[start:end])
    paper.replace(start, end, "")


def _without(paper: Paper, section: str, i: int) -> None:
    items = getattr(paper.sheet, section)
    paper.set(section, to=(*items[:i], *items[i + 1 :]))


def _inserted(items: tuple[Item, ...], at: int, item: Item) -> tuple[Item, ...]:
    return (*items[:at], item, *items[at:])


EDITS: tuple[Edit, ...] = (
    change_an_item,
    change_an_own_field,
    drop_a_field,
    change_evidence,
    change_the_lead,
    delete_an_item,
    comment_an_item_out,
    take_an_item_in_again,
    add_an_item,
    move_an_item,
    rename_an_item,
)
