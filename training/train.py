"""PolNeAR's training part, articles with labelled questions and the encoder in; a checkpoint of the weights out.

The checkpoint is renewed as training goes on.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from briefwright.language.windows import MARKS, PIECES, Window, pad, windows
from labelled import FILES, Labelled, attributed, labelled
from network import OPEN, TAGS, AttributionTagger, from_encoder, mean

ROLES = ("source", "cue", "content")
OPEN_WEIGHT = 2.0
"""Weight of the questions' loss beside those of attributions."""
OPTIONAL = 0.5
"""Weight of a question that a second reader would as likely leave out."""
Row = dict[str, Any]


class Example:
    """A window with its gold: tags [W], and two relations [W, W + 1] whose last column is "none".

    A row of a relation without any gold (its partner lies in another window) is not learnt from.
    """

    def __init__(self, window: Window, attributions: list[dict[str, list[list[int]]]]) -> None:
        size = len(window.first)
        self.window = window
        self.tags = np.zeros(size, dtype=np.int64)
        self.cue = np.zeros((size, size + 1), dtype=np.bool_)
        self.source = np.zeros((size, size + 1), dtype=np.bool_)
        self.cue[:, -1] = True
        for attribution in attributions:
            words = {role: [words_in(window, *span) for span in attribution[role]] for role in ROLES}
            if not any(len(span) for role in ROLES for span in words[role]):
                continue
            for role in ROLES:
                for span in words[role]:
                    self.tags[span] = TAGS.index(f"I-{role}")
                    self.tags[span[:1]] = TAGS.index(f"B-{role}")
            contents, cues, sources = (
                np.concatenate([[], *words[r]]).astype(int) for r in ("content", "cue", "source")
            )
            self.cue[contents] = False
            self.cue[np.ix_(contents, cues)] = True
            self.source[np.ix_(cues, sources)] = True
            self.source[cues, -1] = not attribution["source"]


class OpenExample:
    """A window with the kind of open question whose grounds each word belongs to [W], and the weight of that [W].

    Further words that leave the same thing open are neither right nor wrong, and weigh nothing.
    """

    def __init__(self, window: Window, questions: list[Row]) -> None:
        self.window = window
        self.open = np.zeros(len(window.first), dtype=np.int64)
        self.weight = np.ones(len(window.first), dtype=np.float32)
        for question in questions:
            for start, end in question.get("also", ()):
                self.weight[words_in(window, start, end)] = 0
        for question in sorted(questions, key=lambda q: not q["optional"]):
            words = words_in(window, question["start"], question["end"])
            self.open[words] = OPEN.index(question["kind"])
            self.weight[words] = OPTIONAL if question["optional"] else 1


def words_in(window: Window, start: int, end: int) -> Any:
    """Indices of the words that touch the characters from `start` to `end`."""
    return np.flatnonzero((window.spans[:, 1] > start) & (window.spans[:, 0] < end))


