"""What a person changes in how a sheet is written down, without changing what it says."""

from __future__ import annotations

import re
from random import Random

from edits_of_content import Edit, written
from handwriting import Handwriting
from paper import Paper

from briefwright.sheets.render import inline, list_entry, pair
from briefwright.sheets.yaml_source import Node


def comment_above(paper: Paper, random: Random) -> None:
    """Write a comment on a line of its own, at any depth."""
    starts = [m.end() for m in re.finditer(r"^|\n", paper.text)]
    indent = " " * random.choice((0, 0, 2, 2, 4, 6))
    at = random.choice(starts)
    paper.replace(at, at, ("" if paper.text[:at].endswith("\n") or not at else "\n") + f"{indent}{paper.note()}\n")


def comment_beside(paper: Paper, random: Random) -> None:
    at = random.choice([m.start() for m in re.finditer(r"(?<=\S)[ \t]*\r?$", paper.text, re.MULTILINE)] or [0])
    paper.replace(at, at, f"  {paper.note()}")


def comment_at_the_end(paper: Paper, random: Random) -> None:
    gap = "" if paper.text.endswith("\n") else "\n"
    paper.replace(len(paper.text), len(paper.text), gap + paper.note() + random.choice(("", "\n")))


def move_a_comment(paper: Paper, random: Random) -> None:
    """Cut a comment that has a line of its own and paste it at another."""
    if not paper.comments:
        return
    comment = random.choice(paper.comments)
    line = re.search(rf"^[ \t]*{re.escape(comment)}\r?\n", paper.text, re.MULTILINE)
    if line:
        paper.text = paper.text[: line.start()] + paper.text[line.end() :]
        at = random.choice([m.end() for m in re.finditer(r"\n", paper.text)] or [0])
        paper.text = paper.text[:at] + line[0] + paper.text[at:]


def blank_line(paper: Paper, random: Random) -> None:
    at = random.choice([m.end() for m in re.finditer(r"\n", paper.text)] or [0])
    paper.replace(at, at, random.choice(("\n", "  \n", "\n\n")))


def blank_lines_between_items(paper: Paper, random: Random) -> None:
    sections = [s for s, i, _ in paper.items() if i == 1 and not paper.node(s).flow]
    if sections:
        section = random.choice(sections)
        for i in range(len(paper.node(section).items) - 1, 0, -1):
            at = paper.entry(section, i)[0]
            paper.replace(at, at, "\n")


def trailing_blanks(paper: Paper, random: Random) -> None:
    ends = [m.start() for m in re.finditer(r"\r?\n|\Z", paper.text)]
    for at in sorted(random.sample(ends, k=min(len(ends), 5)), reverse=True):
        paper.replace(at, at, random.choice((" ", "   ", "\t")))


def end_of_file(paper: Paper, random: Random) -> None:
    paper.text = paper.text.rstrip("\r\n") + random.choice(("", paper.newline, paper.newline * 3))


def line_ends(paper: Paper, random: Random) -> None:
    unix = paper.text.replace("\r\n", "\n")
    paper.text = unix if "\r\n" in paper.text else unix.replace("\n", "\r\n")


def byte_order_mark(paper: Paper, random: Random) -> None:
    paper.bom = not paper.bom


def document_marks(paper: Paper, random: Random) -> None:
    if not re.search(r"^(---|\.\.\.)", paper.text, re.MULTILINE):
        start = random.choice(("---\n", "%YAML 1.2\n---\n", ""))
        paper.replace(0, 0, start)
        paper.replace(len(paper.text), len(paper.text), ("\n" * (not paper.text.endswith("\n"))) + "...\n")


def indent_everything(paper: Paper, random: Random) -> None:
    """Indent by four where it was by two, or all lists as deep as their keys."""
    if random.random() < 0.5:
        paper.text = re.sub(
            r"^( *)(- )?",
            lambda m: m[1] * 2 + ("-   " if m[2] else ""),
            paper.text,
            flags=re.MULTILINE,
        )
    else:
        for section in dict.fromkeys(s for s, _, _ in paper.items() if not paper.node(s).flow):
            if paper.node(section).items:  # else a shift before this one broke the sheet, and all is undone
                _shift(paper, section, -2)


