"""Later statements offered for an open question: those on its matter, by or about those it is about, and no earlier."""

from __future__ import annotations

from typing import Any

from briefwright.corpus.answers import said_since
from briefwright.model.corpus import Corpus
from corpus.test_corpus_join import actor, joined, loaded

ASKED = {"id": "opens", "question": "Will the Tarn bridge reopen?", "kind": "pending", "about": ["vance"]}
REOPENED = "The Tarn bridge will reopen on Friday."


def project(statement: str, day: str = "2026-03-12", speaker: str = "vance", **question: Any) -> Corpus:
    """A question of 10 March, and a statement of another article."""
    says = {"id": "said", "actor": speaker, "act": "assert", "statement": statement}
    return joined(
        loaded("asks", "2026-03-10", actors=[actor("vance")], open_questions=[{**ASKED, **question}]),
        loaded("says", day, actors=[actor(speaker)], positions=[says]),
    )


def test_a_later_statement_on_the_matter_is_offered() -> None:
    offered = said_since(project(REOPENED))
    assert {key: [(a.told.sheet, a.told.id) for a in found] for key, found in offered.items()} == {
        ("asks", "opens"): [("says", "said")]
    }


def test_a_later_event_on_the_matter_is_offered_unless_a_statement_tells_it() -> None:
    text = f"Vance: {REOPENED}"
    evidence = [{"quote": REOPENED, "start": len("Vance: "), "end": len(text)}]
    event = {"id": "opened", "event": "The Tarn bridge reopened on Friday.", "date": "2026-03-12", "evidence": evidence}
    said = {"id": "said", "actor": "vance", "act": "assert", "statement": REOPENED, "evidence": evidence}
    asks = loaded("asks", "2026-03-10", actors=[actor("vance")], open_questions=[ASKED])

    def offered(*positions: Any) -> list[str]:
        tells = loaded(
            "tells",
            "2026-03-12",
            text=text,
            actors=[actor("vance", salience="main")],
            positions=positions,
            events=[event],
        )
        (found,) = said_since(joined(asks, tells)).values()
        return [each.told.id for each in found]

    assert offered() == ["opened"]
    assert offered(said) == ["said"]


def test_from_the_day_by_which_it_was_to_be_decided_the_time_for_an_answer_begins_anew() -> None:
    assert said_since(project(REOPENED, day="2026-09-01")) == {}
    assert said_since(project(REOPENED, day="2026-09-01", due="2026-08-20"))


def test_nothing_said_before_or_on_the_same_day_is_offered() -> None:
    assert said_since(project(REOPENED, day="2026-03-10")) == {}
    assert said_since(project(REOPENED, day="2026-03-09")) == {}


def test_who_the_question_is_not_about_does_not_answer_it() -> None:
    assert said_since(project(REOPENED, speaker="dren")) == {}


def test_what_an_editor_found_to_be_no_answer_is_not_offered_again() -> None:
    assert said_since(project(REOPENED, not_answered_by=[{"sheet": "says", "position": "said"}])) == {}


def test_another_matter_is_no_answer() -> None:
    assert said_since(project("The harbour will reopen on Friday.")) == {}


def test_words_that_stand_in_every_article_or_are_names_do_not_tell_the_matter() -> None:
    assert said_since(project("The Tarn bridge is a bridge of the Tarn.", question="What will the Tarn say?")) == {}
    assert said_since(project("The vote will be close.", question="Who will win the close vote?")) == {}


def test_the_words_of_the_topic_alone_are_no_answer_to_a_question_on_it() -> None:
    topics = [{"id": "bridge-toll", "name": "Bridge toll"}]
    asked = {**ASKED, "about": [], "topics": ["bridge-toll"]}

    def offered(question: str) -> int:
        said = {"id": "said", "actor": "dren", "act": "assert", "topics": ["bridge-toll"]}
        said["statement"] = "The bridge toll was lifted by decree."
        main = actor("dren", salience="main")
        corpus = joined(
            loaded("asks", "2026-03-10", actors=[main], open_questions=[{**asked, "question": question}]),
            loaded("says", "2026-03-12", actors=[main], positions=[said]),
            topics=topics,
        )
        return len(said_since(corpus))

    assert offered("What will the bridge toll bring?") == 0
    assert offered("Will the bridge toll be lifted?") == 1


def test_a_thing_without_a_name_is_that_of_an_article_with_the_same_main_actor() -> None:
    topics = [{"id": "vaccine", "name": "Vaccine"}]
    said = {"id": "said", "actor": "dren", "act": "assert", "topics": ["vaccine"]}
    said["statement"] = "The vaccine is safe for children."

    def offered(question: str, *makers: str) -> int:
        one, other = ([actor(maker, salience="main")] for maker in makers)
        asked = {**ASKED, "question": question, "about": [], "topics": ["vaccine"]}
        asks = loaded("asks", "2026-03-10", actors=one, open_questions=[asked])
        return len(
            said_since(
                joined(
                    asks, loaded("says", "2026-03-12", actors=[*other, actor("dren")], positions=[said]), topics=topics
                )
            )
        )

    assert offered("Is the vaccine safe for children?", "maltor", "brevin") == 0
    assert offered("Is the vaccine safe for children?", "maltor", "maltor") == 1
    assert offered("Is the Maltor vaccine safe for children?", "maltor", "brevin") == 1


def test_what_is_said_after_a_quarter_of_a_year_is_about_another_round() -> None:
    assert said_since(project(REOPENED, day="2026-06-08"))
    assert said_since(project(REOPENED, day="2026-06-09")) == {}


def test_a_question_on_nobody_and_no_topic_has_no_answer() -> None:
    assert said_since(project(REOPENED, about=[])) == {}


def test_a_closed_question_needs_no_answer() -> None:
    assert said_since(project(REOPENED, status="answered", answer="Yes.")) == {}


def test_what_an_article_says_twice_in_the_same_words_is_offered_once() -> None:
    said = [{"id": key, "actor": "vance", "act": "assert", "statement": REOPENED} for key in ("said", "said-2")]
    corpus = joined(
        loaded("asks", "2026-03-10", actors=[actor("vance")], open_questions=[ASKED]),
        loaded("says", "2026-03-12", actors=[actor("vance")], positions=said),
    )
    [found] = said_since(corpus).values()
    assert [a.told.id for a in found] == ["said"]
