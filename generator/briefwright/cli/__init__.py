"""The command line: arguments in, lines for a person (or one JSON document) and an exit status out.

The only package that prints, shows progress or exits. Exit status: 0 fine, 1 mistakes in sheets, 2 usage or
configuration, 3 a conflict that needs a person, 4 an article that cannot be read.
"""

from briefwright.cli import checking, comparing, editing, measuring, packing, reading, reviewing, showing
from briefwright.cli.group import main

__all__ = ["checking", "comparing", "editing", "main", "measuring", "packing", "reading", "reviewing", "showing"]
