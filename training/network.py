"""Padded windows in; emissions of a tag chain, each word's cue, each cue's source, and what a word leaves open out.

A six-layer BERT with four heads over words, in plain Torch.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
OPEN = ("no", "asked", "unknown", "unconfirmed", "disputed", "pending")
"""Whether a word belongs to the grounds of an open question, and of which kind."""
HIDDEN, HEADS, LAYERS, INNER = 384, 12, 6, 1536
REACH = 64
"""Words farther apart than this share one distance bias."""
FORBIDDEN = -1e4


class Layer(nn.Module):
    """One post-norm transformer layer of BERT (Devlin et al. 2019)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.dropout = nn.Dropout(dropout)
        self.qkv = nn.Linear(HIDDEN, 3 * HIDDEN)
        self.attended = nn.Linear(HIDDEN, HIDDEN)
        self.norm1 = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.inner = nn.Linear(HIDDEN, INNER)
        self.outer = nn.Linear(INNER, HIDDEN)
        self.norm2 = nn.LayerNorm(HIDDEN, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Attend: x [B, P, 384], mask added to the attention scores -> [B, P, 384]."""
        batch, pieces, _ = x.shape
        query, key, value = self.qkv(x).view(batch, pieces, 3, HEADS, HIDDEN // HEADS).permute(2, 0, 3, 1, 4).unbind(0)
        y = (query @ key.transpose(2, 3) * (HIDDEN // HEADS) ** -0.5 + mask).softmax(dim=3) @ value
        x = self.norm1(x + self.dropout(self.attended(y.transpose(1, 2).reshape(batch, pieces, HIDDEN))))
        return self.norm2(x + self.dropout(self.outer(functional.gelu(self.inner(x)))))


class Pointer(nn.Module):
    """Scores of each word against each other word and none (after Dozat and Manning 2017).

    A score is a dot product, a bias for the signed distance, and what the tags say: how likely the other word has the
    role looked for and, against none, how likely this word needs a partner.  So it begins as "the nearest word of that
    role" and learns from there.
    """

    def __init__(self, size: int = 128) -> None:
        super().__init__()
        self.query, self.key = nn.Linear(HIDDEN, size), nn.Linear(HIDDEN, size)
        self.none = nn.Linear(size, 1)
        self.distance = nn.Parameter(-torch.log1p(torch.arange(-REACH, REACH + 1).abs()))
        self.trust = nn.Parameter(torch.ones(2))
        self.scale = size**-0.5

    def forward(self, words: Tensor, present: Tensor, role: Tensor, need: Tensor) -> Tensor:
        """Score words [B, W, 384], present [B, W], role and need [B, W] in log odds -> [B, W, W + 1]."""
        query, key = functional.gelu(self.query(words)), functional.gelu(self.key(words))
        place = torch.arange(words.shape[1], device=words.device)
        apart = (place[None, :] - place[:, None]).clamp(-REACH, REACH) + REACH
        scores = query @ key.transpose(1, 2) * self.scale + self.distance[apart] + self.trust[0] * role[:, None, :]
        scores = scores.masked_fill(~present[:, None, :], FORBIDDEN)
        none = self.none(query) - self.trust[1] * need[:, :, None]
        return torch.cat([scores, none], dim=2)


class AttributionTagger(nn.Module):
    """ids [B, P], marks [B, P, 3], first [B, W] -> tags [B, W, 7], cue and source [B, W, W + 1], open [B, W, 6]."""

    def __init__(self, vocabulary: int, marks: tuple[int, ...], dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(vocabulary, HIDDEN)
        self.places = nn.Parameter(torch.zeros(512, HIDDEN))
        self.marks = nn.ModuleList(nn.Embedding(size, HIDDEN) for size in marks)
        for embedding in self.marks:
            nn.init.zeros_(embedding.weight)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(HIDDEN, len(TAGS))
        self.cue, self.source = Pointer(), Pointer()
        self.open = nn.Linear(HIDDEN, len(OPEN))
        self.chain = Chain()

    def forward(self, ids: Tensor, marks: Tensor, first: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """The scores of a batch of windows, in the shapes that the class names."""
        x = self.pieces(ids) + self.places[: ids.shape[1]]
        for i, embedding in enumerate(self.marks):
            x = x + embedding(marks[:, :, i])
        x = self.dropout(self.norm(x))
        mask = (ids == 0)[:, None, None, :] * FORBIDDEN
        for layer in self.layers:
            x = layer(x, mask)
        index = first.clamp(min=0)[:, :, None].expand(-1, -1, HIDDEN)
        words = self.dropout(x.gather(1, index))
        present = first >= 0
        tags = self.tags(words)
        source, cue, content = (_log_odds(tags, role) for role in ("source", "cue", "content"))
        owner = self.cue(words, present, cue, content)
        return tags, owner, self.source(words, present, source, torch.zeros_like(cue)), self.open(words)


def _log_odds(tags: Tensor, role: str) -> Tensor:
    """Log odds that a word has a role, from -6 to 6: [B, W, 7] -> [B, W]."""
    ours = [i for i, tag in enumerate(TAGS) if tag[2:] == role]
    others = [i for i in range(len(TAGS)) if i not in ours]
    return (tags[:, :, ours].logsumexp(dim=2) - tags[:, :, others].logsumexp(dim=2)).clamp(-6, 6)


class Chain(nn.Module):
    """A linear-chain conditional random field over the tags (Lafferty et al. 2001); "I" never follows another role."""

    def __init__(self) -> None:
        super().__init__()
        self.steps = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        self.starts = nn.Parameter(torch.zeros(len(TAGS)))
        legal = [[to[0] != "I" or (at != "O" and at[2:] == to[2:]) for to in TAGS] for at in TAGS]
        self.register_buffer("barred", torch.where(torch.tensor(legal), 0.0, FORBIDDEN), persistent=False)
        self.register_buffer(
            "barred_start", torch.tensor([FORBIDDEN if tag[0] == "I" else 0.0 for tag in TAGS]), persistent=False
        )

    def loss(self, emissions: Tensor, tags: Tensor, present: Tensor) -> Tensor:
        """Negative log likelihood, summed over the batch: emissions [B, W, 7], tags [B, W], present [B, W]."""
        steps, starts = self.steps + self.barred, self.starts + self.barred_start
        gold = emissions.gather(2, tags[:, :, None]).squeeze(2)
        stepped = (steps[tags[:, :-1], tags[:, 1:]] * present[:, 1:]).sum()
        gold = (gold * present).sum() + stepped + starts[tags[:, 0]].sum()
        alpha = starts + emissions[:, 0]
        for i in range(1, emissions.shape[1]):
            beyond = torch.logsumexp(alpha[:, :, None] + steps, dim=1) + emissions[:, i]
            alpha = torch.where(present[:, i, None], beyond, alpha)
        return torch.logsumexp(alpha, dim=1).sum() - gold


def from_encoder(path: str, vocabulary: int, marks: tuple[int, ...]) -> AttributionTagger:
    """A tagger with the encoder's weights (safetensors of a BertModel) and fresh heads."""
    old = load_file(path)
    model = AttributionTagger(vocabulary, marks)
    new = {
        "pieces.weight": old["embeddings.word_embeddings.weight"],
        "places": old["embeddings.position_embeddings.weight"] + old["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": old["embeddings.LayerNorm.weight"],
        "norm.bias": old["embeddings.LayerNorm.bias"],
    }
    names = {
        "attended": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "inner": "intermediate.dense",
        "outer": "output.dense",
        "norm2": "output.LayerNorm",
    }
    for i in range(LAYERS):
        at, to = f"encoder.layer.{i}.", f"layers.{i}."
        for part in ("weight", "bias"):
            new[f"{to}qkv.{part}"] = torch.cat(
                [old[f"{at}attention.self.{which}.{part}"] for which in ("query", "key", "value")]
            )
            for ours, theirs in names.items():
                new[f"{to}{ours}.{part}"] = old[f"{at}{theirs}.{part}"]
    left = model.load_state_dict(new, strict=False)
    if left.unexpected_keys:
        raise SystemExit(f"{path} is no encoder of this shape: {left.unexpected_keys}")
    return model


def mean(checkpoints: list[Path]) -> dict[str, Tensor]:
    """The mean of the weights of checkpoints that began alike (Wortsman et al. 2022)."""
    saved = [torch.load(path)["model"] for path in checkpoints]
    return {name: sum(weights[name] for weights in saved) / len(saved) for name in saved[0]}