def indent_a_section(paper: Paper, random: Random) -> None:
    sections = [s for s, i, _ in paper.items() if i == 0 and not paper.node(s).flow]
    if sections:
        _shift(paper, random.choice(sections), random.choice((1, 2, 3, -2)))


def _shift(paper: Paper, section: str, by: int) -> None:
    start, end = paper.entry(section, 0)[0], paper.line_end(paper.node(section).end)
    old, new = (r"^(?=[^\r\n])", " " * by) if by > 0 else ("^  ", "")
    paper.text = paper.text[:start] + re.sub(old, new, paper.text[start:end], flags=re.MULTILINE) + paper.text[end:]


def indent_an_item(paper: Paper, random: Random) -> None:
    """More blanks behind the dash, and as many before each line below it; or the item on the line below its dash."""
    items = [(s, i) for s, i, _ in paper.items() if not paper.in_braces(s, i)]
    if items:
        start, end = paper.entry(*random.choice(items))
        lines, newline = paper.text[start:end], paper.newline
        if random.random() < 0.5:
            lines = re.sub(r"^( *-)", r"\1  ", lines)
            lines = re.sub(r"\n(?=[^\r\n])", "\n  ", lines)
        else:
            lines = re.sub(r"^( *)- ", lambda m: f"{m[1]}-{newline}{m[1]}  ", lines)
        paper.text = paper.text[:start] + lines + paper.text[end:]


def quote_otherwise(paper: Paper, random: Random) -> None:
    """Write a text in another of YAML's styles."""
    paths = [
        (s, i, name)
        for s, i, item in paper.items()
        for name in type(item).model_fields
        if isinstance(getattr(item, name), str)
    ]
    paths += [("article", "title"), ("bottom_line",), ("notes",)]
    path = random.choice(paths)
    above, node = paper.node(*path[:-1]), paper.node(*path)
    if path[-1] in above.pairs and isinstance(node.value, str):
        key, line = above.pairs[path[-1]][0], paper.text[node.end : paper.line_end(node.end)]
        column = key.start - paper.line_start(key.start)
        new = written(node.value, column, paper.in_braces(*path), random, alone=not line.strip())
        paper.replace(node.start, node.end, new)


def braces_or_lines(paper: Paper, random: Random) -> None:
    """Write an item, its evidence, a list or a whole section in braces, or without."""
    paths: list[tuple[str | int, ...]] = [(s, i) for s, i, _ in paper.items()]
    paths += [
        (s, i, n)
        for s, i, item in paper.items()
        for n in ("about", "aliases", "evidence", "topics")
        if getattr(item, n, ())
    ]
    paths += [(s,) for s, i, _ in paper.items() if i == 0]
    path = random.choice(paths or [("article",)])
    if paper.in_braces(*path) or path[-1] not in (paper.node(*path[:-1]).pairs or path):
        return
    node, value = paper.node(*path), paper.sheet
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    start = paper.line_start(node.start)
    if isinstance(path[-1], int):
        column = paper.node(*path[:-1]).start - paper.line_start(paper.node(*path[:-1]).start)
        start, end = paper.entry(*path)
        lines = list_entry(value, column) if node.flow else [" " * column + "- " + inline(value)]
    else:
        key = paper.node(*path[:-1]).pairs[path[-1]][0]
        start, end = paper.line_start(key.start), paper.line_end(node.end)
        if paper.text[start : key.start].strip():
            return
        column = key.start - start
        lines = pair(path[-1], value, column) if node.flow else [f"{' ' * column}{path[-1]}: {inline(value)}"]
    piece = paper.text[start:end]
    if not any(comment in piece for comment in paper.comments):
        paper.replace(start, end, "\n".join(lines) + "\n")


