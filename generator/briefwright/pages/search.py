"""What search finds: items of the corpus in, records out; and the records of all pages in, the files of the index out.

Two files: what pages and questions there are, which is small and comes first, and what statements and events say.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from math import log10
from typing import NamedTuple, get_args

from briefwright.model.corpus import Briefing, Corpus, Dispute, Event, Question, Statement
from briefwright.model.factsheet import Act
from briefwright.model.order import grouped
from briefwright.model.page import Page, SearchRecord
from briefwright.pages import views
from briefwright.pages.draft import Sections
from briefwright.pages.labels import Labels, capital
from briefwright.pages.render import Renderer

SAID = "said.json"
"""Name of the second file; `search.js` knows it."""
LONGEST = 200
"""Characters that are told of an article, and of a question's sentence."""
WRITTEN_WEIGHT = 0.5
LATER = frozenset({"statement", "unnamed", "event", "dispute"})
MARKS = (
    *("deny", "demand", "support", "oppose", "warn", "commit", "ask", "decline"),
    *("disputed", "unconfirmed", "pending", "open", "overdue", "answered", "question"),
)
"""What readers ask for by words of its own; each language has them in its labels."""
_TAG = re.compile(r"<[^>]*>")


class Index(NamedTuple):
    """The two files; `pages` stands in the theme's own file as its ``docs``."""

    pages: object
    said: str


def statement_record(renderer: Renderer, labels: Labels, s: Statement) -> SearchRecord:
    """Found by its speaker, its act, its topics and the sentence in which it stands; unnamed is no speaker.

    Its title is the speaker; `search.js` adds the act.
    """
    corpus = renderer.corpus
    text = renderer.plain(s.sheet, s.passage) or s.wording
    if s.via:
        text = f"{text} ({labels.text('statement.passed_on', actor=corpus.actors[s.via].name)})"
    topics = tuple(corpus.topics[t].name for t in s.topics)
    who = _speaker(corpus, labels, s)
    return SearchRecord(f"s-{s.id}", who, text, "statement" if s.actor else "unnamed", topics, marks=(s.act,))


def question_record(renderer: Renderer, q: Question) -> SearchRecord:
    """Found by its words and by its sentence, by its kind and its state."""
    marks = (q.kind, q.status, *(["overdue"] if q.overdue else []))
    return SearchRecord(f"q-{q.id}", q.question, renderer.plain(q.sheet, q.passage), "question", marks=marks)


def dispute_record(renderer: Renderer, labels: Labels, d: Dispute) -> SearchRecord:
    """Found by the sentences, the speakers and the acts of both sides."""
    speakers = dict.fromkeys(_speaker(renderer.corpus, labels, s) for s in d.statements)
    one, other = (_speaker(renderer.corpus, labels, side[0]) for side in (d.earlier, d.against))
    first = d.earlier[0]
    claim = first.wording if renderer.reworded(first) else labels.text("glue.quoted", words=renderer.clause(first))
    between = labels.text("dispute.between_on", one=one, other=other, topic=claim)
    text = " ".join(dict.fromkeys(renderer.plain(s.sheet, s.passage) or s.wording for s in d.statements))
    marks = ("disputed", *dict.fromkeys(s.act for s in d.statements))
    title = d.question.question if d.question else between
    return SearchRecord(views.anchor(d), title, text, "dispute", tuple(speakers), marks=marks)


def _speaker(corpus: Corpus, labels: Labels, s: Statement) -> str:
    if s.actor:
        return corpus.actors[s.actor].name
    return labels.text("speaker.unnamed_source", source=s.source) if s.source else labels.text("search.no_source")


def briefing_record(renderer: Renderer, briefing: Briefing) -> SearchRecord:
    """Found by its title, whom and what it is mainly about, and by its lead."""
    corpus = renderer.corpus
    main = [corpus.actors[a.actor].name for a in briefing.cast if a.main]
    names = (*main, *(corpus.topics[t].name for t in briefing.topics))
    text = briefing.bottom_line or renderer.plain(briefing.id, briefing.lead)
    return SearchRecord("", briefing.title, text, topics=tuple(dict.fromkeys(names)))


def event_record(labels: Labels, e: Event) -> SearchRecord:
    """Found by its date and its words; its sentence says hardly more."""
    when = capital(labels.day(e.date) or labels.text("event.no_date"))
    return SearchRecord(f"e-{e.id}", labels.text("search.event", day=when, event=e.event), "", "event")


