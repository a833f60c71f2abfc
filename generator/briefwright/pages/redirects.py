"""The pages of a corpus in; out, for each page that once was under another id, a small one there that leads to it."""

from __future__ import annotations

from collections.abc import Sequence

from briefwright.model.page import Page, Redirect
from briefwright.pages.render import Renderer


def make_redirects(renderer: Renderer, pages: Sequence[Page]) -> tuple[Redirect, ...]:
    """The redirects to those of these pages that an actor, a topic or a sheet had under a former id."""
    corpus, made = renderer.corpus, {page.path: page for page in pages}
    moved = {f"actors/{old}/": f"actors/{actor.id}/" for actor in corpus.actors.values() for old in actor.formerly}
    moved |= {f"topics/{old}/": f"topics/{topic.id}/" for topic in corpus.topics.values() for old in topic.formerly}
    for briefing in corpus.briefings:
        for old in briefing.formerly:
            moved |= {f"briefings/{old}/{rest}": f"briefings/{briefing.id}/{rest}" for rest in ("", "text/")}
    return tuple(
        Redirect(path, renderer.page("redirect", path, {"page": made[to]}))
        for path, to in sorted(moved.items())
        if to in made and path not in made
    )
