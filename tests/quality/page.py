"""The stored figures in, the page docs/accuracy.md out: no figure on it is typed by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from quality.drawing import diagram, numbers

PAGE = Path(__file__).resolve().parents[2] / "docs/accuracy.md"
PEERS = Path(__file__).parent / "peers.json"

SHEET_LABELS = {
    "actors": "Actors",
    "actors (main, recall)": "Main actors, recall",
    "kind accuracy": "Actors found, of the right kind",
    "positions": "Positions",
    "positions + actor": "… with the right actor",
    "positions + actor + act": "… and the right act",
    "open questions": "Open questions",
    "open questions + kind": "… of the right kind",
    "events": "Events",
    "events + date": "… with the right date",
}
SPEECH_LABELS = {"content+source": "Content and source", "content": "Content", "strict": "Exact", "tokens": "Tokens"}
KIND_LABELS = {"direct": "Direct", "indirect": "Indirect", "mixed": "Mixed"}


def page(figures: dict[str, Any]) -> str:
    """The whole page."""
    bench, invented = figures["bench"], figures["invented"]
    ours = bench["attributions"]["figures"]
    return PAGE_TEXT.format(
        peers=_peers(ours, SPEECH_LABELS),
        kinds=_peers(ours, KIND_LABELS),
        speech=_speech(ours),
        sheets=_sheets(bench["sheets"]["figures"], invented["figures"], figures["unseen"]),
        words=invented["words"],
        kept_out=bench["sheets"]["figures"]["boilerplate kept out"],
        unseen=figures["unseen"]["articles"],
        unseen_kept_out=figures["unseen"]["figures"]["boilerplate kept out"],
        ungrounded=bench["sheets"]["figures"]["ungrounded"],
        attributions_diagram=diagram("attributions", bench["attributions"]["calibration"]),
        attributions_numbers=numbers(bench["attributions"]["calibration"]),
        gold_diagram=diagram("positions in the ten articles", bench["sheets"]["calibration"]),
        gold_numbers=numbers(bench["sheets"]["calibration"]),
        invented_diagram=diagram("positions in the invented articles", invented["calibration"]),
        invented_numbers=numbers(invented["calibration"]),
        stories=STORIES_TEXT.format(**figures["stories"]),
        errors="\n\n".join(_error(n, e) for n, e in enumerate(invented["errors"], 1)),
    )


def _peers(ours: dict[str, dict[str, float]], labels: dict[str, str]) -> str:
    """A table of us between two people and the other programs, without those that have nothing under `labels`."""
    mine = {"name": "**briefwright**", "part": "dev", **ours["all"]}
    mine |= {kind: ours[kind]["content"] for kind in KIND_LABELS}
    people, *others = json.loads(PEERS.read_text("utf-8"))["peers"]
    rows = [f"| | Measured on | {' | '.join(labels.values())} |", f"|{' --- |' * (len(labels) + 2)}"]
    for row in (people, mine, *others):
        if labels.keys() & row:
            cells = (f"{row[c]:.1f}" if c in row else "–" for c in labels)
            rows.append(f"| {row['name']} | {row['part']} | {' | '.join(cells)} |")
    return "\n".join(rows)


def _speech(ours: dict[str, dict[str, float]]) -> str:
    rows = [f"| Speech | {' | '.join(SPEECH_LABELS.values())} |", f"|{' --- |' * (len(SPEECH_LABELS) + 1)}"]
    for kind, label in ({"all": "All"} | KIND_LABELS).items():
        rows.append(f"| {label} | {' | '.join(f'{ours[kind][m]:.1f}' for m in SPEECH_LABELS)} |")
    return "\n".join(rows)


def _sheets(ten: dict[str, float], six: dict[str, float], unseen: dict[str, Any]) -> str:
    rows = [
        f"| | Ten news articles | Six invented articles | {unseen['articles']} unseen |",
        "| --- | --- | --- | --- |",
    ]
    for row, label in SHEET_LABELS.items():
        rows.append(f"| {label} | {ten[row]:.1f} | {six[row]:.1f} | {unseen['figures'][row]:.1f} |")
    return "\n".join(rows)


def _error(number: int, error: dict[str, str]) -> str:
    return (
        f"{number}. *{error['article']}*\n\n    > {error['sentence']}\n\n"
        f"    Read: {error['read']}<br>\n    Right: {error['right']}"
    )


STORIES_TEXT = """\
The build puts articles together that tell one story. {articles:,} US news articles that came with one of {topics}
coarse topics each, {origins:,} of them no copy of another, fall into {stories} stories with {grouped} articles, the
largest of {largest}; all others stand alone. The normalised mutual information of these groups and the topics is
{all[NMI]:.2f}; of the grouped articles alone {those grouped[NMI]:.2f}. A topic holds many stories, so that 1 cannot
be reached, and articles that stand alone flatter the figure: adjusted for chance it is {all[AMI]:.2f}, and
{those grouped[AMI]:.2f} of the grouped. How much each story keeps to one topic (homogeneity, of the grouped):
{those grouped[homogeneity]:.2f}. The limit from which on articles are one story was chosen on these very articles."""

PAGE_TEXT = """---
title: What the parser gets wrong, in numbers
---