def pair_record(
    corpus: Corpus, labels: Labels, anchor: str, speaker: str, subject: str, said: Sequence[Statement]
) -> SearchRecord:
    """Where one speaker's statements on a topic or about an actor stand together; found by the names of both."""
    days = sorted(day for s in said if (day := corpus.by_id[s.sheet].day))
    number = labels.text("count.statements", n=len(said))
    text = labels.text("search.pair_since", statements=number, day=labels.day(days[0])) if days else number
    title = labels.text("search.pair", speaker=speaker, subject=subject)
    return SearchRecord(anchor, title, text, "pair", (speaker, subject), weight=round(1 + log10(len(said)), 1))


def section_records(labels: Labels, name: str, sections: Sections) -> list[SearchRecord]:
    """Where the open questions and the disputes of a topic or an actor stand, if it has any; found by both names."""
    return [
        SearchRecord(anchor, labels.text("page.part", title=name, part=heading), "", "pair", (name, heading))
        for anchor, heading, content in sections
        if content and anchor in ("open-questions", "disputed")
    ]


def make_index(pages: Iterable[Page], prose: Iterable[Mapping[str, str]], labels: Labels, tail: str = "") -> Index:
    """The index of these pages and of `prose`, which is what the search plugin found: location, title, HTML.

    `tail` ends the address of a page where the web server does not look for it.
    """
    found = [_written(path, of_page) for path, of_page in grouped(map(_located, prose)).items()]
    names: dict[str, int] = {}
    said: list[list[object]] = []
    for page in pages:
        own = next((r for r in page.records if not r.anchor), SearchRecord("", page.title, ""))
        early = [_early(r) for r in page.records if r.anchor and r.kind not in LATER]
        later = [r for r in page.records if r.kind in LATER]
        if later:
            said.append([len(found), *_said(later, names)])
        day = page.updated if later and page.updated else ""
        text = _cut(own.text) if later else own.text  # that of an actor are its names
        about = [names.setdefault(name, len(names)) for name in own.topics]
        found.append([f"{page.path}{tail}", own.title, text, own.weight, day, about, *early])
    words = _words(labels)
    return Index({**words, "found": found, "names": list(names)}, to_json(said))


def _words(labels: Labels) -> dict[str, object]:
    """How the site's language asks: what counts for nothing, what stands for acts and states, and how acts are told."""
    marks = {mark: labels.text(f"search_words.{mark}").split() for mark in MARKS}
    return {
        "language": labels.language,
        "skip": labels.text("search.function_words").split(),
        "marks": {mark: words for mark, words in marks.items() if words},
        "acts": {act: labels.text(f"act.{act}") for act in get_args(Act)},
        "statement": labels.text("search.statement", speaker="{speaker}", act="{act}"),
    }


def _located(section: Mapping[str, str]) -> tuple[str, tuple[str, str, str]]:
    """The page of a section that the search plugin found; and its anchor, title and text."""
    path, _, anchor = section["location"].partition("#")
    return path, (anchor, _text(section["title"]), _text(section["text"]))


def _written(path: str, sections: Sequence[tuple[str, str, str]]) -> list[object]:
    """A page of the project's own, which weighs less than what is said."""
    own = next((s for s in sections if not s[0]), sections[0])
    return [path, own[1], own[2], WRITTEN_WEIGHT, "", [], *(["section", *s] for s in sections if s[0])]


def _early(r: SearchRecord) -> list[object]:
    """Kind with marks, anchor, title and text; of a pair its two names, too, and its weight."""
    return [_kind(r), r.anchor, r.title, _cut(r.text), *([list(r.topics), r.weight] if r.topics else [])]


def _said(records: Iterable[SearchRecord], names: dict[str, int]) -> Iterable[list[object]]:
    """Kind with marks, anchor, title, text, and places of the topics in `names`; 0 for the text of the record before.

    An anchor has spaces for hyphens: so its words are those of the text, and a web server packs them well.
    """
    before = None
    for r in records:
        topics = [names.setdefault(topic, len(names)) for topic in r.topics]
        yield [_kind(r), r.anchor.replace("-", " "), r.title, 0 if r.text == before else r.text, *topics]
        before = r.text


def _kind(r: SearchRecord) -> str:
    """What `search.js` sorts hits by: “statement deny”."""
    return " ".join((r.kind, *r.marks))


def _cut(text: str) -> str:
    """The beginning of a text, ended at a word."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rpartition(' ')[0]} …"


def _text(marked: str) -> str:
    """The words of HTML."""
    return html.unescape(_TAG.sub("", marked))


def to_json(value: object) -> str:
    """JSON without a mark that could open a tag, should a browser ever take it for a page."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
