"""Labelled acts and open questions, their articles and a checkpoint in; how small heads fare against the rules out.

A head is a multinomial logistic regression on the encoder's states, tried on articles that it was not fitted on. A head
that beats the rules would have to be exported with the tagger; `labels/README.md` tells what came of it.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from briefwright.facts import find_facts
from briefwright.facts.actors import find_actors
from briefwright.facts.acts import act_of
from briefwright.facts.speakers import speaker
from briefwright.language import Reader
from briefwright.language.windows import pad, windows
from briefwright.model.article import Article
from briefwright.model.document import Attribution, Document
from briefwright.model.factsheet import Act
from briefwright.model.text import Span
from export import load
from network import HIDDEN

ACTS: tuple[str, ...] = (*get_args(Act), "none")
FOLDS = 8
PENALTY = 0.1
Floats = NDArray[np.float32]
Row = dict[str, Any]


def states(model: Any, text: str, tokenizer: Tokenizer) -> tuple[Floats, NDArray[np.int64]]:
    """The encoder's last states of a text's words [words, 384], and where the words stand [words, 2]."""
    found, spans = [], []
    for window in windows(text, tokenizer):
        kept: list[torch.Tensor] = []
        hook = model.layers[-1].register_forward_hook(lambda _layer, _in, out, kept=kept: kept.append(out))
        model(*(torch.from_numpy(array) for array in pad([window])))
        hook.remove()
        found.append(kept[0][0].numpy()[window.first])
        spans.append(window.spans)
    return np.concatenate(found), np.concatenate(spans)


def mean(words: Floats, places: NDArray[np.int64], spans: Sequence[Sequence[int]]) -> Floats:
    """The mean state of the words that the spans touch."""
    inside = np.zeros(len(places), dtype=bool)
    for start, end in spans:
        inside |= (places[:, 1] > start) & (places[:, 0] < end)
    return words[inside].mean(axis=0) if inside.any() else np.zeros(HIDDEN, dtype=np.float32)


def held_out(features: Floats, gold: NDArray[np.int64], docs: Sequence[str], classes: int) -> Floats:
    """The probabilities [rows, classes] that a head gives articles which it was not fitted on."""
    names = sorted(set(docs))
    fold = np.array([names.index(doc) % FOLDS for doc in docs])
    chances = np.zeros((len(gold), classes), dtype=np.float32)
    for i in range(FOLDS):
        train, test = fold != i, fold == i
        middle, spread = features[train].mean(axis=0), features[train].std(axis=0) + 1e-3
        head = _fit((features[train] - middle) / spread, gold[train], classes)
        with torch.no_grad():
            chances[test] = head(torch.from_numpy((features[test] - middle) / spread)).softmax(dim=1).numpy()
    return chances


def _fit(features: Floats, gold: NDArray[np.int64], classes: int) -> torch.nn.Linear:
    head = torch.nn.Linear(features.shape[1], classes)
    torch.nn.init.zeros_(head.weight)
    x, y = torch.from_numpy(features), torch.from_numpy(gold)
    optimizer = torch.optim.LBFGS(head.parameters(), max_iter=60, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        value = torch.nn.functional.cross_entropy(head(x), y) + PENALTY * (head.weight**2).sum()
        value.backward()
        return value

    optimizer.step(loss)
    return head


def compare_acts(rows: list[Row], documents: dict[str, Document], features: Floats) -> None:
    """Print the share of acts that the rules and the head read as one of the labels does."""
    gold = np.array([ACTS.index(row["act"]) for row in rows])
    chances = held_out(features, gold, [row["doc"] for row in rows], len(ACTS))
    heads = [ACTS[i] for i in chances[:, :-1].argmax(axis=1)]
    rules = [_rule(documents[row["doc"]], row) for row in rows]
    named = [i for i, row in enumerate(rows) if row["act"] != "none"]
    for name, read in (("rules", rules), ("head", heads)):
        right = sum(read[i] in (rows[i]["act"], rows[i].get("alt")) for i in named)
        print(f"acts, {name}: {100 * right / len(named):.1f} % of {len(named)} right")
    _agreement([(r["act"], r["second"]) for r in rows if "second" in r])


def compare_questions(rows: list[Row], documents: dict[str, Document], features: Floats) -> None:
    """Print how many of the sentences that rules and head take for open are, the head taking as many as the rules."""
    gold = np.array([int(row["kind"] is not None) for row in rows])
    chances = held_out(features, gold, [row["doc"] for row in rows], 2)[:, 1]
    grounds = {d: [q.evidence[0].start for q in find_facts(documents[d]).open_questions] for d in documents}
    ruled = [i for i, row in enumerate(rows) if any(row["start"] <= s < row["end"] for s in grounds[row["doc"]])]
    headed = np.argsort(-chances)[: len(ruled)]
    print(f"open questions, rules: {gold[ruled].sum()} of {len(ruled)} right, {gold.sum()} labelled")
    print(f"open questions, head: {gold[headed].sum()} of {len(headed)} right")
    _agreement([(str(r["kind"]), str(r["second"])) for r in rows if "second" in r])


def _rule(document: Document, row: Row) -> str:
    spans = {role: tuple(Span(*span) for span in row[role]) for role in ("source", "cue", "content")}
    attribution = Attribution(**spans)
    cast = find_actors(document)
    actor = speaker(document, cast, attribution.source)
    own = any(m.start == attribution.content[0].start and m.actor == actor for m in cast.mentions)
    return act_of(document, attribution, own and actor is not None)


def _agreement(pairs: list[tuple[str, str]]) -> None:
    same = sum(one == other for one, other in pairs) / len(pairs)
    chance = sum(
        (sum(a == c for a, _ in pairs) / len(pairs)) * (sum(b == c for _, b in pairs) / len(pairs))
        for c in sorted({a for a, _ in pairs})
    )
    print(f"  two readers: {100 * same:.1f} % of {len(pairs)} the same, kappa {(same - chance) / (1 - chance):.2f}")


def main() -> None:
    """Compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path, help="articles.jsonl.gz with id and text")
    parser.add_argument("tokenizer", type=Path, help="tokenizer.json")
    parser.add_argument("checkpoints", type=Path, nargs="+")
    args = parser.parse_args()
    torch.manual_seed(0)
    folder = Path(__file__).parent / "labels"
    acts, sentences = (
        [json.loads(line) for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines()]
        for name in ("acts", "questions")
    )
    wanted = {row["doc"]: row["text"] for row in sentences}
    with gzip.open(args.articles, "rt", encoding="utf-8") as lines:
        read = [row for row in map(json.loads, lines) if row["id"] in wanted]
    texts = {row["id"]: row["text"].strip() for row in read}
    for doc, text in texts.items():
        if hashlib.sha256(text.encode()).hexdigest()[:16] != wanted[doc]:
            raise SystemExit(f"{doc}: not the text that was labelled")
    tokenizer = Tokenizer.from_file(str(args.tokenizer))
    model = load(args.checkpoints, tokenizer.get_vocab_size())
    with torch.no_grad():
        words = {doc: states(model, text, tokenizer) for doc, text in texts.items()}
    articles = [Article(doc, "", text, "en", "") for doc, text in texts.items()]
    documents = {d.article.file: d for d in Reader().read(articles)}
    compare_acts(acts, documents, np.stack(
        [np.concatenate([mean(*words[r["doc"]], r["cue"]), mean(*words[r["doc"]], r["content"])]) for r in acts]
    ))  # fmt: skip
    compare_questions(sentences, documents, np.stack(
        [mean(*words[r["doc"]], [(r["start"], r["end"])]) for r in sentences]
    ))  # fmt: skip


if __name__ == "__main__":
    main()
