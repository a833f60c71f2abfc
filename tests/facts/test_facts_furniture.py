"""Furniture inside a sentence: nothing comes of it, and what stands around it reads on."""

from __future__ import annotations

from facts_reading import read

from briefwright.facts import find_facts
from briefwright.model.article import Article
from briefwright.model.text import Span

LINKS = "Ada Maria HolmMinister Lena Brook denies report Ferry fares to rise MORE"
TEXT = (
    f"Council leader Ada Holm {LINKS}, a builder, told the Courier on Monday that the bridge would be closed.\n\n"
    f"The ministry denied a report that Holm {LINKS} would resign on Friday. The council will vote on the bridge."
)


def test_what_stands_around_links_in_a_sentence_reads_on() -> None:
    document = read(TEXT, published="2024-03-06", furniture=(LINKS,))
    start = TEXT.rindex(LINKS)
    both = Article("x", "x", TEXT, "en", "", furniture=(*document.article.furniture, Span(start, start + len(LINKS))))
    assert both.readable.count(LINKS) == 0
    assert len(both.readable) == len(TEXT)


def test_nothing_comes_of_links_in_a_sentence_and_evidence_is_verbatim_beside_them() -> None:
    text = TEXT.replace(LINKS, "", 1)
    findings = find_facts(read(text, published="2024-03-06", furniture=(LINKS,)))
    assert not any("Brook" in actor.name for actor in findings.actors)
    denial = next(p for p in findings.positions if p.act == "deny")
    assert denial.statement == "Denied a report that Holm would resign on Friday"
    assert [e.quote for e in denial.evidence] == ["a report that Holm", "would resign on Friday"]
    items = [*findings.positions, *findings.open_questions, *findings.events]
    evidence = [*findings.lead, *(e for item in items for e in item.evidence)]
    assert all(text[e.start : e.end] == e.quote and "Ferry" not in e.quote for e in evidence)


def test_furniture_that_opens_a_line_is_a_sentence_of_its_own() -> None:
    article = Article("x", "x", "ADVERTISEMENT The bridge is closed.", "en", "", furniture=(Span(0, 13),))
    assert article.readable == article.text
