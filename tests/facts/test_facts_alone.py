"""Questions that stand alone: told to somebody who has not read the article."""

from __future__ import annotations

import pytest
from facts_reading import doubted, read

from briefwright.facts.actors import find_actors
from briefwright.facts.grounds import find_grounds
from briefwright.facts.phrasing import Phrasing
from briefwright.facts.plainly import ask_plainly
from briefwright.facts.questions import find_candidates
from briefwright.model.document import Cast
from briefwright.model.factsheet import QuestionKind


def _found(text: str) -> list[str]:
    document = read(text)
    return [c.question for c in find_candidates(document, find_actors(document)) if c.family != "read"]


def _asked(kind: QuestionKind, stretch: str, text: str) -> str | None:
    """What is asked of a stretch that only the network takes for open."""
    document = doubted(text, kind, 0.9, stretch)
    (ground,) = find_grounds(document)
    wording = ask_plainly(document, Phrasing(document, Cast(())), ground)
    return wording.question if wording else None


@pytest.mark.parametrize(
    ("text", "question"),
    [
        # Fuller words from before, a name for whom a text calls by what they are.
        ("The council drew up a harbour tax bill. It is unclear whether the bill is lawful.",
         "Is the harbour tax bill lawful?"),
        ("The council drew up a harbour tax bill. It is unclear whether this bill is lawful.",
         "Is the harbour tax bill lawful?"),
        ("The mayor issued an order on fishing. It is unclear whether Calder read the order.",
         "Did Calder read the order on fishing?"),
        # A pronoun stays where the question says what it means.
        ("It is unclear whether the bill will pass if the mayor opposes it.",
         "Will the bill pass if the mayor opposes it?"),
        ("It is unclear whether the port will open this week.", "Will the port open this week?"),
    ],
)  # fmt: skip
def test_a_question_says_what_the_text_only_points_to(text: str, question: str) -> None:
    assert question in _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "It is unclear whether this move was planned.",
        "It is unclear whether such offers help the dockers.",
        "The police would not say whether the port is behind those changes.",
        "It is unclear whether this is Calder.",
        "The dockers know of the plan. It is unclear whether the council will reject it.",
        "The minister has yet to respond to a request for comment.",
        "The council has yet to set a date for a vote other than.",
        "Envoys are coming to Halvik for further talks.",
        "The Harbour Board is investigating a case.",
        "Merrin rejected closing the port.",
        "It is not hard to see why the bridge fell.",
        "It is unclear whether it is lawful.",
        "The police would not say who or how many left the ship.",
    ],
)
def test_what_nobody_could_understand_alone_is_not_asked(text: str) -> None:
    assert _found(text) == []


def test_what_is_open_is_the_question_and_not_the_decision() -> None:
    assert _found("The council has not decided whether the ferry will be sold.") == ["Will the ferry be sold?"]


def test_a_crowd_is_written_small_inside_a_question() -> None:
    text = "Some financial analysts wondered whether the deal would last. They did not say whether they would sell."
    assert not any("Financial" in q for q in _found(text))


def test_occasions_are_of_those_who_hold_them() -> None:
    kind: QuestionKind = "pending"
    text = "North and South Merrin agreed to hold summit talks."
    assert _asked(kind, "summit talks", text) == "Will North and South Merrin’s summit talks succeed?"


@pytest.mark.parametrize(
    ("kind", "stretch", "text", "question"),
    [
        # What only leads up to something, or is needed for it, gives way to what it is for.
        ("pending", "may try to end the strike", "The mayor may try to end the strike.",
         "Will the mayor end the strike?"),
        ("pending", "will work to end the strike", "The mayor said she hopes the board will work to end the strike.",
         "Will the board end the strike?"),
        ("pending", "would still need to win over the dockers to keep the office",
         "Calder would still need to win over the dockers to keep the office.", "Will Calder keep the office?"),
        ("pending", "is considering selling the ferry", "The council is considering selling the ferry.",
         "Will the council sell the ferry?"),
        # A condition is told in the present.
        ("pending", "threatened to close the port if the union failed to agree",
         "The mayor threatened to close the port if the union failed to agree.",
         "Will the mayor close the port if the union fails to agree?"),
        ("pending", "threatened to close the port if the dockers did not agree",
         "The mayor threatened to close the port if the dockers did not agree.",
         "Will the mayor close the port if the dockers do not agree?"),
        # What somebody insists on, another may not want.
        ("disputed", "Dockers insist that the pier be closed", "Dockers insist that the pier be closed.",
         "Should the pier be closed?"),
    ],
)  # fmt: skip
def test_the_wide_question_is_asked(kind: QuestionKind, stretch: str, text: str, question: str) -> None:
    assert _asked(kind, stretch, text) == question


@pytest.mark.parametrize(
    ("kind", "stretch", "text"),
    [
        # Simply told, announced or decided.
        ("pending", "The rest of the ferries will sail on Monday", "The rest of the ferries will sail on Monday."),
        ("pending", "announced that he would sell the ferry", "Calder announced that he would sell the ferry."),
        ("pending", "decided to sell the ferry", "The council decided to sell the ferry."),
        ("pending", "will go to Lind to meet the mayor", "Calder will go to Lind to meet the mayor."),
        # Needed only, or settling nothing when it is done.
        ("pending", "The council must deal with nearly 200 letters", "The council must deal with nearly 200 letters."),
        ("pending", "could consider a new tax on boats", "The council could consider a new tax on boats."),
        ("pending", "need to make responsible decisions", "Clerks need to make responsible decisions on the port."),
        # Nobody can tell who, or what.
        ("pending", "is to end the strike", "It is to end the strike."),
        ("pending", "Several have pledged to leave", "Several have pledged to leave the party."),
        ("pending", "launch that floor debate", "The mayor may launch that floor debate in May."),
        ("pending", "may never agree", "The dockers may never agree."),
        ("unknown", "when the ship is late", "The crew waits when the ship is late."),
        ("unknown", "any laws that Calder broke", "The dockers would not identify any laws that Calder broke."),
        ("pending", "each shop that wants to reopen", "The mayor praised each shop that wants to reopen."),
        ("pending", "let them expire", "The governors may let them expire."),
        ("pending", "may vote on Monday", "The council may vote on Monday."),
        ("pending", "making health plans available", "The fund is making health plans available."),
        ("unknown", "source familiar with the talks", "A source familiar with the talks would not say more."),
        ("unknown", "in what he described as a mistake", "The ship left in what he described as a mistake."),
        ("disputed", "claims that the board overlooked or ignored the letters",
         "He made claims that the board overlooked or ignored the letters."),
        ("disputed", "the papers it is making public", "Doubts remain about the papers it is making public."),
        ("disputed", "The navy does not comment on rumours", "The navy does not comment on rumours."),
        ("disputed", "with Calder poised to pump more money into the ferry",
         "It is idle, with Calder poised to pump more money into the ferry."),
    ],
)  # fmt: skip
def test_what_is_told_or_cannot_be_put_well_is_not_asked(kind: QuestionKind, stretch: str, text: str) -> None:
    assert _asked(kind, stretch, text) is None
