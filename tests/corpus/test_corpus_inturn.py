"""Bodies that newspapers call by two names in turn: a firm and its first word, a department and its building."""

from __future__ import annotations

import pytest

from corpus.test_corpus_namesakes import Loaded, actor, article, corpus_of

FIRM, SHORT = actor("Tarnoil Chemicals", "organisation"), actor("Tarnoil", "organisation")


def firms(*sheets: Loaded) -> set[str]:
    return {a.name for a in corpus_of(list(sheets)).actors.values() if a.name.startswith("Tarnoil")}


def test_a_firm_goes_by_its_first_word_where_one_article_uses_both() -> None:
    assert firms(article(1, FIRM, SHORT), article(2, SHORT), article(3, SHORT)) == {"Tarnoil Chemicals"}


@pytest.mark.parametrize(
    "sheets",
    [
        [article(1, FIRM), article(2, SHORT)],
        [article(1, FIRM, SHORT), article(2, actor("Tarnoil Shipping", "organisation"))],
        [article(1, FIRM, SHORT), article(2, actor("Piet Tarnoil"))],
        [article(1, actor("Tarnoil board", "organisation"), SHORT)],
        [article(1, actor("Tarnoil River Commission", "organisation"), SHORT)],
        [article(1, actor("Tarnoil Today", "media"), SHORT)],
    ],
    ids=["apart", "another firm", "a family", "its board", "longer", "another kind"],
)
def test_it_does_not_where_the_word_may_mean_another(sheets: list[Loaded]) -> None:
    assert "Tarnoil" in firms(*sheets)
    assert len(firms(*sheets)) > 1


def test_a_common_word_is_no_firms_name() -> None:
    sheet = article(1, actor("Target Stores", "organisation"), actor("Target", "organisation"))
    assert {"target", "target-stores"} <= set(corpus_of([sheet]).actors)


def test_a_department_goes_by_its_building() -> None:
    seat, body = actor("Pentagon", "organisation"), actor("Department of Defense", "organisation")
    corpus = corpus_of([article(1, seat, body), article(2, seat), article(3, seat)])
    (found,) = [a for a in corpus.actors.values() if a.kind == "organisation" and "Pentagon" in (a.name, *a.forms)]
    assert {"Department of Defense", "Pentagon"} == {found.name, *found.forms}
