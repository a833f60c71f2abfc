from __future__ import annotations

import pytest
from facts_reading import read

from briefwright.facts.events import MAX_EVENTS, find_events


def _told(text: str, published: str | None = "2031-05-14") -> list[tuple[str, str | None]]:
    return [(e.event, e.date) for e in find_events(read(text, published))]


@pytest.mark.parametrize(
    ("text", "event", "date"),
    [
        ("The bridge collapsed on Monday.", "The bridge collapsed on Monday", "2031-05-12"),
        ("The council will meet on Monday.", "The council will meet on Monday", "2031-05-19"),
        ("The council is meeting on Friday.", "The council is meeting on Friday", "2031-05-16"),
        ("The mayor was forced to close the school on Monday.", "The mayor was forced to close the school on Monday",
         "2031-05-12"),
        ("The union called on its members to march on Sunday.", "The union called on its members to march on Sunday",
         "2031-05-18"),
        ("Venn was the first to cross the bridge on Sunday.", "Venn was the first to cross the bridge on Sunday",
         "2031-05-11"),
        ("She spoke ahead of Monday's harbour vote.", "Monday's harbour vote", "2031-05-19"),
        ("The court gave the mayor until May 20.", "The court gave the mayor until May 20", "2031-05-20"),
        ("The dockers had left by Monday.", "The dockers had left by Monday", "2031-05-12"),
        ("The crew has agreed to leave by May 20.", "The crew has agreed to leave by May 20", "2031-05-20"),
        ("The dockers had loaded ten ships by May 9.", "The dockers had loaded ten ships by May 9", "2031-05-09"),
        ("The vote was postponed to June 9.", "The vote was postponed to June 9", "2031-06-09"),
        ("The mayor extended the curfew through May 20.", "The mayor extended the curfew through May 20", "2031-05-20"),
        ("In 2019, the mine was closed.", "In 2019, the mine was closed", "2019"),
        ("Friday's vote on the harbour tax angered the dockers.", "Friday's vote on the harbour tax", "2031-05-09"),
        ("A truck that was stolen in April has been found.", "A truck that was stolen in April", "2031-04"),
    ],
)  # fmt: skip
def test_the_clause_is_told_with_its_subject(text: str, event: str, date: str) -> None:
    assert _told(text) == [(event, date)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("He flew to Lind, where he attended a meeting on July 10 with the dockers.", "2030-07-10"),
        ("The governor suspended the payments in July for 60 days.", "2030-07"),
        ("The payments were suspended in July.", "2030-07"),
        ("The summit, which was held on June 12, angered the dockers.", "2030-06-12"),
        ("Venn won the June 3 election.", "2030-06-03"),
        ("The mayor hosted a June address by the governor.", "2030-06"),
        ("The mayor has kept in touch since being elected in June.", "2030-06"),
        ("He served two terms before being defeated last June.", "2030-06"),
        ("The mayor blamed the union in remarks Saturday in Calder.", "2031-05-10"),
        ("Officials could not be reached for comment late on Friday.", "2031-05-09"),
        ("In an interview Saturday on the radio, the mayor would not say whether she will run.", "2031-05-10"),
        ("The two sides had sought to finish the package earlier on Friday.", "2031-05-09"),
        ("By Friday morning, with the mayor still in control, Venn had sought refuge.", "2031-05-09"),
        ("Venn sought to calm the dockers on Monday.", "2031-05-12"),
        ("The November election, won by Venn, changed the town.", "2030-11"),
        ("Venn beat the harbour master in the July 20 election.", "2030-07-20"),
        ("He answered in the July 20 email to the dockers.", "2030-07-20"),
        ("Venn spoke of a December 20th meeting with the dockers.", "2030-12-20"),
        ("Her comments follow the union’s statement Friday that it would strike.", "2031-05-09"),
    ],
)
def test_what_is_told_as_past_is_never_ahead(text: str, date: str) -> None:
    assert [found for _, found in _told(text)][:1] == [date]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The tests will start in June and include ten towns, with the serum sold as early as September.", "2031-09"),
        ("The senate voted for the bill on Monday, keeping the ferries afloat until the end of July.", "2031-07"),
        ("The board had asked the court to delay the rule slated to kick in Friday.", "2031-05-16"),
        ("The fee would rise after Dec. 31 to nine crowns, the mayor said.", "2031-12-31"),
        ("Voters have an opportunity in November to choose another mayor.", "2031-11"),
        ("The mayor planned to focus his November re-election campaign on the port.", "2031-11"),
        ("The talks precede a summit to be held in November in Lind.", "2031-11"),
    ],
)
def test_what_lies_ahead_is_not_dated_back(text: str, date: str) -> None:
    assert date in [found for _, found in _told(text)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The speaker is to meet the mayor on Monday.", "2031-05-19"),
        ("The governor plans to visit Lind in April.", "2032-04"),
        ("A hearing is scheduled for Monday.", "2031-05-19"),
        ("The mayor announced that the port would reopen on Monday.", "2031-05-19"),
        ("The council will debate the planned March 3 vote.", "2032-03-03"),
    ],
)
def test_what_is_told_as_ahead_is_never_past(text: str, date: str) -> None:
    assert [found for _, found in _told(text)] == [date]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The trial was scheduled for June 3.", "2031-06-03"),
        ("The mayor has proposed holding talks June 3 at the port.", "2031-06-03"),
        ("Most economists projected hiring would rebound by April.", "2031-04"),
        ("The funds beat the April 30 deadline by 19 days.", "2031-04-30"),
        ("The council set a June 30 deadline for the port.", "2031-06-30"),
    ],
)
def test_what_was_foreseen_is_ahead_unless_it_has_just_gone_by(text: str, date: str) -> None:
    assert [found for _, found in _told(text)] == [date]


