from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from facts_reading import read

from briefwright.facts.positions import find_positions
from briefwright.language import Reader
from briefwright.model.article import Article
from briefwright.model.document import Attribution, Cast, Document, Mention
from briefwright.model.factsheet import Actor, Kind, Position
from briefwright.model.text import Span

KINDS: dict[str, Kind] = {
    "holm": "person", "grey": "person", "westland": "state", "ministry": "organisation", "courier": "media",
}  # fmt: skip
FORMS = {
    "Ada Holm": "holm", "Holm": "holm", "Tom Grey": "grey", "Grey": "grey", "Westland": "westland",
    "the ministry": "ministry", "The ministry": "ministry", "The Courier": "courier", "the Courier": "courier",
}  # fmt: skip
Find = Callable[..., list[Position]]


def cast_of(document: Document, pronouns: dict[str, str]) -> Cast:
    """Every mention of the forms above, found by its words, and the pronouns given."""
    mentions: list[Mention] = []
    for form, actor in (FORMS | pronouns).items():
        start = document.text.find(form)
        while start >= 0:
            mentions.append(Mention(start, start + len(form), actor, form in pronouns))
            start = document.text.find(form, start + 1)
    actors = [Actor(id=i, name=i.title(), kind=k) for i, k in KINDS.items()]
    return Cast(tuple(actors), tuple(sorted(mentions, key=lambda m: (m.start, m.end))))


@pytest.fixture(scope="module")
def find() -> Find:
    reader = Reader()

    def positions(text: str, furniture: str = "", **pronouns: str) -> list[Position]:
        at = text.find(furniture) if furniture else -1
        spans = (Span(at, at + len(furniture)),) if at >= 0 else ()
        document = next(iter(reader.read([Article("seeds/x.txt", "x", text, "en", "", furniture=spans)])))
        return list(find_positions(document, cast_of(document, pronouns)))

    return positions


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Ada Holm said the bridge was safe.", "holm"),
        ("Ada Holm, a spokeswoman for the ministry, said the bridge was safe.", "holm"),
        ("The ministry spokesman Tom Grey said the bridge was safe.", "grey"),
        ("Westland’s spokesman Tom Grey said the bridge was safe.", "grey"),
        ("A spokesman for the ministry said the bridge was safe.", "ministry"),
        ("Holm’s office said the bridge was safe.", "holm"),
        ("A senior official said the bridge was safe.", None),
        ("Officials in Westland said the bridge was safe.", None),
        ("The bridge is safe, according to the ministry.", "ministry"),
        ("The bridge was safe, said a document published by the ministry.", "ministry"),
        ("The bridge was safe, said documents seen by the Courier.", None),
    ],
)
def test_the_actor_is_whom_the_source_names(find: Find, text: str, actor: str | None) -> None:
    position = find(text)[0]
    assert (position.actor, position.statement.lower()) == (actor, position.statement.lower())
    assert position.statement in ("The bridge was safe", "The bridge is safe")


def test_a_pronoun_is_whom_the_cast_takes_it_for(find: Find) -> None:
    assert find("She said the bridge was safe.", She="holm")[0].actor == "holm"


def test_the_spokesman_is_the_one_met_before(find: Find) -> None:
    first, second = find("A spokesman for the ministry said it was safe.\n\nThe spokesman denied the latest report.")
    assert (first.actor, second.actor) == ("ministry", "ministry")


def test_evidence_is_verbatim_and_has_no_marks_at_its_ends(find: Find) -> None:
    text = "“The bridge,” Holm said, “is safe.”"
    (position,) = find(text)
    assert [e.quote for e in position.evidence] == ["The bridge", "is safe"]
    assert all(text[e.start : e.end] == e.quote for e in position.evidence)
    assert position.statement == "The bridge … is safe"
    assert (position.source, position.cue) == ("Holm", "said")


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("“The bridge is safe,” Holm said.", "direct"),
        ("Holm said the bridge was safe.", "indirect"),
        ("Holm said the bridge was “perfectly safe” now.", "mixed"),
    ],
)
def test_the_mode_is_the_share_of_quoted_words(find: Find, text: str, mode: str) -> None:
    assert find(text)[0].mode == mode


