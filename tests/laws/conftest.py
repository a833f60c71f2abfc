"""How many random sequences the laws are held against: few in every test run, as many as `LAWS` says where it is set.

    LAWS=10000 pytest tests/laws/test_laws_merge.py --hypothesis-seed=7

Without `LAWS` the sequences are the same in every run.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

_WANTED = int(os.environ.get("LAWS", "0"))

settings.register_profile(
    "laws",
    max_examples=_WANTED or 100,
    stateful_step_count=5 if _WANTED else 3,
    derandomize=not _WANTED,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    print_blob=False,
    report_multiple_bugs=False,
)
settings.load_profile("laws")
