"""What the material does not tell: each kind of gap on a corpus that has it, and on one that has not."""

from __future__ import annotations

from datetime import date
from typing import Any

from test_pages_edition import corpus_of
from test_pages_site import PROJECT, Loaded, loaded

from briefwright.corpus import build_corpus
from briefwright.errors import Problem
from briefwright.model.factsheet import ActorRegister, TopicRegister
from briefwright.pages import load_labels, make_site
from briefwright.pages.gaps import find_gaps, not_quoted

CAST = [
    {"id": "orla", "name": "Orla Vance", "kind": "person", "salience": "main", "affiliation": "city"},
    {"id": "city", "name": "City", "kind": "organisation", "salience": "main"},
    {"id": "pier", "name": "Pier Union", "kind": "organisation", "salience": "main"},
    {"id": "wire", "name": "The Wire", "kind": "media", "salience": "main"},
    {"id": "port", "name": "Port", "kind": "organisation", "salience": "minor"},
]


def position(key: str, actor: str | None = "orla", **more: Any) -> dict[str, Any]:
    return {"id": key, "actor": actor, "act": "assert", "statement": "The bridge is safe.", **more}


def paper(key: str, *positions: Any, day: str | None = "2026-03-01", **sheet: Any) -> Loaded:
    about = {"published": day, "outlet": "The Post"}
    return loaded(key, f"Text of {key}.", article=about, actors=CAST, positions=list(positions), **sheet)


def test_a_corpus_without_articles_has_no_gaps() -> None:
    assert not any(find_gaps(corpus_of()))


def test_main_actors_whom_an_article_quotes_in_no_way() -> None:
    corpus = corpus_of(paper("one", position("a", via="wire")))
    assert not_quoted(corpus, corpus.by_id["one"]) == ["pier"]


def test_who_speaks_in_another_article_is_heard() -> None:
    silent = corpus_of(paper("one", position("a")), paper("two"))
    assert [(g.actor, len(g.briefings)) for g in find_gaps(silent).unheard] == [("pier", 2)], "and no outlet"
    heard = corpus_of(paper("one", position("a", via="wire")), paper("two", position("b", "pier")))
    assert find_gaps(heard).unheard == []


def test_those_whom_others_speak_about_come_first_and_a_thing_is_nobody_who_might_be_heard() -> None:
    cast = [
        {"id": key, "name": name, "kind": kind, "salience": "main"}
        for key, name, kind in [
            ("trade", "Trade", "organisation"),
            ("abel", "Abel Horn", "person"),
            ("zora", "Zora Lind", "person"),
            ("police", "Police", "group"),
        ]
    ]
    said = [{"id": "s", "act": "assert", "statement": "Ms Lind is ill.", "about": ["zora"]}]
    found = find_gaps(corpus_of(loaded("one", "Text.", actors=cast, positions=said))).unheard
    assert [g.actor for g in found] == ["zora", "abel", "police"]


def test_a_name_that_belongs_to_no_actor_is_no_source_without_a_name() -> None:
    sources = ("Brennick", "Harl Brennick", "Brennick", "The aide", "Critics", "Sorians", "an aide of Brennick")
    said = [position(f"p{i}", None, source=words) for i, words in enumerate(sources)]
    found = find_gaps(corpus_of(paper("one", *said)))
    assert [(g.source, len(g.statements)) for g in found.names] == [("Brennick", 2), ("Harl Brennick", 1)]
    assert ("unnamed", 4) in found.numbers()


def test_who_declined_to_comment() -> None:
    said = [position(f"p{i}", actor, act="decline") for i, actor in enumerate(("pier", None, "orla", "pier"))]
    found = find_gaps(corpus_of(paper("one", *said, position("a"))))
    assert [(g.actor, len(g.statements)) for g in found.declined] == [("pier", 2), ("orla", 1), (None, 1)]
    assert ("declined", 4) in found.numbers()


def test_sources_without_a_name_are_grouped_by_their_words() -> None:
    sources = ("Two officials", "two officials", "The official", "an official", None)
    said = [position(f"p{i}", None, source=words) for i, words in enumerate(sources)]
    groups = [(g.source, len(g.statements)) for g in find_gaps(corpus_of(paper("one", *said))).unnamed]
    assert groups == [("The official", 2), ("Two officials", 2), (None, 1)]


def test_a_pronoun_is_no_source_without_a_name() -> None:
    sources = ("They", "they", "a sailor", "He", "It", "I’d")
    said = [position(f"p{i}", None, source=words) for i, words in enumerate(sources)]
    found = find_gaps(corpus_of(paper("one", *said)))
    assert [g.source for g in found.unnamed] == ["a sailor"]
    assert [(g.source, len(g.statements)) for g in found.pronouns] == [
        ("They", 2), ("He", 1), ("It", 1), ("I’d", 1),
    ]  # fmt: skip
    assert found.names == [], "“It” looks like one"
    assert ("unnamed", 1) in found.numbers()