def test_furniture_is_no_evidence(find: Find) -> None:
    caption = "Grey said the photo was old."
    assert [p.actor for p in find(f"Holm said the bridge was safe.\n\n{caption}", caption)] == ["holm"]


def test_ids_are_made_of_content_and_unique_beside_the_actors(find: Find) -> None:
    positions = find("Holm said the bridge was safe now.\n\nHolm said the bridge was safe now.\n\nGrey denied it was.")
    ids = [p.id for p in positions]
    assert ids[:2] == ["holm-the-bridge-was-safe-now", "holm-the-bridge-was-safe-now-2"]
    assert not set(ids) & set(KINDS)
    assert len(set(ids)) == len(ids)


def test_about_names_the_others_in_the_content(find: Find) -> None:
    assert find("Holm said Holm and Grey would visit Westland soon.")[0].about == ("grey", "westland")


def test_via_is_the_medium_that_carries_it(find: Find) -> None:
    positions = find("The Courier reported that Mayor Holm insisted that the bridge would be closed for a month.")
    assert {p.actor: p.via for p in positions} == {"courier": None, "holm": "courier"}


def test_a_wish_that_is_most_of_what_is_said_is_not_told_twice(find: Find) -> None:
    (position,) = find("Holm said she hopes to reopen the bridge.", she="holm")
    assert position.statement == "She hopes to reopen the bridge"


def test_i_think_inside_a_quotation_is_no_position_of_its_own(find: Find) -> None:
    assert [p.cue for p in find("“I believe we need a new bridge,” Holm said.")] == ["said"]


def test_a_word_alone_is_a_position_only_with_a_stance(find: Find) -> None:
    assert find("Holm announced repairs.") == []
    assert [p.act for p in find("Holm condemned Westland.")] == ["oppose"]


def test_text_order_and_many_positions_stay_bounded(find: Find) -> None:
    positions = find("\n\n".join(f"Holm said the bridge {n} was safe." for n in range(30)))
    assert all(a.evidence[0].start < b.evidence[0].start for a, b in pairwise(positions))


def test_no_attributions_no_positions() -> None:
    document = Document(Article("seeds/x.txt", "x", "", "en", ""), (), (), (), ())
    assert find_positions(replace(document, attributions=()), Cast(())) == ()


def test_a_transcripts_turns_are_direct_and_their_labels_are_people(find: Find) -> None:
    text = (
        "Ada Holm talked to Tom Grey.\n\nQ: Will the bridge be closed?\n\nMAYOR HOLM: I think we can repair it.\n\n"
        "Q: And who pays?\n\nGREY: We do not know yet."
    )
    turns = [p for p in find(text) if p.cue == ":"]
    assert [(p.actor, p.mode, p.source) for p in turns] == [
        ("holm", "direct", "MAYOR HOLM"),
        ("grey", "direct", "GREY"),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The ministry reported two deaths in Westport.", ["reported"]),
        ("The ministry reimbursed the harbour trust for two ferries.", []),
        ("Holm tweeted about the trial.", []),
    ],
)
def test_a_bare_thing_is_a_position_only_by_a_cue_that_tells(find: Find, text: str, said: list[str]) -> None:
    assert [p.cue for p in find(text)] == said


def found(text: str, source: str, cue: str, content: str) -> list[Position]:
    """The positions of a text in which the network found these words and no others; the source may be empty."""
    return found_all(text, (source, cue, content))


def found_all(text: str, *words: tuple[str, str, str]) -> list[Position]:
    """The same where it found several sources, with their cues and contents."""
    spans = (((Span(text.index(w), text.index(w) + len(w)),) if w else () for w in each) for each in words)
    document = replace(read(text), attributions=tuple(Attribution(*each) for each in spans))
    return list(find_positions(document, cast_of(document, {})))


def test_a_question_of_nobody_counts_where_the_text_tells_of_it() -> None:
    question = "whether the bridge would open"
    assert [p.act for p in found(f"When Holm was asked {question}, she left.", "", "was asked", question)] == ["ask"]
    assert found(f"Asked {question}, Holm left.", "", "Asked", question) == []


def test_who_is_flooded_with_demands_makes_none() -> None:
    words = ("Holm", "was flooded with demands", "to reopen the bridge")
    assert [(p.actor, p.source, p.act) for p in found(f"{' '.join(words)}.", *words)] == [(None, None, "demand")]


