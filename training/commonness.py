"""Count in how many of PolNeAR's training articles each word stands: the table behind `briefwright.commonness`.

python training/commonness.py FOLDER/polnear/train.jsonl.gz
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter

from briefwright.commonness import SHORTEST, WORDS, fold

LEAST = 10
"""Articles in a thousand; below, a count says little of other news."""
LEAST_SMALL = 0.2
"""Share of a word's places where it is written small, below which it is a name."""
_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST},}}")


def main(path: str) -> None:
    """Write the table."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    holding: Counter[str] = Counter()
    places: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for text in texts:
        found = _WORD.findall(text)
        holding.update({fold(word) for word in found})
        places.update(map(fold, found))
        small.update(fold(word) for word in found if word[0].islower())
    shares = {w: round(1000 * n / len(texts)) for w, n in holding.items() if small[w] >= LEAST_SMALL * places[w]}
    common = sorted((w for w in shares if shares[w] >= LEAST), key=lambda w: (-shares[w], w))
    WORDS.write_text("".join(f"{w} {shares[w]}\n" for w in common), "utf-8")
    print(f"{len(common)} words of {len(texts)} articles")


if __name__ == "__main__":
    main(sys.argv[1])
