"""The name of a folder that travels with the program in, its path out.

`templates/` and `docs/` stand at the top of a checkout; a wheel carries them inside the package.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).resolve().parent


def shipped(folder: Literal["templates", "docs"]) -> Path:
    """The folder as it came with this installation."""
    inside = _PACKAGE / folder
    return inside if inside.is_dir() else _PACKAGE.parents[1] / folder
