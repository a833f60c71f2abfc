from __future__ import annotations

import pytest
from facts_reading import read

from briefwright.facts.questions import find_candidates
from briefwright.model.document import Cast

NOBODY = Cast(())


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("The council must decide in the next 20 days whether to sell the ferry.", "2031-06-03"),
        ("The council faces a July 7 deadline to decide whether to sell the ferry.", "2031-07-07"),
        ("Holm has yet to decide whether to sell the ferry. The deadline of July 7 is near.", "2031-07-07"),
        # The exactest day, and only one that belongs to what is asked.
        ("The mayor is expected to campaign this week, with a speech on Friday.", "2031-05-18"),
        ("The board expects to open the pier within the next week.", "2031-05-21"),
        ("The council is expected to approve the tax by the end of the week.", "2031-05-18"),
        ("The council is expected to approve the tax in the coming weeks.", "2031-06"),
        ("The council is expected to approve a tax that brings nine crowns over the next ten years.", None),
        # A day beside the question, in its sentence or the next.
        ("The council will vote on the ferry bill. That vote is set for June 3.", "2031-06-03"),
        ("The mayor spoke of an upcoming hearing about the fire, scheduled for June 3.", "2031-06-03"),
        ("Sellin urged the court to block the toll rules set to take effect on Monday.", "2031-05-19"),
        ("The sides will hold a crucial vote on the ferry bill on June 3.", "2031-06-03"),
    ],
)
def test_a_question_is_due_when_its_time_is_up(text: str, due: str | None) -> None:
    document = read(text, "2031-05-14")
    assert next(c.due for c in find_candidates(document, NOBODY) if c.kind == "pending") == due
