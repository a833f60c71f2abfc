from __future__ import annotations

import pytest
from facts_reading import read

from briefwright.facts import salience
from briefwright.facts.events import find_events
from briefwright.facts.questions import MOST, find_candidates, find_questions
from briefwright.model.document import Cast, Mention
from briefwright.model.factsheet import Actor

NOBODY = Cast(())


def _found(text: str, cast: Cast = NOBODY, published: str | None = None) -> list[tuple[str, str]]:
    """Kinds and questions of all that rules find, likely or not."""
    candidates = find_candidates(read(text, published), cast)
    return [(c.kind, c.question) for c in candidates if c.family != "read"]


def _open(text: str) -> list[tuple[str, str]]:
    return [(q.kind, q.question) for q in find_questions(read(text), NOBODY)]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        # Auxiliaries change places with the subject, "do" helps out where there is none.
        ("It is unclear whether the bridge is safe.", "Is the bridge safe?"),
        ("It is unclear whether Calder sold the ship.", "Did Calder sell the ship?"),
        ("It is unclear whether Calder sells ships.", "Does Calder sell ships?"),
        ("It is unclear whether the ships belong to Calder.", "Do the ships belong to Calder?"),
        ("It is unclear whether Calder has sold the ship.", "Has Calder sold the ship?"),
        ("It is unclear whether the ship can be saved.", "Can the ship be saved?"),
        ("It is unclear whether there are other ships.", "Are there other ships?"),
        # Tenses of reported speech go back to direct speech.
        ("The police did not say whether there had been an explosion.", "Was there an explosion?"),
        ("The police did not say whether the ship had been stolen.", "Was the ship stolen?"),
        ("The police did not say whether Calder would sell the ship.", "Will Calder sell the ship?"),
        ("The police did not say whether clerks may have leaked the plan.", "Did clerks leak the plan?"),
        ("The police did not say whether Calder had been selling ships.", "Has Calder been selling ships?"),
        # Question words stay in front.
        ("It was not known how many people were on board.", "How many people were on board?"),
        ("Officials declined to say where the ship was built.", "Where was the ship built?"),
        ("It remains to be seen who will pay for the damage.", "Who will pay for the damage?"),
        ("The cause was a mystery, and experts wondered why the bridge fell.", "Why did the bridge fall?"),
        # "Whether to" asks what should be done.
        ("The council is unsure whether to close the school.", "Should the council close the school?"),
        ("No study has found the drug safe.", "Is the drug safe?"),
        # "If" asks after what is not clear or not said, also where a name splits the clause.
        ("It was not clear if the driver had left.", "Did the driver leave?"),
        ("The police would not say if Calder had sold the ship.", "Did Calder sell the ship?"),
        ("It was not immediately clear if the missile Torvald referred to was the new Kestrel.",
         "Was the missile the new Kestrel?"),
        # Causes and motives.
        ("The talks are aimed at determining whether Calder is willing to pay.", "Is Calder willing to pay?"),
        ("Venn leads an investigation into whether the ship was stolen.", "Was the ship stolen?"),
        ("Less clear was what happened to the sailors.", "What happened to the sailors?"),
        ("The cause of the fire is not known.", "What is the cause of the fire?"),
        ("No group has claimed responsibility for the attack on the port.", "Who is behind the attack on the port?"),
        ("The former mayor is being held at an undisclosed location.", "Where is the former mayor?"),
        ("Venn declined to disclose the price of the ship.", "What is the price of the ship?"),
        ("The police did not give the name of the driver.", "What is the name of the driver?"),
        ("The driver of the truck is still at large.", "Where is the driver of the truck?"),
        ("Engineers were sent to determine the cause of the fire.", "What is the cause of the fire?"),
        ("The cause of the fire has yet to be determined.", "What is the cause of the fire?"),
        # The question may come first, or stand without "whether".
        ("How the fever reached the delta is still unknown.", "How did the fever reach the delta?"),
        ("How or whether the strike will hurt the port is an open question.", "How will the strike hurt the port?"),
        ("It is not clear the two reports caused the fall in sales.", "Did the two reports cause the fall in sales?"),
        ("Less clear is what happened to the families after the flood.",
         "What happened to the families after the flood?"),
        ("Officials had no estimates of how many ships would be affected.", "How many ships would be affected?"),
        ("The minister wants to know what the board has done.", "What has the board done?"),
        # The thing that "it" means stands before it in the sentence.
        ("Thorne insists that the funding is in place but will not say where it comes from.",
         "Where does the funding come from?"),
    ],
)  # fmt: skip
def test_unknown(text: str, question: str) -> None:
    assert ("unknown", question) in _found(text)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Calder denied that it had sold the ship.", "Did Calder sell the ship?"),
        ("Calder denied selling the ship.", "Did Calder sell the ship?"),
        ("Calder denied having sold the ship.", "Did Calder sell the ship?"),
        ("The minister dismissed reports that the bridge was unsafe.", "Was the bridge unsafe?"),
        ("Calder denied any role in the attack.", "Did Calder have any role in the attack?"),
        ("Merrin accuses Calder of selling arms, which Calder denies.", "Is Calder selling arms?"),
        ("Orla Venn pleaded not guilty to fraud.", "Is Orla Venn guilty?"),
        (
            "Clerks made charges of fraud against Calder. Calder denied the charges.",
            "Are charges of fraud against Calder true?",
        ),
        ("Parties are divided over whether the bridge should be rebuilt.", "Should the bridge be rebuilt?"),
        (
            "The Civic Front said Calder had ignored warnings, a charge that the minister called untrue.",
            "Did Calder ignore warnings?",
        ),
        (
            "A banker says a pension fund pulled out in May. Bluekeel says that is not true.",
            "Did a pension fund pull out in May?",
        ),
        ("Tarn accused Lowmark of holding back water. Lowmark denied it.", "Did Lowmark hold back water?"),
        (
            "Tarn accused two men of selling the dam’s keys. Both deny the charge, their lawyer said.",
            "Did two men sell the dam’s keys?",
        ),
        ("Robert Ensley denies three counts of manslaughter.", "Is Robert Ensley guilty?"),
        ("Orla Venn maintains her innocence.", "Is Orla Venn guilty?"),
        ("Orla Venn defended herself against allegations that she had taken bribes.", "Did Orla Venn take bribes?"),
        (
            "Advocates say the bill will bring jobs to Halvik, but critics say that it would weaken the unions.",
            "Will the bill bring jobs to Halvik?",
        ),
        ("Orla Venn defended herself against allegations from two clerks.", "Are allegations from two clerks true?"),
        ("The governor disputed the figures of the ministry.", "Are the figures of the ministry right?"),
        (
            "The lawyers argue that the charges of fraud against Calder are baseless.",
            "Are the charges of fraud against Calder true?",
        ),
    ],
)
def test_disputed(text: str, question: str) -> None:
    assert ("disputed", question) in _found(text)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Police stopped a ship suspected of carrying arms.", "Did the ship carry arms?"),
        ("The captain is believed to have left the ship.", "Did the captain leave the ship?"),
        ("The captain reportedly left the ship in May.", "Did the captain leave the ship in May?"),
        ("The Courier could not verify the reports about the ship.", "Are the reports about the ship true?"),
        ("Calder has bought the ship, sources said.", "Has Calder bought the ship?"),
        ("The Courier claims that Calder would have sold the ship.", "Did Calder sell the ship?"),
        ("There were unverified claims that the captain had fled.", "Did the captain flee?"),
        ("Prosecutors allege that the clerk moved the money.", "Did the clerk move the money?"),
        ("Holm is charged with hiding the payments.", "Did Holm hide the payments?"),
        ("The mayor left amid speculation that Reld would run for the seat.", "Will Reld run for the seat?"),
        ("Holm had seen nothing to confirm reports that the dam was unsafe.", "Was the dam unsafe?"),
        (
            "It rests on a report by the news site Kestrel, which claims, based on customs data, that Calder firms"
            " would have sold a thousand rifles.",
            "Did Calder firms sell a thousand rifles?",
        ),
    ],
)
def test_unconfirmed(text: str, question: str) -> None:
    assert ("unconfirmed", question) in _found(text)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("The council is expected to approve the plan.", "Will the council approve the plan?"),
        ("The council has yet to approve the plan.", "Will the council approve the plan?"),
        ("The council has not yet approved the plan.", "Will the council approve the plan?"),
        (
            "The toll is too high, said Orla Lind, a clerk, and the council has not yet approved the plan.",
            "Will the council approve the plan?",
        ),
        ("The council will decide whether the bridge is rebuilt.", "Will the bridge be rebuilt?"),
        ("The president could visit Calder next week.", "Will the president visit Calder next week?"),
        ("The union asked the court to suspend the tax.", "Will the court suspend the tax?"),
        ("Police are conducting an investigation into the fire.", "What will the investigation into the fire find?"),
        ("Talks between the two sides continue.", "Will talks between the two sides succeed?"),
        ("The family awaits a ruling by the court.", "What will the ruling by the court be?"),
        (
            "The ferries will stop unless the council and the union agree on a price.",
            "Will the council and the union agree on a price?",
        ),
        ("Divers are searching for the black boxes of the plane.", "Will the black boxes of the plane be found?"),
        (
            "Both houses debate what should be included in the next budget.",
            "What should be included in the next budget?",
        ),
        ("The measure now goes back to the Senate.", "Will the Senate pass the measure?"),
        ("The annex has not been published.", "Will the annex be published?"),
        ("The party has not set a date for the debate.", "Will the party set a date for the debate?"),
        ("The curfew is set to expire at the end of May.", "Will the curfew expire at the end of May?"),
        ("The union filed a lawsuit against the governor.", "Will the lawsuit against the governor succeed?"),
        (
            "The mate will remain free until the sentencing of the captain.",
            "What will the sentencing of the captain bring?",
        ),
        ("The council is expected to pass the budget.", "Will the council pass the budget?"),
        ("Envoys are coming to Halvik for further peace talks.", "What will further peace talks bring?"),
        (
            "The next round of talks on the pier is set for May.",
            "What will the next round of talks on the pier bring?",
        ),
        ("Merrin waits until the trial of Orla Venn resumes.", "What will the trial of Orla Venn bring?"),
        ("The mayor is considering suing the dockers.", "Will the mayor sue the dockers?"),
        ("The mayor would not rule out suing the dockers.", "Will the mayor sue the dockers?"),
        ("The board is investigating the fire.", "What will the board find about the fire?"),
        ("The report could determine whether the bridge is rebuilt.", "Will the bridge be rebuilt?"),
        ("She left ahead of the upcoming summit in Halvik.", "What will the upcoming summit in Halvik bring?"),
        ("They met before the council election next week.", "Who will win the council election?"),
        ("The trial of Orla Venn is set for Monday.", "What will the trial of Orla Venn bring?"),
    ],
)
def test_pending(text: str, question: str) -> None:
    assert ("pending", question) in _found(text)


