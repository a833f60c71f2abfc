"""Checkpoints and the encoder's folder in, the files that the run time loads of their mean out.

These are model.onnx with eight-bit weights, tokenizer.json, and config.json: the tag chain, and the decoder's settings,
which are kept where the folder already has them.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn

from briefwright.language.windows import MARKS
from network import AttributionTagger, mean


class ByteEmbedding(nn.Module):
    """An embedding in eight bits with one scale for each row: a fraction of the error of one scale for all."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("bytes", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """Embeddings [..., 384] of ids [...]."""
        return self.bytes[ids].float() * self.scale[ids]


class Runtime(nn.Module):
    """The tagger with probabilities for scores."""

    def __init__(self, model: AttributionTagger) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, marks: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """Emissions of the tags, probabilities of the two pointers, and of what each word leaves open."""
        tags, cue, source, left_open = self.model(ids, marks, first)
        return tags, cue.softmax(dim=2), source.softmax(dim=2), left_open.softmax(dim=2)


def to_onnx(model: AttributionTagger, path: Path) -> None:
    """Write the network in 32 bits, any number of windows, pieces and words."""
    model.pieces = ByteEmbedding(model.pieces.weight.detach())
    ids, first = torch.ones(2, 12, dtype=torch.int64), torch.arange(7).expand(2, 7).contiguous()
    marks = torch.zeros(2, 12, len(MARKS), dtype=torch.int64)
    sizes = (("B", 64), ("P", 512), ("W", 512))
    batch, pieces, words = (torch.export.Dim(name, min=1, max=size) for name, size in sizes)
    torch.onnx.export(
        Runtime(model).eval(),
        (ids, marks, first),
        str(path),
        input_names=["ids", "marks", "first"],
        output_names=["tags", "cue", "source", "open"],
        dynamic_shapes=({0: batch, 1: pieces}, {0: batch, 1: pieces}, {0: batch, 1: words}),
        dynamo=True,
        external_data=False,
    )


def main() -> None:
    """Export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("encoder", type=Path, help="folder with tokenizer.json")
    parser.add_argument("folder", type=Path, help="where the run time finds its files")
    parser.add_argument("checkpoint", type=Path, nargs="+")
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    tokenizer = Tokenizer.from_file(str(args.encoder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    tokenizer.save(str(args.folder / "tokenizer.json"), pretty=False)
    model = AttributionTagger(tokenizer.get_vocab_size(), MARKS)
    model.load_state_dict(mean(args.checkpoint))
    model.eval()
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        to_onnx(model, whole)
        quantize_dynamic(
            whole,
            args.folder / "model.onnx",
            op_types_to_quantize=["MatMul"],
            per_channel=True,
            reduce_range=True,  # without VNNI, products of two full bytes overflow sixteen bits
            weight_type=QuantType.QInt8,
            extra_options={"MatMulConstBOnly": True},
        )
    config = args.folder / "config.json"
    settings = json.loads(config.read_text(encoding="utf-8")) if config.exists() else {"weights": [0.0] * 8}
    chain = model.chain
    settings["steps"] = [[round(x, 4) for x in row] for row in (chain.steps + chain.barred).tolist()]
    settings["starts"] = [round(x, 4) for x in (chain.starts + chain.barred_start).tolist()]
    config.write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
