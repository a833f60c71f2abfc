"""The YAML of fact sheets and registers: read and checked on the way in, merged and edited in place on the way out.

`load` gives a `Shelf` of checked sheets; `save_registers` and then `save_parsed` bring in what the parser made. The
files belong to people: whatever one did in them stays, byte for byte.
"""

from briefwright.sheets.schema import schemas
from briefwright.sheets.store import (
    LoadedSheet,
    SaveResult,
    Shelf,
    load,
    save_parsed,
    save_registers,
    write_schemas,
)
from briefwright.sheets.versions import SCHEMA

__all__ = [
    "SCHEMA",
    "LoadedSheet",
    "SaveResult",
    "Shelf",
    "load",
    "save_parsed",
    "save_registers",
    "schemas",
    "write_schemas",
]