def test_the_day_of_a_decision_is_due() -> None:
    document = read("The council is expected to approve the plan on Thursday.", "2031-06-03")
    assert [q.due for q in find_questions(document, NOBODY)] == ["2031-06-05"]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("After months of war, can Calder make peace?", "Can Calder make peace?"),
        ("How long will the bridge stay closed?", "How long will the bridge stay closed?"),
        ("Who leads the dockers of Halvik now?", "Who leads the dockers of Halvik now?"),
    ],
)
def test_asked(text: str, question: str) -> None:
    assert ("asked", question) in _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor who opened the bridge left.",
        "The bridge will stay closed if it rains.",
        "He would say more if asked.",
        "Martial law is intended to impose order.",
        "The mayor had considered suing the dockers.",
        "The summit in Halvik was a success.",
        "He asked whether the bridge was safe.",
        "It will open regardless of whether it rains.",
        "There is no doubt that the bridge is safe.",
        "The council discussed whether the bridge was safe.",
        "It is unclear whether it was.",
        "It is unclear what this means.",
        "The police did not say whether we would be paid.",
        "Do you want to know more about us?",
        "“Who will pay for this bridge now?” the mayor asked.",
        "The council rejected the plan for a bridge.",
        "The bridge would have been the first of its kind.",
        "MUST READ: Is it time?",
        # Asked for effect, or answered by the article itself.
        "What is the real price of the bridge?",
        "Why do towns spend so much money on bridges?",
        "Is the mayor a hero for closing the bridge, or a fool?",
        "What will the talks bring?",
        # In passing, long known, or without an end.
        "Building it would raise the question of why the town needs a bridge.",
        "In deciding whether to build the bridge, officials look at its price.",
        "Members of the council did not know what they were voting on.",
        "Calder denies that it does.",
        "Calder has threatened to close the harbour.",
        "The mayor is scheduled to return to Halvik on Tuesday.",
        "Who will win the election is on everybody’s lips.",
        "When the bridge that everybody loved so much fell?",
        "The goal is to build a bridge by June.",
        "It is unclear what the council says.",
        "It is unclear whether that person will be able to help.",
        "It is unclear whether anyone will vote.",
        # Lost words, and what points to what only the text tells.
        "It is unclear whether the second will be sold.",
        "The board did not say what might have been found.",
        "It is unclear whether Venn will get as much time.",
        "It is unclear whether the ministry will prioritise the issue.",
        "It is unclear whether anybody allowed Venn to do so.",
        # Answered at once; turned down by a court, which quarrels with nobody.
        "Will fares rise in May? Not this year.",
        "The court denied a claim of fraud against the port.",
    ],
)
def test_what_leaves_nothing_open_or_cannot_be_phrased(text: str) -> None:
    assert _found(text) == []


