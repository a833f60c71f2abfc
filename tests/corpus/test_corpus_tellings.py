"""One event told by several articles stands once; two events that sound alike stay two."""

from __future__ import annotations

from itertools import permutations

import pytest

from briefwright.corpus.tellings import tellings
from briefwright.model.corpus import Event, Passage

CASTS = {"wire": frozenset({"varga", "karsovia"}), "post": frozenset({"varga"}), "radio": frozenset({"holm"})}


def event(sheet: str, wording: str, date: str | None = "2026-03-04") -> Event:
    return Event(sheet, "e", wording, date, None, Passage(), edited=False, ahead=False)


def together(one: str, other: str, *, sheets: tuple[str, str] = ("wire", "post")) -> bool:
    """Whether the two wordings count as one event, whichever comes first."""
    told = [event(sheets[0], one), event(sheets[1], other)]
    results = {len(tellings(order, CASTS)) for order in permutations(told)}
    assert len(results) == 1
    return results == {1}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Karsovia closed the gates of the Tarn dam", "Karsovia has closed the gates of the Tarn dam"),
        ("the Lorn summit of 4 March", "The Lorn summit on 4 March"),
        (
            "envoys of both sides met behind closed doors in Lorn for the first time since autumn",
            "envoys of both sides met behind closed doors at Lorn, for the first time since last autumn",
        ),
        (
            "Delmere’s parliament voted on Tuesday to recall its envoy from the capital",
            "Delmere’s parliament voted on Tuesday to recall its envoy from the capital, the third recall in two years",
        ),
    ],
)
def test_nearly_the_same_words_are_one_event(one: str, other: str) -> None:
    assert together(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Karsovia opened the gates of the Tarn dam", "Karsovia opened the gates of the Lorn dam"),
        (
            "the ferry carried 40 people across the flooded lower valley",
            "the ferry carried 60 people across the flooded lower valley",
        ),
        (
            "the commission on Monday found the water of the lower valley safe to drink",
            "the commission on Monday found the water of the lower valley not safe to drink",
        ),
        ("Brandt warned Varga about the gates", "Varga warned Brandt about the gates"),
        ("he met the envoy in Lorn", "he met the envoy in Lorn"),  # who is meant, each article says elsewhere
        ("talks began", "talks began"),
        (
            "the minister met the envoy of Delmere in the harbour town of Lorn",
            "the minister met the envoy of Delmere in the harbour town of Lorn, a report that nobody confirmed",
        ),
    ],
)
def test_another_name_number_or_negation_is_another_event(one: str, other: str) -> None:
    assert not together(one, other)


def test_few_words_are_one_event_only_among_articles_with_an_actor_in_common() -> None:
    assert together("the 2026 spring election", "The 2026 spring election")
    assert not together("the 2026 spring election", "The 2026 spring election", sheets=("wire", "radio"))


def test_the_day_decides_and_undated_events_stay_alone() -> None:
    told = [event("wire", "Karsovia closed the gates of the Tarn dam", day) for day in ("2026-03", "2026-03-04")]
    undated = [event(sheet, "Karsovia closed the gates of the Tarn dam", None) for sheet in ("wire", "post")]
    assert tellings([*told, *undated], CASTS) == tuple((e,) for e in (*told, *undated))


def test_order_stays_and_nothing_is_lost() -> None:
    first = event("radio", "the ferry sank off Lorn harbour in a storm on Wednesday")
    closed = event("wire", "Karsovia closed the gates of the Tarn dam")
    again = event("post", "Karsovia closed the gates of the Tarn dam")
    later = event("wire", "Karsovia closed the gates of the Tarn dam", "2026-04-01")
    assert tellings([first, closed, again, later], CASTS) == ((first,), (closed, again), (later,))
