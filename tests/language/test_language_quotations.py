import time

import pytest

from briefwright.language.quotations import find_quotations


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("She called it “a mess” and left.", ["a mess"]),
        ('He said "no" and then "yes".', ["no", "yes"]),
        ("Er sagte „nein“ und ging.", ["nein"]),
        ("Il a dit « non » hier.", [" non "]),
        ("It was ``a draw'' in the end.", ["a draw"]),
        ("''A draw,'' she said.", ["A draw,"]),
        ("“They said ‘no’ to us,” he said.", ["They said ‘no’ to us,"]),
        ("“It’s the town’s own fault.”", ["It’s the town’s own fault."]),
        ("“One begins\n\n“Two goes on,” he said.", ["One begins", "Two goes on,"]),
        ("He said “never closed.\nNext paragraph.", ["never closed."]),
        ("Lost its opening mark,” he said. “Found it.”", ["Lost its opening mark,", "Found it."]),
        ("“Closed by the wrong mark,“ she said.", ["Closed by the wrong mark,"]),
        (
            '“Closed by a straight mark," she said. "It ends here," he said.',
            ["Closed by a straight mark,", "It ends here,"],
        ),
        ('“A "word" inside,” she said.', ['A "word" inside,']),
        ('A 6" pipe and a "plain" word.', ["plain"]),
        ("An empty “” pair.", []),
        ("No marks at all.", []),
    ],
)
def test_finds_what_stands_between_double_marks(text: str, quotations: list[str]) -> None:
    assert [text[s.start : s.end] for s in find_quotations(text)] == quotations


def test_takes_time_in_proportion_to_the_text() -> None:
    begin = time.perf_counter()
    find_quotations('"“”' * 100_000)
    assert time.perf_counter() - begin < 5
