"""Each kind of mistake, at its line and column and in plain words, and all of them at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from sheet_desk import TEXT, Desk, evidence


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def problems(desk: Desk, *replacements: tuple[str, str]) -> list[str]:
    desk.edit(*replacements)
    return [str(problem) for problem in desk.shelf().problems]


E = evidence("money is short")
AT = f"start: {E.start}, end: {E.end}"
QUOTE = f"{{quote: money is short, {AT}}}"
PLACE = "▸"
"""Marks in an edit the character that the message must point to."""

# What is edited in the sheet, and what is told. The last column needs no place: PLACE gives it.
MISTAKES = {
    "tab": ("    name: Ana Ruiz", "▸\tname: Ana Ruiz", "a tab stands where only blanks may be. Indent with blanks."),
    "colon in text": (
        "title: Lorne closes its bridge",
        "title: Lorne▸: bridge: closed",
        'a ": " stands where no key can be. Put quotes around text that holds such marks. Check the indentation.',
    ),
    "a blank too few": (
        "    act: deny",
        "   ▸act: deny",
        'this line is indented otherwise than the lines above it. Indent it by 4 blanks, like "actor".',
    ),
    "a blank too many": (
        "    act: deny",
        "     ▸act: deny",
        'this line is indented otherwise than the lines above it. Indent it by 4 blanks, like "actor".',
    ),
    "an entry too deep": (
        "  - id: council-to-pay",
        "   ▸- id: council-to-pay",
        'this line is indented otherwise than the lines above it. Indent it by 2 blanks, like "- id".',
    ),
    "a section too deep": (
        "open_questions:\n",
        " ▸open_questions:\n",
        'this line is indented otherwise than the lines above it. Begin it where the line begins, like "positions".',
    ),
    "unclosed quote": (
        "title: Lorne closes its bridge",
        "title: ▸'Lorne closes its bridge",
        "a quotation mark is opened here and never closed. Close it.",
    ),
    "quote closed too late": (
        "title: Lorne closes its bridge\n  outlet: null",
        "title: ▸'Lorne closes its bridge\n  outlet: 'Post'",
        "a quotation mark is opened here and closed in a later line. Close it here.",
    ),
    "text after a quote": (
        "role: mayor",
        "role: 'the' ▸mayor",
        "the value goes on behind its closing quotation mark. "
        "Put single quotes around all of it, and write each single quote in it twice.",
    ),
    "no blank after a colon": (
        "    role: mayor",
        "    ▸role:mayor",
        'no blank stands behind the colon. Write "role: mayor".',
    ),
    "no-break space": (
        "    role: mayor",
        "    role:▸\xa0mayor",
        "a blank that YAML takes for a letter (U+00A0) stands here. Write an ordinary blank.",
    ),
    "no-break space in an indentation": (
        "    role: mayor",
        "▸\xa0   role: mayor",
        "a blank that YAML takes for a letter (U+00A0) stands here. Write an ordinary blank.",
    ),
    "entry without its dash": (
        "  - id: harbour-union\n",
        "    ▸id: harbour-union\n",
        '"id" begins a new entry here, but no "- " stands before it. '
        'Write "- id: …"; if it is no new entry, delete the line.',
    ),
    "a conflict of git": (
        "role: mayor\n",
        "role: mayor\n▸<<<<<<< HEAD\n    salience: main\n=======\n    salience: minor\n>>>>>>> other\n",
        "git left two versions here, to line 26: both sides changed these lines. Keep what is right of the two, "
        "and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.",
    ),
    "asterisk": (
        "role: mayor",
        "role: ▸**mayor**",
        "no value can begin with this character. Put quotes around text that holds such marks.",
    ),
    "unclosed list": ("[Ruiz]", "▸[Ruiz", 'the "[" here is not closed. Add "]", or quotes around the text.'),
    "at sign": (
        "role: mayor",
        "role: ▸@mayor",
        "no value can begin with this character. Put quotes around text that holds such marks.",
    ),
    "line without a colon": (
        "    role: mayor\n",
        "    ▸role mayor\n",
        'this line has no colon after its key. Write "key: value".',
    ),
    "duplicate key": (
        "role: mayor",
        "▸name: Ana",
        'the key "name" stands already in line 19. Delete one of the two.',
    ),
    "unknown key": ("role: mayor", "▸rolle: mayor", 'unknown key "rolle". Did you mean "role"?'),
    "unlike any key": (
        "role: mayor",
        "▸zzz: mayor",
        'unknown key "zzz". Known here: id, publish, reviewed, name, kind, role, affiliation, aliases, salience.',
    ),
    "misspelt key, which is not also missing": (
        "statement: the council to pay.",
        "▸statment: the council to pay.",
        'unknown key "statment". Did you mean "statement"?',
    ),
    "missing key": (
        "- id: council-to-pay\n    actor: harbour-union\n    act: demand\n",
        "- ▸id: council-to-pay\n    actor: harbour-union\n",
        '"act" is missing here. Add "act: …".',
    ),
    "no text": ("  title: Lorne closes its bridge", "  title:▸", '"title" has no value. It must be text.'),
    "empty text": ("name: Ana Ruiz", 'name: ▸""', '"name" is empty. Write something, or delete the line.'),
    "list for text": (
        "role: mayor",
        "role: ▸[mayor]",
        '"role" must be text, not a list. Put quotes around text that begins with [ or {.',
    ),
    "text for a list": (
        "aliases: [Ruiz]",
        "aliases: ▸Ruiz",
        '"aliases" must be a list, not "Ruiz". Write "[one, two]", or one "- " line for each.',
    ),
    "text for an item": (
        "events:\n",
        "events:\n  - ▸The bridge closes\n",
        'an entry here must be made of keys and values, not "The bridge closes". '
        'Write lines "key: value", indented below.',
    ),
    "word for true": ("\npublish: true", "\npublish: ▸yes", '"publish" must be true or false, not "yes".'),
    "score": ("score: 0.8", "score: ▸8", '"score" cannot be "8". It must be at most 1.'),
    "score in words": (
        "score: 0.8",
        "score: ▸high",
        '"score" must be a number, not "high". Write one from 0 to 1, such as 0.8, or delete the line.',
    ),
    "format": ("schema: 1", "schema: ▸0", '"schema" cannot be "0"; it is one of: 1.'),
    "kind": (
        "kind: group",
        "kind: ▸grop",
        '"kind" cannot be "grop"; it is one of: person, organisation, state, group, media. Did you mean "group"?',
    ),
    "act": (
        "act: deny",
        "act: ▸refuse",
        '"act" cannot be "refuse"; it is one of: assert, deny, demand, support, oppose, warn, commit, ask, decline.',
    ),
    "no date": ("date: 2023-05", "date: ▸May 2023", '"May 2023" is no date. Write 2023, 2023-03 or 2023-03-20.'),
    "no day": ("date: 2023-05", "date: ▸2023-02-30", '"2023-02-30" is no date. No calendar has it.'),
    "no month": ("date: 2023-05", "date: ▸2023-13", '"2023-13" is no date. No calendar has it.'),
    "published": (
        "published: null",
        "published: ▸yesterday",
        '"yesterday" is no date. Write 2023-03-20 or 2023-03-20T08:30:00Z.',
    ),
    "published at no hour": (
        "published: null",
        "published: ▸2023-03-20T25:00",
        '"2023-03-20T25:00" is no date. No calendar has it.',
    ),
    "id with a path": (
        "id: who-will-pay",
        "id: ▸../../etc",
        '"../../etc" cannot be an id: ids hold lower-case letters, digits and single hyphens. For instance "etc".',
    ),
    "id taken": (
        "id: who-will-pay",
        "id: ▸council",
        'the id "council" is already taken by the item in line 28. Every item needs an id of its own.',
    ),
    "unknown actor": (
        "actor: harbour-union",
        "actor: ▸harbor-union",
        'no actor has the id "harbor-union". Did you mean "harbour-union"?',
    ),
    "unknown actor in a list": (
        "about: [council]",
        "about: [ana-ruiz, ▸z]",
        'no actor has the id "z". Add it to the actors of this sheet.',
    ),
    "unknown affiliation": (
        "role: mayor",
        "affiliation: ▸counsil",
        'no actor has the id "counsil". Did you mean "council"?',
    ),
    "unknown topic": ("[bridge]", "[▸brige]", 'no topic has the id "brige". Did you mean "bridge"?'),
    "article id": (
        "  id: lorne\n",
        "  id: ▸lorn\n",
        'the id "lorn" is not the file\'s name. Write "id: lorne", or name the file lorn.yml.',
    ),
    "quote": (
        QUOTE,
        QUOTE.replace("money is", "▸money was"),
        f"the quote “money was short” is not what the text says from {E.start} to {E.end}: “money is short”. "
        "It stands nowhere in the text: copy the words exactly from factsheets/texts/lorne.txt.",
    ),
    "offsets": (
        QUOTE,
        "{quote: ▸money is short, start: 9, end: 13}",
        "the quote “money is short” is not what the text says from 9 to 13: “l cl”. "
        f'It stands from {E.start} to {E.end}: write "start: {E.start}" and "end: {E.end}".',
    ),
    "offsets of words that stand twice": (
        QUOTE,
        "{quote: ▸It is unclear, start: 9, end: 13}",
        "the quote “It is unclear” is not what the text says from 9 to 13: “l cl”. It stands in the text "
        + ", ".join(f"from {e.start} to {e.end}" for e in (evidence("It is unclear", nth=n) for n in (0, 1)))
        + ": write the start and end of the one that is meant.",
    ),
    "offsets beyond the end": (
        QUOTE,
        f"{{quote: ▸money is short, start: {E.start}, end: 2130}}",
        f"the quote “money is short” cannot stand from {E.start} to 2130: the text has {len(TEXT)} characters. "
        f'It stands from {E.start} to {E.end}: write "start: {E.start}" and "end: {E.end}".',
    ),
    "lead": (
        "lead:\n  - {quote: Lorne will",
        "lead:\n  - {quote: ▸Lorne shall",
        "the quote “Lorne shall close its old bridge” is not what the text says from 0 to 31: "
        "“Lorne will close its old bridge”. "
        "It stands nowhere in the text: copy the words exactly from factsheets/texts/lorne.txt.",
    ),
    "alias": (
        "role: mayor",
        "role: ▸*mayor",
        '"*mayor" is an alias, but no "&mayor" stands above it. '
        "Write the value out; put quotes around text that begins with *.",
    ),
    "alias in its own anchor": (
        "aliases: [Ruiz]",
        "aliases: &a [▸*a]",
        '"*a" is an alias, but no "&a" stands above it. '
        "Write the value out; put quotes around text that begins with *.",
    ),
    "merge key": (
        "  - id: harbour-union\n",
        "  - ▸<<: {role: x}\n    id: harbour-union\n",
        '"<<" takes in another mapping. Write its keys out.',
    ),
    "tag": ("role: mayor", "role: ▸!x y", '"!x" is a tag. Delete it; put quotes around text that begins with !.'),
    "half an answer": (
        "status: open",
        "status: open\n    answer: ▸{sheet: x}",
        '"position" is missing here. Add "position: …".',
    ),
    "number for an answer in a list": (
        "status: open",
        "status: open\n    answer: ▸[1]",
        '"answer" must be text, not a list. Put quotes around text that begins with [ or {.',
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_with_its_place_and_what_to_do(desk: Desk, name: str) -> None:
    old, new, told = MISTAKES[name]
    marked = desk.edit((old, new))
    before = marked[: marked.index(PLACE)]
    desk.edit((PLACE, ""))
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    shelf = desk.shelf()
    assert [str(p) for p in shelf.problems] == [f"factsheets/lorne.yml:{line}:{column}: {told}"]
    assert "lorne" not in shelf.sheets


def test_text_that_looks_like_a_template_is_told_to_be_quoted(desk: Desk) -> None:
    found = problems(desk, ("role: mayor", "role: {{ mayor }}"))
    assert "Put quotes around text that begins with { or [." in found[1]


def test_one_entry_without_its_dash_is_not_told_for_each_that_follows(desk: Desk) -> None:
    found = problems(desk, ("  - id: ana-ruiz\n", "    id: ana-ruiz\n"))
    stray = 'this "- " does not stand below another one. Indent it like the entries above; each of them needs a "- ".'
    assert [line for line in found if stray in line] == found[-1:]
    assert len(found) <= 2


def test_all_mistakes_are_told_in_one_run(desk: Desk) -> None:
    found = problems(
        desk,
        ("title: Lorne closes its bridge", "titel: Lorne"),
        ("kind: group", "kind: grop"),
        ("date: 2023-05", "date: soon"),
        ("actor: harbour-union", "actor: harbor-union"),
        ("quote: money is short", "quote: money was short"),
    )
    assert [line.split(":")[1] for line in found] == ["6", "26", "49", "63", "74"]


def test_broken_yaml_does_not_hide_the_other_mistakes(desk: Desk) -> None:
    found = problems(
        desk,
        ("title: Lorne closes its bridge", "title: Lorne: closed: bridge"),
        ("    role: mayor", "\trole: mayor"),
        ("act: deny", "act: denny"),
        ("score: 0.8", "score: @"),
        ("[bridge]", "[brige]"),
    )
    assert [line.split(":")[1:3] for line in found] == [
        ["6", "15"],
        ["21", "1"],
        ["38", "14"],
        ["58", "10"],
        ["61", "12"],
    ]


@pytest.mark.parametrize(
    ("old", "new", "reads"),
    [
        ("date: 2023-05", "date: 2023", "2023"),
        ("event: The bridge closes", "event: 1984", "1984"),
        ("event: The bridge closes", "event: no", "no"),
        ("event: The bridge closes", "event: 'null'", "null"),
        ("date: 2023-05", "date: 2023-05-06", "2023-05-06"),
    ],
)
def test_text_needs_no_quotes_to_be_text(desk: Desk, old: str, new: str, reads: str) -> None:
    assert problems(desk, (old, new)) == []
    assert reads in desk.sheet().events[0].model_dump().values()


def test_a_list_whose_entries_were_all_deleted_is_empty(desk: Desk) -> None:
    start, end = desk.yaml.index("  - id: who-will-pay"), desk.yaml.index("events:")
    assert problems(desk, (desk.yaml[start:end], ""), ("aliases: [Ruiz]", "aliases:")) == []
    assert desk.sheet().open_questions == ()


def test_a_missing_or_changed_text_is_told_once(desk: Desk) -> None:
    text = desk.folder / "texts" / "lorne.txt"
    text.write_text("another text")
    assert [
        "factsheets/lorne.yml:13:11: the text in texts/ is not the one" in str(p) for p in desk.shelf().problems
    ] == [True]
    text.unlink()
    assert ["factsheets/lorne.yml:13:11: the text is not in texts/" in str(p) for p in desk.shelf().problems] == [True]


def test_line_ends_and_byte_order_mark_change_no_place(desk: Desk) -> None:
    text = desk.edit(("act: deny", "act: denny"))
    desk.path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert [(p.line, p.column) for p in desk.shelf().problems] == [(58, 10)]


def test_a_file_name_that_is_no_id_is_told(desk: Desk) -> None:
    (desk.folder / "My Sheet.yml").write_text("schema: 1\narticle: {id: my-sheet, title: x}\n")
    assert [str(p) for p in desk.shelf().problems] == [
        "factsheets/My Sheet.yml: the file's name cannot be an id. Name it my-sheet.yml."
    ]


def test_a_bad_sheet_takes_no_other_down(desk: Desk) -> None:
    (desk.folder / "other.yml").write_text("schema: 1\narticle: {id: other, title: x: y}\n")
    shelf = desk.shelf()
    assert list(shelf.sheets) == ["lorne"]
    assert [p.file for p in shelf.problems] == ["factsheets/other.yml"]
