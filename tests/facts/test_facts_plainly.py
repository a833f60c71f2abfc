from __future__ import annotations

from dataclasses import replace

import pytest
from facts_reading import doubted, read

from briefwright.facts.grounds import find_grounds
from briefwright.facts.phrasing import Phrasing
from briefwright.facts.plainly import ask_plainly
from briefwright.facts.questions import find_candidates
from briefwright.model.document import Cast
from briefwright.model.factsheet import QuestionKind

NOBODY = Cast(())


def _asked(kind: QuestionKind, stretch: str, text: str) -> str | None:
    """What is asked of a stretch that only the network takes for open."""
    document = doubted(text, kind, 0.9, stretch)
    (ground,) = find_grounds(document)
    wording = ask_plainly(document, Phrasing(document, NOBODY), ground)
    return wording.question if wording else None


@pytest.mark.parametrize(
    ("kind", "stretch", "text", "question"),
    [
        ("pending", "The council plans to close the harbour", "The council plans to close the harbour, he said.",
         "Will the council close the harbour?"),
        ("unknown", "how the dockers will react", "Unease grows over how the dockers will react.",
         "How will the dockers react?"),
        ("disputed", "Dockers say the mayor broke the rules", "Dockers say the mayor broke the rules in June.",
         "Did the mayor break the rules in June?"),
        ("unconfirmed", "leaked to show that Venn was helping the rebels",
         "The letter was leaked to show that Venn was helping the rebels.", "Was Venn helping the rebels?"),
        # Who is to do it: whoever is asked to, whoever a relative pronoun stands for, whose plan it is.
        ("pending", "urged the senate to pass the bill", "The dockers urged the senate to pass the bill.",
         "Will the senate pass the bill?"),
        ("pending", "called on the mayor to close the port", "The dockers called on the mayor to close the port.",
         "Will the mayor close the port?"),
        ("pending", "are willing to close the port", "The dockers are willing to close the port.",
         "Will the dockers close the port?"),
        ("pending", "must still approve the new pier", "The council in Halvik must still approve the new pier.",
         "Will the council in Halvik approve the new pier?"),
        ("pending", "needs the council’s agreement to raise the fee",
         "The mayor needs the council’s agreement to raise the fee.", "Will the council raise the fee?"),
        ("pending", "has plans to build a second pier", "The council has plans to build a second pier.",
         "Will the council build a second pier?"),
        ("pending", "unless the ferry is sold", "The port will close unless the ferry is sold.",
         "Will the ferry be sold?"),
        ("pending", "is likely to bring new rules",
         "A broad review of tolls that is likely to bring new rules began.", "Will the broad review bring new rules?"),
        ("pending", "is seeking the party’s nomination for mayor",
         "Venn is seeking the party’s nomination for mayor.", "Will Venn get the party’s nomination for mayor?"),
        ("pending", "may draft and sign a plan", "The council may draft and sign a plan.",
         "Will the council draft and sign a plan?"),
        # Without what goes on beside it, and with nothing that only another verb has.
        ("pending", "may raise ferry fares as the strike enters its third week",
         "The council may raise ferry fares as the strike enters its third week.",
         "Will the council raise ferry fares?"),
        ("pending", "does not expect to be able to pass the harbour bill until June",
         "The senate does not expect to be able to pass the harbour bill until June.",
         "Will the senate be able to pass the harbour bill?"),
        ("pending", "may open the pier the following day", "The mayor may open the pier the following day.",
         "Will the mayor open the pier?"),
        # What is open of a thing hangs on what kind of thing it is.
        ("pending", "a third bill on fishing", "The senate has toyed with a third bill on fishing.",
         "Will the third bill on fishing pass?"),
        ("pending", "an inquiry into the fire", "There is an inquiry into the fire.",
         "What will the inquiry into the fire find?"),
        ("pending", "a court challenge to the tax", "There is a court challenge to the tax.",
         "Will the court challenge to the tax succeed?"),
        ("pending", "awaits the next report of the harbour office",
         "The board awaits the next report of the harbour office.",
         "What will the next report of the harbour office say?"),
        ("pending", "want another pier for the ferry", "The dockers want another pier for the ferry.",
         "Will the dockers get another pier for the ferry?"),
        ("unknown", "offered no details of the new bridge", "The minister offered no details of the new bridge.",
         "What are the details of the new bridge?"),
        ("unknown", "would not identify the donor of the bell", "The abbot would not identify the donor of the bell.",
         "Who is the donor of the bell?"),
        ("unknown", "not ready to say that Calder sank the ship",
         "The police were not ready to say that Calder sank the ship.", "Did Calder sink the ship?"),
        ("unknown", "fear that the dam will break", "The farmers fear that the dam will break.",
         "Will the dam break?"),
        ("unknown", "a real fear that the dam will break", "There is a real fear that the dam will break.",
         "Will the dam break?"),
        ("unknown", "exactly how many sailors will lose their ships",
         "It is unclear exactly how many sailors will lose their ships.", "How many sailors will lose their ships?"),
        ("disputed", "the use of foreign pilots", "Two parties quarrel over the use of foreign pilots.",
         "Who is right about the use of foreign pilots?"),
        ("disputed", "rejected the criticism of the harbour master",
         "The board rejected the criticism of the harbour master.", "Is the criticism of the harbour master right?"),
    ],
)  # fmt: skip
def test_what_only_the_network_finds_is_asked_plainly(
    kind: QuestionKind, stretch: str, text: str, question: str
) -> None:
    assert _asked(kind, stretch, text) == question