def break_a_line_in_braces(paper: Paper, random: Random) -> None:
    """Go to a new line behind a comma between brackets, often with a comment."""
    nodes, commas = [paper.node()], []
    while nodes:
        node = nodes.pop()
        inner = [*node.items, *(value for _, value in node.pairs.values())]
        nodes += inner
        if node.flow:
            matches = (re.compile(r" *,").match(paper.text, entry.end) for entry in inner)
            commas += [match.end() for match in matches if match]
    if commas:
        at = random.choice(commas)
        paper.replace(at, at, f"{' ' + paper.note() if random.random() < 0.7 else ''}\n{' ' * 12}")


def share_a_value(paper: Paper, random: Random) -> None:
    """Give a value an anchor and write an alias where the same value stands again."""
    paths: list[tuple[str | int, ...]] = [("lead", i) for i in range(len(paper.sheet.lead))]
    for section, i, item in paper.items():
        paths += [(section, i, name) for name in type(item).model_fields if name not in ("id", "publish", "evidence")]
        paths += [(section, i, "evidence", k) for k in range(len(getattr(item, "evidence", ())))]
    known: dict[object, Node] = {}
    pairs = []
    for node in (node for node, exact in map(paper.source.find, paths) if exact and not node.shared):
        if node.plain() not in ((), None) and (node.kind == "scalar" or node.flow or node.pairs):
            said = repr(node.plain())
            pairs += [(known[said], node)] if said in known else []
            known.setdefault(said, node)
    if pairs:
        first, second = sorted(random.choice(pairs), key=lambda node: node.start)
        paper.noted += 1
        below = "\n" + " " * (first.start - paper.line_start(first.start))
        paper.forget(paper.text[second.start : second.end])
        paper.replace(second.start, second.end, f"*x{paper.noted}")
        paper.replace(first.start, first.start, f"&x{paper.noted}{' ' if first.flow or not first.pairs else below}")


def order_of_keys(paper: Paper, random: Random) -> None:
    """Move the lines of one key of an item, the first one excepted, behind another's."""
    items = [(s, i) for s, i, _ in paper.items() if not paper.in_braces(s, i, "id")]
    pairs = list(paper.node(*random.choice(items)).pairs.values())[1:] if items else []
    if len(pairs) > 1:
        (key, value), (_, other) = random.sample(pairs, k=2)
        start, end, to = paper.line_start(key.start), paper.line_end(value.end), paper.line_end(other.end)
        lines = paper.text[start:end]
        if paper.text[:to].endswith("\n") and lines.endswith("\n"):
            text = paper.text
            paper.text = (
                text[:start] + text[end:to] + lines + text[to:]
                if start < to
                else text[:to] + lines + text[to:start] + text[end:]
            )


def top_of_file(paper: Paper, random: Random) -> None:
    """Move a section of the sheet to another place."""
    pairs = list(paper.source.root.pairs.values())
    (key, value), (_, other) = random.sample(pairs, k=2)
    start, end, to = key.start, paper.line_end(value.end), paper.line_end(other.end)
    if start < to and paper.text[:to].endswith("\n"):
        paper.text = paper.text[:start] + paper.text[end:to] + paper.text[start:end] + paper.text[to:]


def write_anew(paper: Paper, random: Random) -> None:
    """Write the whole sheet in another hand, the comments at its top."""
    hand = Handwriting(random, paper.note)
    before = [comment for comment in paper.comments if not comment.startswith("# out")]
    paper.comments, paper.hidden = list(before), []
    lines = "".join(f"{comment}\n" for comment in before) + hand.writes(paper.sheet)
    paper.text = lines.replace("\n", paper.newline)


FORM: tuple[Edit, ...] = (
    comment_above,
    comment_beside,
    comment_at_the_end,
    move_a_comment,
    blank_line,
    blank_lines_between_items,
    trailing_blanks,
    end_of_file,
    line_ends,
    byte_order_mark,
    document_marks,
    indent_everything,
    indent_a_section,
    indent_an_item,
    quote_otherwise,
    braces_or_lines,
    break_a_line_in_braces,
    share_a_value,
    order_of_keys,
    top_of_file,
    write_anew,
)