def test_what_one_origin_alone_carries() -> None:
    three = [position(f"p{i}", topics=["toll"]) for i in range(3)]
    alone = find_gaps(corpus_of(paper("one", *three)))
    assert [(g.id, len(g.statements), g.briefing.id) for g in alone.one_origin] == [("toll", 3, "one")]
    assert [(g.id, g.briefing.id) for g in alone.heard_once] == [("orla", "one")]
    assert [(g.id, g.actor) for g in alone.one_voice] == [("toll", "orla")]
    copy = paper("two", *three)
    copied = copy.sheet.model_copy(update={"article": copy.sheet.article.model_copy(update={"origin": "one"})})
    assert find_gaps(corpus_of(paper("one", *three), Loaded(copied, copy.text))).one_origin == alone.one_origin
    second = find_gaps(corpus_of(paper("one", *three), paper("two", position("d", "pier", topics=["toll"]))))
    assert (second.one_origin, second.one_voice) == ([], [])


def test_claims_of_several_articles_that_come_from_one_source() -> None:
    words = "The keel of the trawler Marlin was cracked in March."

    def told_by(*tellings: tuple[str, str | None, str]) -> tuple[int, int]:
        papers = [
            loaded(
                f"a{i}",
                f"Text {i}.",
                article={"published": f"2026-03-0{1 + i}", "outlet": outlet},
                actors=CAST,
                positions=[position("p", actor, act=act, statement=words)],
            )
            for i, (outlet, actor, act) in enumerate(tellings)
        ]
        found = find_gaps(corpus_of(*papers))
        assert dict(found.numbers()).get("one-source", 0) == len(found.one_maker) + len(found.one_speaker)
        return len(found.one_maker), len(found.one_speaker)

    assert told_by(("The Post", "orla", "assert"), ("The Post", "pier", "assert")) == (1, 0)
    assert told_by(("The Post", "orla", "assert"), ("The Post", "orla", "assert")) == (1, 0), "and told once"
    assert told_by(("The Post", "orla", "assert"), ("The Mail", "orla", "assert")) == (0, 1)
    assert told_by(("The Post", "orla", "assert"), ("The Mail", "pier", "assert")) == (0, 0)
    assert told_by(("The Post", "orla", "demand"), ("The Mail", "orla", "demand")) == (0, 0), "nobody has to confirm it"
    assert told_by(("The Post", None, "assert"), ("The Mail", None, "assert")) == (0, 0), "who knows who they are"


def test_an_actor_and_who_belongs_to_it_are_one_side() -> None:
    said = [position("a", "city", topics=["toll"]), position("b", topics=["toll"]), position("c", topics=["toll"])]
    assert [g.actor for g in find_gaps(corpus_of(paper("one", *said))).one_voice] == ["city"]
    said[0]["actor"] = None
    assert find_gaps(corpus_of(paper("one", *said))).one_voice == []


def test_a_topic_is_stale_after_a_quarter_without_an_article() -> None:
    question = {"id": "q", "question": "When?", "kind": "unknown", "topics": ["toll"]}
    papers = [paper("one", position("a", topics=["toll"]), open_questions=[question])]
    stale = find_gaps(corpus_of(*papers, as_of=date(2026, 5, 30))).stale
    assert [(g.id, g.day, g.days, len(g.questions)) for g in stale] == [("toll", "2026-03-01", 90, 1)]
    assert find_gaps(corpus_of(*papers, as_of=date(2026, 5, 29))).stale == []
    closed = paper("one", open_questions=[question | {"status": "dropped"}])
    assert find_gaps(corpus_of(closed, as_of=date(2027, 1, 1))).stale == []


def test_an_article_is_listed_with_what_it_lacks() -> None:
    bare = loaded("bare")
    full = paper("full", position("a"))
    missing = {g.briefing.id: g.missing for g in find_gaps(corpus_of(bare, full)).incomplete}
    assert missing == {"bare": ("date", "outlet", "text", "reading")}


def test_an_article_that_could_not_be_read_is_a_gap_with_its_reason() -> None:
    unread = Problem("seeds/toll.txt", 3, 1, "the file is empty.", "Delete it.")
    corpus = build_corpus([paper("one")], ActorRegister(schema=1), TopicRegister(schema=1), unread=[unread])
    assert find_gaps(corpus).unread == [unread]
    assert ("unread", 1) in find_gaps(corpus).numbers()
    spanish = load_labels("es", PROJECT.templates / "labels")
    pages = {page.path: page.html for page in make_site(corpus, PROJECT, spanish).pages}
    assert "un artículo no leído" in pages[""].lower()
    assert (
        '<bdi>seeds/toll.txt</bdi></h3>\n<p class="meta" lang="en" dir="ltr">The file is empty.</p>' in pages["gaps/"]
    )


def test_the_order_of_the_sheets_changes_nothing() -> None:
    papers = [paper("one", position("a", None, source="aides")), paper("two", position("b", None, source="Aides"))]
    registers = ActorRegister(schema=1), TopicRegister(schema=1)
    assert find_gaps(build_corpus(papers, *registers)) == find_gaps(build_corpus(papers[::-1], *registers))