def test_pronouns_give_way_to_names() -> None:
    text = "Orla Venn spoke. It is unclear whether she will resign and keep her seat."
    actors = (Actor(id="orla-venn", name="Orla Venn", kind="person"),)
    mentions = (
        Mention(0, 9, "orla-venn"),
        Mention(text.index("she"), text.index("she") + 3, "orla-venn", pronoun=True),
        Mention(text.index("her"), text.index("her") + 3, "orla-venn", pronoun=True),
    )
    assert _found(text, Cast(actors, mentions)) == [("unknown", "Will Orla Venn resign and keep her seat?")]
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Holm said last week the third ferry will decide on June 3 whether to sail.", "Will the third ferry decide"),
        ("The council is not expected to approve the bill until Thursday.", "Will the council approve the bill?"),
        ("It is unclear who made the request and a clerk did not answer.", "Who made the request?"),
        ("Calder denied all involvement in the fire.", "Did Calder have any involvement in the fire?"),
        ("Orla Venn denied that there were no efforts to sell the pier.", "Were there any efforts to sell the pier?"),
        ("It is not clear whether the mayor broke the rules or how the union might answer.",
         "Did the mayor break the rules?"),
    ],
)  # fmt: skip
def test_a_question_has_its_own_words_and_no_others(text: str, question: str) -> None:
    found = [q for _, q in _found(text)]
    assert any(q.startswith(question) for q in found)


