from __future__ import annotations

from facts_reading import read

from briefwright.facts.lead import find_lead
from briefwright.model.document import Cast, Mention
from briefwright.model.factsheet import Actor

NOBODY = Cast(())


def _lead(text: str, cast: Cast = NOBODY, title: str = "", furniture: tuple[str, ...] = ()) -> list[str]:
    return [e.quote for e in find_lead(read(text, title=title, furniture=furniture), cast)]


def test_a_short_article_gives_two_sentences_in_order() -> None:
    text = "Dockers in Halvik ended their strike today. The port had been closed for days. Ships wait outside it now."
    assert _lead(text) == ["Dockers in Halvik ended their strike today.", "The port had been closed for days."]


def test_a_long_article_gives_four() -> None:
    first = (
        "old bridge,new mayor,last miner,tall clerk,young baker,lame horse,loud choir,rich widow,calm judge,wet road"
    )
    second = "burned leaflets,sold pianos,ran uphill,met friends,bought nails,found gold,sang psalms,drew maps,ate soup"
    text = " ".join(
        f"The {subject} {deed} before {when}."
        for when in ("dawn", "noon")
        for subject, deed in zip(first.split(","), second.split(",") * 2, strict=False)
    )
    assert len(_lead(text)) == 4


def test_title_and_main_actors_decide() -> None:
    filler = "It rained on the hills for many hours. Some shops in the old town stayed shut all day. "
    text = "Dockers in Halvik ended their strike today. " + filler + "Jonas Pell welcomed the new wage of the port."
    start = text.index("Jonas Pell")
    cast = Cast(
        (Actor(id="jonas-pell", name="Jonas Pell", kind="person", salience="main"),),
        (Mention(start, start + 10, "jonas-pell"),),
    )
    assert _lead(text, cast, title="New wage ends strike")[1] == "Jonas Pell welcomed the new wage of the port."


def test_questions_and_furniture_carry_no_story() -> None:
    text = (
        "Follow us for more news from the port. Is this the end of the long strike? Dockers in Halvik ended their"
        " strike today. The port of Halvik opened its gates again."
    )
    assert _lead(text, furniture=("Follow us for more news from the port.",)) == [
        "Dockers in Halvik ended their strike today.",
        "The port of Halvik opened its gates again.",
    ]


def test_only_questions_are_better_than_nothing() -> None:
    assert _lead("Is this the end of the long strike?") == ["Is this the end of the long strike?"]


def test_datelines_are_left_out_and_quotes_are_verbatim() -> None:
    text = "PORT CALDER (Agency) — Dockers in Halvik ended their strike today."
    (span,) = find_lead(read(text), NOBODY)
    assert span.quote == "Dockers in Halvik ended their strike today."
    assert text[span.start : span.end] == span.quote


def test_what_is_said_again_is_left_out() -> None:
    text = (
        "Dockers in Halvik ended their strike today. Dockers in Halvik today ended their strike."
        " The port of Merrin opened its gates again."
    )
    assert _lead(text) == ["Dockers in Halvik ended their strike today.", "The port of Merrin opened its gates again."]


def test_no_story_no_lead() -> None:
    assert _lead("Photo: A. Nyman") == []