# What the parser gets wrong, in numbers

These figures are measured, stored and checked in every run of the tests; nothing on this page is typed by hand.
`tests/quality/measure.py` writes it. `briefwright eval` gives the same figures on the sheets that you have corrected.

## Attributions, beside other programs

PolNeAR is a corpus of US news in which people marked who said what: the source, the cue, the content. The network
that finds attributions was trained on its training part; its settings were chosen on the dev part. F1 in per cent; a
content counts where it shares half its words with the marked one, a source where it shares one. Compare within one
part only: the rows of the others show what a program gains or loses on the next.

{peers}

The same scorer measured all but CofeNet, whose figure is that of its authors. The content alone by kind of speech,
where it is known:

{kinds}

And all of ours by kind of speech, on dev:

{speech}

## Fact sheets

Ten news articles were read and judged by hand: who acts, who says what, what is left open, what happened when. The
rules were written with these ten in view. Six more, {words:,} words, were invented and judged before the parser had
read them; they stand in `tests/quality/gold`. The last column is what to expect of **an article that nobody has tuned
for**: {unseen} news articles, labelled by a careful reader (a language model), of which no mistake was looked at before
these figures were taken. F1 in per cent, but for recall and kinds:

{sheets}

The columns are not quite counted alike: of the news articles, several answers may be right where people would differ;
of the six one is. Words of captions, credits and the like that were kept out of the ten: {kept_out:.1f} %, of the
unseen: {unseen_kept_out:.1f} %. Quotations that do not stand in the ten: {ungrounded}; such a finding is never written.

## Articles of one story

{stories}

## Can the scores be trusted?

Of the readings scored 0.8, about 80 of 100 should be right. The calibration error (ten bins) is the mean distance from
that.

An attribution is right with the right content and source. These are PolNeAR's dev articles, on which the scores were
fitted, too:

{attributions_diagram}

{attributions_numbers}

A position is right where the article has a position with half of its words. Their scores, too, were fitted on PolNeAR's
dev articles, and so on neither of these sets:

{gold_diagram}

{gold_numbers}

{invented_diagram}

{invented_numbers}

## Ten mistakes

From the six invented articles, chosen by a rule and not by us. First five wrong readings: positions that are not in
the sheet, that have the wrong actor, that have the wrong act, in turn, each time the one that the parser was surest of.
Then five misses: main actors, open questions, positions of main actors, in turn and in order. No article gives more
than two of either.

{errors}

## What that means for an editor

Expect to correct a few items in every article. Most wrong are: bodies and groups that are named by a common noun (“the
hospital”), attitudes without a verb of saying (“is seeking”), who “he” is, and whether a demand is one. A reading that
the parser itself is not sure of is marked “uncertain reading” on the site.
"""
