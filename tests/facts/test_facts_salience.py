from __future__ import annotations

import pytest
from facts_reading import read

from briefwright.facts import salience
from briefwright.facts.questions import find_questions
from briefwright.model.document import Cast

NOBODY = Cast(())


def _open(text: str) -> list[tuple[str, str]]:
    return [(q.kind, q.question) for q in find_questions(read(text), NOBODY)]


@pytest.mark.parametrize(
    ("text", "kind", "question"),
    [
        ("The ministers will meet in Halvik on Friday.", "pending", "Will the ministers meet in Halvik on Friday?"),
        ("The council plans to block the merger.", "pending", "Will the council block the merger?"),
        ("The dockers urged the mayor to sign the treaty.", "pending", "Will the mayor sign the treaty?"),
        ("The plan still needs to be approved by the council.", "pending", "Will the plan be approved by the council?"),
        ("The council has three weeks to pass a budget.", "pending", "Will the council pass a budget?"),
        ("The dockers fear the planned tariffs on fish.", "pending", "What will come of the planned tariffs on fish?"),
        ("The senate is preparing a vote on the harbour.", "pending", "What will come of the vote on the harbour?"),
        ("No pilots have been appointed.", "pending", "Will any pilots be appointed?"),
        ("Orla Venn is closer to winning the nomination.", "pending", "Will Orla Venn win the nomination?"),
        ("The captain was charged with murder.", "pending", "Is the captain guilty?"),
        ("The mayor called the tariffs unjust.", "disputed", "Are the tariffs unjust?"),
        ("The union condemned the decision of the council.", "disputed", "Is the decision of the council justified?"),
        ("While the mayor says the bridge is safe, one engineer said it was not.", "disputed", "Is the bridge safe?"),
        ("The mayor accused the union of hiding the letters.", "unconfirmed", "Did the union hide the letters?"),
        ("The rebels claimed responsibility for the attack on the port.", "unconfirmed",
         "Are the rebels behind the attack on the port?"),
        ("Venn claims to have fought in Calder.", "unconfirmed", "Did Venn fight in Calder?"),
        ("The minister had no information about envoys coming to the talks.", "unknown",
         "Will envoys come to the talks?"),
    ],
)  # fmt: skip
def test_what_lies_ahead_or_is_quarrelled_about(text: str, kind: str, question: str) -> None:
    assert _open(text) == [(kind, question)]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor hopes to sleep.",
        "The mayor wants to return to Halvik on Tuesday.",
        "The minister will smile on Friday.",
        "He said that he would go, but he added that it was late.",
        "The planned garden was full of roses.",
        "The council has not been asked.",
    ],
)
def test_most_of_what_lies_ahead_is_nobodys_question(text: str) -> None:
    assert _open(text) == []


def test_faint_questions_fill_up_to_a_few() -> None:
    faint = (
        "The ministers will meet in Halvik. The senate is preparing a vote on the harbour. "
        "The dockers urged the mayor to sign the treaty. The king will endorse the merger. "
    )
    unclear = (
        "It is unclear whether the old mill burned. It is unclear whether the tower fell. "
        "It is unclear whether a cow was hurt. "
    )
    assert len(_open(faint)) == salience.FEW
    assert [kind for kind, _ in _open(faint + unclear)] == ["unknown"] * 3


def test_a_decision_and_its_day_count() -> None:
    (later,) = find_questions(read("The ministers will meet in Halvik."), NOBODY)
    (friday,) = find_questions(read("The ministers will meet in Halvik on Friday."), NOBODY)
    assert later.score is not None
    assert friday.score is not None
    assert later.score < friday.score < salience.FAINT