@pytest.mark.parametrize(
    ("kind", "stretch", "text"),
    [
        ("pending", "toyed with the chairman", "The senate has toyed with the chairman."),
        ("pending", "the outbreak of the fever", "The race was moved to June 23 because of the outbreak of the fever."),
        ("pending", "across the senate floor", "The bill went across the senate floor."),
        ("pending", "forced the shops to open again", "The mayor forced the shops to open again in March."),
        ("pending", "appears to be giving way", "The mayor appears to be giving way to the dockers."),
        ("pending", "the money that the council is to pay", "He spoke of the money that the council is to pay."),
        ("pending", "a meeting with the dockers", "Venn left the hall during a meeting with the dockers."),
        ("pending", "plans to use them", "The council has no plans to use them."),
        ("unknown", "condition of anonymity", "A clerk spoke on condition of anonymity because the matter is private."),
        ("unknown", "what is known as the Long Pier", "The ferry went to what is known as the Long Pier."),
        ("asked", "Asked whether the port would close", "Asked whether the port would close, he said no."),
        ("disputed", "first denied that the ship had sunk", "The navy first denied that the ship had sunk."),
        ("disputed", "rejects that allegation of theft", "Merrin rejects that allegation of theft."),
        # Simply told, denied or announced, or not there yet.
        ("disputed", "there was no need to close the port", "Venn said there was no need to close the port."),
        ("disputed", "there was nothing new about the tolls", "Venn insisted there was nothing new about the tolls."),
        ("pending", "calls for an inquiry into the fire", "The fire led to calls for an inquiry into the fire."),
        ("pending", "may offer dozens", "The dockers may offer dozens — if not hundreds — of amendments."),
        ("pending", "the fee will not be raised again", "The mayor said the fee will not be raised again."),
        ("pending", "hurts fundraising efforts", "The strike hurts fundraising efforts."),
        # Somebody else than the sentence names.
        ("unconfirmed", "it could sink in the harbour", "One source said it could sink in the harbour."),
        ("pending", "whether it should be sold", "The ministry is looking at whether it should be sold."),
        (
            "pending",
            "the group plans to release next month",
            "They made a film that the group plans to release next month.",
        ),
        # A word of amount, a rule for each case, and what is merely waited for.
        ("unknown", "A number of shops are closed", "A number of shops are closed in the old harbour."),
        ("pending", "must approve a shop’s permit", "The council must approve a shop’s permit before it opens."),
        ("pending", "both sides wait to hear the ruling", "Talks paused as both sides wait to hear the ruling."),
    ],
)
def test_what_nobody_would_ask_is_no_question(kind: QuestionKind, stretch: str, text: str) -> None:
    assert _asked(kind, stretch, text) is None


def test_the_credit_of_a_photograph_is_no_part_of_a_question() -> None:
    credit = "Ships at the pier. | Ada Lund/Harbour Images"
    document = read(f"{credit} Venn could impose tolls on ships next week.", "2031-05-14", furniture=(credit,))
    assert [c.question for c in find_candidates(document, NOBODY)] == ["Will Venn impose tolls on ships next week?"]


@pytest.mark.parametrize(
    "text",
    [
        "Calder vowed to strike back, and did so on Monday. The council has yet to vote.",
        "The senate is expected to approve the harbour tax. On Tuesday the senate approved the harbour tax.",
        "The board urged Orla Venn to stay until the May 6 election.",
        "A letter of 2029 urged the court to ban the tolls.",
    ],
)
def test_what_the_article_has_behind_it_is_not_pending(text: str) -> None:
    pending = [c.question for c in find_candidates(read(text, "2031-06-03"), NOBODY) if c.kind == "pending"]
    assert [q for q in pending if "council" not in q] == []


def test_what_the_title_tells_as_done_is_not_pending() -> None:
    told = "Holm said on Monday she wanted to sign the harbour bill before the summer."
    document = doubted(told, "pending", 0.9, "she wanted to sign the harbour bill before the summer")
    titled = replace(document, article=replace(document.article, title="Holm signs harbour and pier bills"))
    assert [c.question for c in find_candidates(document, NOBODY)]
    assert [c.question for c in find_candidates(titled, NOBODY)] == []
