"""The YAML of fact sheets and registers: read and checked on the way in, merged and edited in place on the way out.

`load` gives a `Shelf` of checked sheets, `load_cached` the same and reads only what changed since the last time.
`save_registers` and then `save_parsed` bring in what the parser made, under `locked`. The files belong to people:
whatever one did in them stays, byte for byte.
"""

from briefwright.sheets.amend import Amendment, UnfitError, amend_actors, amend_sheet, take_back
from briefwright.sheets.files import WriteError
from briefwright.sheets.fingerprint import confirmed_items
from briefwright.sheets.kept import load_cached
from briefwright.sheets.lock import locked
from briefwright.sheets.schema import schemas
from briefwright.sheets.shelf import LoadedSheet, Shelf
from briefwright.sheets.store import (
    SaveResult,
    load,
    save_parsed,
    save_registers,
    tidy,
    write_schemas,
)
from briefwright.sheets.unread import save_unread
from briefwright.sheets.versions import SCHEMA

__all__ = [
    "SCHEMA",
    "Amendment",
    "LoadedSheet",
    "SaveResult",
    "Shelf",
    "UnfitError",
    "WriteError",
    "amend_actors",
    "amend_sheet",
    "confirmed_items",
    "load",
    "load_cached",
    "locked",
    "save_parsed",
    "save_registers",
    "save_unread",
    "schemas",
    "take_back",
    "tidy",
    "write_schemas",
]