def epoch(
    rows: list[Row], asked: list[Labelled], tokenizer: Tokenizer, pieces: int, dice: random.Random
) -> Iterator[list[Example] | list[OpenExample]]:
    """Batches of about `pieces` pieces, windows of like length together, cut at other places in each epoch."""

    def cut(text: str) -> list[Window]:
        return windows(text, tokenizer, head=dice.randint(PIECES // 4, PIECES))

    said = [Example(window, row["attributions"]) for row in rows for window in cut(row["text"])]
    left = [OpenExample(window, article.questions) for article in asked for window in cut(article.text)]
    batches = [*batched(said, pieces, dice), *batched(left, pieces, dice)]
    dice.shuffle(batches)
    yield from batches


def batched(examples: list[Any], pieces: int, dice: random.Random) -> list[Any]:
    """The examples in batches of about `pieces` pieces."""
    batches: list[Any] = [[]]
    for example in sorted(examples, key=lambda example: len(example.window.ids) + dice.randint(0, 8)):
        if (len(batches[-1]) + 1) * len(example.window.ids) > pieces and batches[-1]:
            batches.append([])
        batches[-1].append(example)
    return [batch for batch in batches if batch]


def relation_loss(scores: Tensor, gold: list[Any]) -> Tensor:
    """Mean negative log probability of the gold partners, taken together, over the rows that have any."""
    target = torch.zeros(scores.shape, dtype=torch.bool)
    for i, mask in enumerate(gold):
        size = len(mask)
        target[i, :size, :size] = torch.from_numpy(mask[:, :-1])
        target[i, :size, -1] = torch.from_numpy(mask[:, -1])
    rows = target.any(dim=2)
    scores, target = scores[rows], target[rows]
    right = torch.logsumexp(scores.masked_fill(~target, -1e9), dim=1)
    return (torch.logsumexp(scores, dim=1) - right).mean() if len(scores) else scores.sum()


def run(model: AttributionTagger, batch: list[Any]) -> tuple[list[Tensor], Tensor]:
    """The network's scores of a batch, and which words there are.

    The network runs in sixteen bits, for which processors have a unit of their own; the losses are summed in 32.
    """
    ids, marks, first = (torch.from_numpy(array) for array in pad([example.window for example in batch]))
    with torch.autocast("cpu", dtype=torch.bfloat16):
        return [scores.float() for scores in model(ids, marks, first)], first


def open_loss(model: AttributionTagger, batch: list[OpenExample]) -> Tensor:
    """Mean negative log probability of what the words of questions' labels leave open."""
    (*_, scores), first = run(model, batch)
    kinds, weights = torch.zeros(first.shape, dtype=torch.int64), torch.zeros(first.shape)
    for i, example in enumerate(batch):
        kinds[i, : len(example.open)] = torch.from_numpy(example.open)
        weights[i, : len(example.open)] = torch.from_numpy(example.weight)
    each = functional.cross_entropy(scores.flatten(0, 1), kinds.flatten(), reduction="none")
    return (each * weights.flatten()).sum() / weights.sum()


def losses(model: AttributionTagger, batch: list[Example]) -> Tensor:
    """The three losses of attributions: tags, cue of each word, source of each cue word."""
    (emissions, cue, source, _), first = run(model, batch)
    tags = torch.zeros(first.shape, dtype=torch.int64)
    for i, example in enumerate(batch):
        tags[i, : len(example.tags)] = torch.from_numpy(example.tags)
    present = first >= 0
    return torch.stack(
        [
            model.chain.loss(emissions, tags, present) / present.sum(),
            relation_loss(cue, [example.cue for example in batch]),
            relation_loss(source, [example.source for example in batch]),
        ]
    )


def rate(done: float, warm: float, decay: float) -> float:
    """Factor of the learning rate after a share `done` of training: up, level, and down to zero from `decay` on."""
    return min(1.0, done / warm, max(0.0, (1 - done) / (1 - decay)))


def optimizer(model: AttributionTagger, encoder_rate: float, head_rate: float) -> torch.optim.AdamW:
    """Three rates: the encoder's, the heads', and twenty times that for the few numbers that start as plain priors."""
    model.pieces.weight.requires_grad_(False)  # half of the parameters, and rare words learn nothing from 840 articles
    groups: dict[float, list[torch.nn.Parameter]] = {encoder_rate: [], head_rate: [], 20 * head_rate: []}
    for name, parameter in model.named_parameters():
        if name.startswith(("layers", "norm", "places")):
            groups[encoder_rate].append(parameter)
        elif name.startswith("chain") or name.endswith(("distance", "trust")):
            groups[20 * head_rate].append(parameter)
        elif name != "pieces.weight":
            groups[head_rate].append(parameter)
    return torch.optim.AdamW(
        [{"params": parameters, "lr": peak, "peak": peak} for peak, parameters in groups.items()],
        weight_decay=0.01,
        betas=(0.9, 0.98),
        fused=True,
    )


def main() -> None:
    """Train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="train.jsonl.gz")
    parser.add_argument("articles", type=Path, help="articles.jsonl.gz, of whose questions labels/ speaks")
    parser.add_argument("encoder", type=Path, help="folder with model.safetensors and tokenizer.json")
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--epochs", type=float, default=3)
    parser.add_argument("--decay", type=float, default=0.2, help="share of training after which the rate falls")
    parser.add_argument("--rate", type=float, default=2.5e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--pieces", type=int, default=1024, help="pieces in a batch")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--minutes", type=float, default=float("inf"), help="end, and let the rate fall, by then")
    parser.add_argument(
        "--labels", nargs="*", default=FILES, help="files of labels/ to learn questions from; none: none"
    )
    parser.add_argument("--attributed", action="store_true", help="learn from the attributions of labels/, too")
    parser.add_argument("--start", type=Path, nargs="+", help="begin at the mean of these checkpoints' weights")
    parser.add_argument("--resume", action="store_true", help="go on from the checkpoint")
    parser.add_argument("--limit", type=int, help="train on this many articles only")
    args = parser.parse_args()
    torch.set_num_threads(1)  # more would wait for each other, and sum in an order of their own
    torch.manual_seed(0)  # all begin alike, so that a mean of their weights makes sense
    dice = random.Random(args.seed)
    tokenizer = Tokenizer.from_file(str(args.encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    with gzip.open(args.data, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file][: args.limit]
    rows += attributed(args.articles) if args.attributed else []
    asked = [article for article in labelled(args.articles, args.labels) if not article.held]
    model = from_encoder(str(args.encoder / "model.safetensors"), tokenizer.get_vocab_size(), MARKS)
    torch.manual_seed(args.seed)
    model.train()
    adam = optimizer(model, args.rate, args.head_rate)
    weights = torch.tensor([2.0, 1.0, 0.5])
    step, seen, began, said, opened = 0, 0.0, time.time(), None, None
    if args.start:
        model.load_state_dict(mean(args.start))
    if args.resume:
        saved = torch.load(args.checkpoint)
        model.load_state_dict(saved["model"])
        adam.load_state_dict(saved["adam"])
        seen = saved["epochs"]
    done = 0.0
    while done < 1:
        batches = list(epoch(rows, asked, tokenizer, args.pieces, dice))
        for batch in batches:
            seen += 1 / len(batches)
            done = max(seen / args.epochs, (time.time() - began) / 60 / args.minutes)
            for group in adam.param_groups:
                group["lr"] = group["peak"] * rate(done, 0.03, args.decay)
            if isinstance(batch[0], OpenExample):
                loss = OPEN_WEIGHT * open_loss(model, batch)
                opened = loss.item() if opened is None else 0.97 * opened + 0.03 * loss.item()
            else:
                parts = losses(model, batch)
                said = parts.detach() if said is None else 0.97 * said + 0.03 * parts.detach()
                loss = (parts * weights).sum()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            adam.step()
            adam.zero_grad(set_to_none=True)
            step += 1
            if step % 20 == 0 and said is not None:
                told = " ".join(f"{part:.3f}" for part in [*said.tolist(), opened or 0])
                print(f"{step} steps, {seen:.2f} epochs, losses {told}, {time.time() - began:.0f} s", flush=True)
            if step % 60 == 0 or done >= 1:
                torch.save({"model": model.state_dict(), "adam": adam.state_dict(), "epochs": seen}, args.checkpoint)
            if done >= 1:
                return


if __name__ == "__main__":
    main()
