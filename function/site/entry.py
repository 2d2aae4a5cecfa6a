"""What the search finds, as a script that defines it: a page that is opened from a file cannot read JSON."""

import json
from collections.abc import Iterable
from typing import NamedTuple

NAME = "search-index.js"


class Entry(NamedTuple):
    """A field, condition, reason, code, or setting; `anchor` is its place on the page."""

    sort: str
    above: str
    """The kind of a field; "" for the others."""
    name: str
    page: str
    anchor: str
    about: str


def index(entries: Iterable[Entry]) -> bytes:
    """Return the script, with one entry on each line. Everything but ASCII is escaped."""
    rows = ",\n".join(json.dumps(list(entry), separators=(",", ":")) for entry in entries)
    return f'"use strict";\nconst REFERENCE = [\n{rows}\n];\n'.encode()