def test_one_matter_is_one_question_of_the_strongest_kind() -> None:
    text = "The ship is suspected of carrying arms to Merrin. Calder denied that the ship had carried arms to Merrin."
    assert _open(text) == [("disputed", "Did the ship carry arms to Merrin?")]


def test_evidence_holds_who_leaves_it_open_and_is_verbatim() -> None:
    text = "On Monday the minister, Orla Venn, declined to say whether the bridge was safe, and left."
    (question,) = find_questions(read(text), NOBODY)
    (span,) = question.evidence
    assert span.quote == "the minister, Orla Venn, declined to say whether the bridge was safe"
    assert text[span.start : span.end] == span.quote
    assert question.id == "was-the-bridge-safe"


def test_furniture_leaves_nothing_open() -> None:
    text = "The bridge fell. It is unclear whether the bridge was safe."
    assert find_questions(read(text, furniture=("It is unclear whether the bridge was safe.",)), NOBODY) == ()


def test_a_promise_is_open_until_its_day() -> None:
    text = "Venn promised to publish the plan on Thursday. Venn also promised to publish the letters."
    document = read(text, "2031-06-03")
    due = {q.question: q.due for q in find_questions(document, NOBODY)}
    assert due["Will Venn publish the plan on Thursday?"] == "2031-06-05"


@pytest.mark.parametrize(
    "text",
    [
        "He flew to Lind, where he attended a meeting on July 10 with the dockers.",
        "The hearing on July 10 angered the union.",
        "The mayor opposed the vote on July 10.",
    ],
)
def test_an_occasion_of_the_past_brings_nothing(text: str) -> None:
    assert _found(text, published="2031-05-14") == []


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("The mayor spoke of the hearing on the fire that is scheduled for June 3.", "2031-06-03"),
        ("The council announced a hearing on June 3 about the port.", "2031-06-03"),
        ("Barnet planned to keep the ferry until June 1.", "2031-06-01"),
        ("The union agreed on Friday to publish the plan next week.", "2031-05-25"),
        ("Venn, who came to Lind last week, is expected to testify on Monday.", "2031-05-19"),
    ],
)
def test_a_question_and_an_event_of_the_same_words_agree_on_the_day(
    text: str, due: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(salience, "LEAST", 0.0)
    document = read(text, "2031-05-14")
    assert [q.due for q in find_questions(document, NOBODY)] == [due]
    assert due in [e.date for e in find_events(document)] or "next week" in text


def test_who_is_asked_and_does_not_answer_leaves_it_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(salience, "LEAST", 0.0)
    text = "Asked whether the army would be used, the minister said only that all was being studied."
    assert _open(text) == [("asked", "Will the army be used?")]


def test_there_is_an_end_to_questions() -> None:
    asked = [
        "Will the harbour reopen soon?",
        "Who owns the old mill?",
        "Can Calder afford peace?",
        "Why did prices rise?",
    ]
    things = ("bank paid dividends", "mill burned down", "mine collapsed again", "farm lost cattle", "tower leaned",
              "castle was haunted", "theatre made profits", "river flooded Lind", "school hired nurses")  # fmt: skip
    doubts = [f"It is unclear whether the {thing}." for thing in things]
    kinds = [kind for kind, _ in _open(" ".join([*asked, *doubts]))]
    assert len(kinds) == MOST
