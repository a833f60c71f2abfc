"""What tests of several folders share."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

Run = Callable[..., subprocess.CompletedProcess[str]]
"""`run_cli`: arguments and the folder to run in, in; the finished process out."""