@pytest.mark.parametrize(
    ("cue", "negated", "found_cues"),
    [("asked", "never", []), ("recommended", "had not", []), ("want", "does not", [("does not want", "oppose")])],
)
def test_a_cue_holds_its_negation_and_what_was_never_said_is_nothing(
    cue: str, negated: str, found_cues: list[tuple[str, str]]
) -> None:
    text = f"Lund said that Holm {negated} {cue} the builders to slow the work."
    assert [(p.cue, p.act) for p in found(text, "Holm", cue, "the builders to slow the work")] == found_cues


def test_an_adjective_holds_its_negation() -> None:
    text = "Holm is not worried about the pillars."
    assert [(p.cue, p.act) for p in found(text, "Holm", "worried about", "the pillars")] == [
        ("is not worried about", "assert")
    ]


@pytest.mark.parametrize(
    ("source", "cue", "content"),
    [
        ("Holm", "had sought", "to sell the ferry"),
        ("Holm", "says", "something rude"),
        ("Holm", "kept spreading tales about", "a ferry that never sailed and is not lost"),
    ],
)
def test_what_somebody_does_is_no_statement(source: str, cue: str, content: str) -> None:
    assert found(f"Whenever {source} {cue} {content}, others left.", source, cue, content) == []


def test_what_was_hardly_read_is_not_written() -> None:
    words = ("Holm", "said", "the bridge was safe")
    document = read(f"{' '.join(words)}.")
    sure = Attribution((Span(0, 4),), (Span(5, 9),), (Span(10, 29),), 0.5)
    for score, count in ((0.5, 1), (0.4, 0)):
        unsure = replace(document, attributions=(replace(sure, score=score),))
        assert len(find_positions(unsure, cast_of(document, {}))) == count


def test_what_a_named_other_believes_is_a_position_beside_the_report() -> None:
    inner = ("the builders", "believe", "that the bridge will hold for a hundred years")
    text = f"Holm said {' '.join(inner)}."
    spans = [(Span(text.index(w), text.index(w) + len(w)),) for w in inner]
    said = Span(text.index("the builders"), len(text) - 1)
    outer = Attribution((Span(0, 4),), (Span(5, 9),), (said,))
    document = replace(read(text), attributions=(outer, Attribution(*spans)))
    assert [p.cue for p in find_positions(document, cast_of(document, {}))] == ["said", "believe"]


@pytest.mark.parametrize(
    ("text", "told", "via", "mode"),
    [
        ("“I heard Grey say that it is safe,” Holm said.", "“I heard Grey say that it is safe,”", "holm", "indirect"),
        ("“Then Grey would say: ‘it is safe’,” Holm said.", "“Then Grey would say: ‘it is safe’,”", "holm",
         "direct"),
        ("“Nobody left. You heard Grey say that it is safe,” Holm said.", "“Nobody left.", "holm", "indirect"),
        ("The town, Holm said, will hear Grey say that it is safe.", "will hear Grey say that it is safe", "holm",
         "indirect"),
        ("Holm said she had to go to the bridge, of which Grey would say that it is safe.",
         "she had to go to the bridge, of which Grey would say that it is safe", None, "indirect"),
        ("“Nobody should leave,” Holm said. Then Grey would say: “it is safe.”", "“Nobody should leave,”", None,
         "direct"),
    ],
)  # fmt: skip
def test_what_somebody_tells_of_another_is_passed_on_and_its_marks_are_not_the_others(
    text: str, told: str, via: str | None, mode: str
) -> None:
    positions = found_all(text, ("Holm", "said", told), ("Grey", "say", "it is safe"))
    assert [(p.via, p.mode) for p in positions if p.actor == "grey"] == [(via, mode)]


@pytest.mark.parametrize(
    ("text", "source", "cue", "said"),
    [
        ("Grey left when Holm was pressed on why she left.", "Holm", "was pressed on", [(None, "ask")]),
        ("“I will see,” Holm said on Monday when asked why she left.", "", "asked", []),
        ("Holm asked why she left.", "Holm", "asked", [("holm", "ask")]),
    ],
)
def test_who_is_asked_does_not_ask(text: str, source: str, cue: str, said: list[tuple[str | None, str]]) -> None:
    assert [(p.actor, p.act) for p in found(text, source, cue, "why she left")] == said