def test_a_day_between_the_teller_and_what_is_told_is_the_tellers() -> None:
    assert _told("Venn said on Friday she would leave.") == [("Venn said on Friday she would leave", "2031-05-09")]
    assert _told("Venn said that on Friday she would leave.") == [
        ("Venn said that on Friday she would leave", "2031-05-16")
    ]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("“The harbour is safe,” Mayor Anna Venn said Monday.", "“The harbour is safe,” Mayor Anna Venn said Monday"),
        ("Venn said she would leave the council on Friday.", "Venn said she would leave the council on Friday"),
        (
            "The mayor named the truck's April theft as the reason.",
            "The mayor named the truck's April theft as the reason",
        ),
    ],
)
def test_a_fragment_is_told_in_the_clause_around_it(text: str, event: str) -> None:
    found = find_events(read(text, "2031-05-14"))
    assert [e.event for e in found] == [event]
    assert all(s.quote in text for e in found for s in e.evidence)


def test_a_clause_too_long_for_a_timeline_leaves_the_fragment_alone() -> None:
    reasons = ", ".join(f"the price of the {n}th load" for n in range(12))
    told = _told(f"The mayor, who named {reasons}, spoke of the truck's April theft.")
    assert told == [("the truck's April theft", "2031-04")]


def test_a_dated_report_keeps_what_it_reports() -> None:
    assert _told("The mayor said on Monday that the bridge was safe.")[0][0] == (
        "The mayor said on Monday that the bridge was safe"
    )


def test_the_dateline_is_left_out() -> None:
    text = "PORT CALDER (Agency) - Dockers ended their strike on Tuesday."
    assert _told(text) == [("Dockers ended their strike on Tuesday", "2031-05-13")]


def test_two_dates_of_one_clause_are_one_event() -> None:
    assert len(_told("The bridge collapsed on Monday, May 12, at dawn.")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Will the council meet on Monday?",
        "The council lost ten seats in two weeks.",
        "Rents have doubled over the past years.",
        "“Dockers today earn little in this town,” she said.",
        "The Tuesday Group paid for it.",
        "For the first time in seven years, more than half of the town thinks well of the mayor.",
        "Venn is the worst mayor in ten years.",
        "Dockers are worried about the 2032 Labour nominee.",
        "Many see Venn as a contender in 2032.",
        "Venn, who led the office from 2019 to 2023, owns a boat.",
        "Rents have doubled in the past year.",
        "“We like the harbour on Fridays, and you see it on Monday,” Venn said.",
        "She shows its might by testing nine thousand people in 11 days.",
        "This year's stalemate has angered the dockers.",
        "Labour held the harbour in 2019.",
        "Venn was the mayor in 2019.",
        "The bridge collapsed.",
        "On Monday.",
    ],
)
def test_what_is_no_event(text: str) -> None:
    assert _told(text) == []


def test_furniture_tells_no_event() -> None:
    text = "The bridge collapsed on Monday. The mayor opens a fair on June 3, 2030."
    document = read(text, "2031-05-14", furniture=("The mayor opens a fair on June 3, 2030.",))
    assert [e.event for e in find_events(document)] == ["The bridge collapsed on Monday"]


def test_events_are_verbatim_with_ids_of_their_own() -> None:
    text = "The bridge collapsed on Monday. The bridge collapsed on Tuesday. The bridge collapsed on Monday."
    events = find_events(read(text, "2031-05-14"))
    assert [e.id for e in events] == ["the-bridge-collapsed-on-monday", "the-bridge-collapsed-on-tuesday"]
    assert all(text[s.start : s.end] == s.quote for e in events for s in e.evidence)


def test_there_is_an_end_to_events() -> None:
    text = " ".join(f"The bridge of Lind number {n} collapsed in {1900 + n}." for n in range(90))
    assert len(find_events(read(text))) == MAX_EVENTS
