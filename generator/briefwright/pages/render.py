"""Templates: a page's name and what it is told in, HTML out. All is escaped; a name that is missing is an error."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache, partial
from typing import Any
from urllib.parse import quote, urlsplit

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from jinja2.runtime import Macro
from markupsafe import Markup, escape

from briefwright.config import Project
from briefwright.errors import ConfigError, Problem
from briefwright.model.corpus import Corpus, Passage, Question, Statement
from briefwright.pages import passages, views
from briefwright.pages.acts import ACTS
from briefwright.pages.fragments import at_source
from briefwright.pages.labels import Labels, capital
from briefwright.pages.memo import CompiledTemplates, Memo
from briefwright.pages.notes import rendered
from briefwright.pages.pressing import QUIET_DAYS
from briefwright.pages.styles import css_string
from briefwright.pages.wordings import letters, shortened
from briefwright.shipped import shipped

_COMPILED = CompiledTemplates()
_WORD = re.compile(r"\w+")


class Renderer:
    """Renders the pages of one corpus with the project's own templates before the packaged ones.

    With a memo, all that templates learn of the corpus has to come from `self.corpus` or from what `page` is told.
    """

    def __init__(self, corpus: Corpus, project: Project, labels: Labels, memo: Memo | None = None) -> None:
        self.corpus, self.project, self._memo = memo.view(corpus) if memo else corpus, project, memo
        self._labels = labels
        self._whole = project.show_text != "evidence"
        self._marked: dict[tuple[str, Passage], Markup] = {}  # a statement stands on three pages or more
        folders = (project.templates / "pages", shipped("templates") / "pages")
        self._templates = Environment(
            loader=ChoiceLoader([FileSystemLoader(f) for f in folders]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=_COMPILED,
        )
        self._templates.filters |= {
            "day": labels.day, "long_day": labels.long_day, "weekday": labels.weekday, "age": labels.age,
            "figures": labels.figures, "period": labels.period, "span": labels.span, "capital": capital,
            "notes": rendered, "host": _host, "css_string": css_string, "shortened": shortened, "letters": letters,
        }  # fmt: skip
        self._templates.globals |= {
            "corpus": self.corpus,
            "site_name": project.site_name,
            "acts": ACTS,
            "QUIET_DAYS": QUIET_DAYS,
            "label": labels.html,
            "forms": labels.forms,
            "numbers": labels.numbers,
            "language": labels.language,
            "direction": labels.locale.text_direction,
            "by_sentence": views.by_sentence,
            "origins": views.origins,
            "sources": partial(views.sources, labels),
            "anchor": views.anchor,
            "shortest": views.shortest,
            "independent": partial(views.independent, labels),
            "passage": self.passage,
            "plain": self.plain,
            "clause": self.clause,
            "sentence": self.sentence,
            "at_source": self.at_source,
            "tongue": self.tongue,
            "unsure": self.unsure,
            "unseen": self.unseen,
            "reworded": self.reworded,
            "show_text": project.show_text,
        }

    def page(self, template: str, path: str, told: Mapping[str, object]) -> str:
        """The HTML of the page at `path`; links in it are relative, so that the site works under any address.

        Raises:
            ConfigError: the template, which may be the project's own, has a mistake.

        """
        render = partial(self._rendered, f"{template}.html.jinja", path)
        return self._memo.page(path, told, render) if self._memo else render(told)

    def _rendered(self, name: str, path: str, told: Mapping[str, object]) -> str:
        link = partial(relative, path, directory_urls=self.project.directory_urls)
        try:
            kept, part = partial(self._kept, path), partial(self._part, path)
            return self._templates.get_template(name).render(link=link, kept=kept, part=part, path=path, **told)
        except TemplateError as error:
            line = error.lineno if isinstance(error, TemplateSyntaxError) else 0
            where = f"{self.project.templates.name}/pages/{getattr(error, 'name', None) or name}"
            hint = "Mend it, or delete it and the one that came with the program is used."
            raise ConfigError(Problem(where, line, 1 if line else 0, f"{error.message}.", hint)) from None

    def _kept(self, path: str, macro: Macro, items: Sequence[Any], *how: object) -> str:
        """What a macro makes of the items, which is the same on all pages that lie as deep as the one at `path`.

        Statements and questions count as they are, of briefings only what the macro reads of them.
        """
        key = (macro.name, path.count("/"), tuple((getattr(item, "sheet", None), item.id) for item in items), how)
        told = [item for item in items if isinstance(item, Statement | Question)]
        return self._memo.part(key, told, partial(macro, items, *how)) if self._memo else macro(items, *how)

    def _part(self, path: str, name: str, macro: Macro, *told: object) -> str:
        """A part of the page at `path`, made by a macro of what that is told: no briefings, which would count whole."""
        return self._memo.part((path, name), told, partial(macro, *told)) if self._memo else macro(*told)

    def passage(self, sheet: str, passage: Passage) -> Markup:
        """An item's evidence, marked, in as much of its context as the project shows."""
        text, key = self.corpus.by_id[sheet].text, (sheet, passage)
        if key not in self._marked:
            self._marked[key] = passages.marked(text, passage, whole=self._whole)
        return self._marked[key]

    def tongue(self, sheet: str) -> Markup:
        """The attributes of an element that holds words of the article, where its language is not the site's."""
        return self._labels.foreign(self.corpus.by_id[sheet].language)

    def sentence(self, statements: list[Statement], anchors: bool) -> Markup:
        """The sentence of several statements: where each begins stands its badge's number and, if wanted, its anchor.

        A number, since the sign of “says” would be read as a quotation mark that the article does not have.
        """
        first = statements[0]
        if len(statements) == 1 or not first.passage.context:
            return self.passage(first.sheet, first.passage)
        heads: dict[int, Markup] = {}
        for number, s in enumerate(statements, 1):
            anchor = escape(f"s-{s.id}") if anchors and s is not first else None
            sign = Markup('<i class="sg f-{}" aria-hidden="true">{}</i>').format(ACTS[s.act].family, number)
            place = Markup('<a id="{}"></a>').format(anchor) if anchor else Markup()
            start = s.passage.evidence[0].start
            heads[start] = heads.get(start, Markup()) + place + sign
        joined = Passage(
            evidence=tuple(e for s in statements for e in s.passage.evidence),
            cue=tuple(sorted({c for s in statements for c in s.passage.cue})),
            context=tuple(passages.merged(c for s in statements for c in s.passage.context)),
            quotes=tuple(q for s in statements for q in s.passage.quotes),
        )
        return passages.marked(self.corpus.by_id[first.sheet].text, joined, whole=self._whole, heads=heads)

    def at_source(self, sheet: str, items: Iterable[Passage]) -> str | None:
        """The address of the article at the evidence of these items; None where there is no address or evidence."""
        briefing = self.corpus.by_id[sheet]
        evidence = [e for item in items for e in item.evidence]
        if not briefing.url or not evidence:
            return None
        return at_source(briefing.url, briefing.title, briefing.text or "", evidence)

    def plain(self, sheet: str, passage: Passage) -> str:
        """The words of a passage without any marking."""
        return passages.plain(self.corpus.by_id[sheet].text, passage, whole=self._whole)

    def clause(self, statement: Statement) -> str:
        """What it claims, in a line of the article’s words; the words of the sheet for what has no evidence."""
        text = self.corpus.by_id[statement.sheet].text if self._whole else None
        return passages.clause(text, statement.passage) or statement.wording

    def unseen(self, statement: Statement) -> str:
        """The words that name the source and attribute, as far as the passage that is shown does not hold them."""
        if not statement.passage.quotes:
            return ""
        shown = " ".join(self.plain(statement.sheet, statement.passage).split())
        named = [" ".join(words.split()) for words in (statement.source, statement.cue) if words]
        return " … ".join(words for words in named if words not in shown)

    def reworded(self, statement: Statement) -> bool:
        """Whether a person words it in other words than the passage that is shown."""
        shown = set(_WORD.findall(self.plain(statement.sheet, statement.passage).casefold()))
        return statement.edited and not shown.issuperset(_WORD.findall(statement.wording.casefold()))

    def unsure(self, statement: Statement) -> bool:
        """Whether the parser's score calls for “uncertain reading”; what a person edited is certain."""
        score = statement.score
        return score is not None and score < self.project.unsure_below and not statement.edited


@lru_cache(maxsize=100_000)
def relative(here: str, there: str, anchor: str = "", *, directory_urls: bool) -> str:
    """The address of the page at path `there`, or of an element on it, as the page at `here` has to write it."""
    fragment = f"#{quote(anchor)}" if anchor else ""
    if here == there and anchor:
        return fragment
    # Always by way of the root, so that what stands on many pages reads the same on all that lie as deep.
    way = "../" * here.count("/") + there or "./"
    return f"{way}{'' if directory_urls else 'index.html'}{fragment}"


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or url
    except ValueError:
        return url
