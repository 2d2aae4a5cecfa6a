"""The list of fields: where each is from, and what becomes of it."""

import re
from pathlib import Path
from typing import NamedTuple

from tests.l5.paths import steps_of

_FOLDER = Path(__file__).parent
_OF_L5 = {"000", "001", "L5"}


class Row(NamedTuple):
    """A line of the list."""

    sources: tuple[str, ...]
    field: str
    becomes: tuple[str, ...]


def read(name: str, columns: int) -> list[list[str]]:
    """Return the lines of a list: its columns are two spaces or more apart, and a comment begins with #."""
    lines = (_FOLDER / name).read_text(encoding="utf-8").splitlines()
    found = [re.split(" {2,}", line) for line in lines if line and not line.startswith("#")]
    assert all(len(line) == columns for line in found), [line for line in found if len(line) != columns]
    return found


ROWS = [
    Row(tuple(sources.split(",")), field, tuple(becomes.split("; ")))
    for sources, field, becomes in read("fields.txt", 3)
]


def of_types() -> dict[str, dict[str, list[str]]]:
    """Return the fields that L5 has in its sections, by section and type."""
    found: dict[str, dict[str, list[str]]] = {}
    common: list[tuple[str, str]] = []
    for row in ROWS:
        section, *steps = steps_of(row.field)
        if _OF_L5 & set(row.sources) and len(steps) > 1 and steps[0] == "{}" and steps[1].startswith("("):
            tag, (_, _, field) = steps[1][1:-1], row.field.partition(").")
            if tag == "*":
                common.append((section, field))
            else:
                found.setdefault(section, {}).setdefault(tag, []).append(field)
    for section, field in common:
        for fields in found[section].values():
            fields.append(field)
    return found


def of_processes() -> list[str]:
    """Return the fields that L5 has for processes."""
    above = "resources{}."
    fields = [row.field for row in ROWS if _OF_L5 & set(row.sources)]
    return [field.removeprefix(above) for field in fields if field.startswith(above)]


def of_targets() -> dict[str, list[str]]:
    """Return the fields that L5 has for each target of a deployment."""
    found: dict[str, list[str]] = {}
    for row in ROWS:
        section, *steps = steps_of(row.field)
        if _OF_L5 & set(row.sources) and section == "deployment":
            found.setdefault(steps[0][1:-1], []).append(row.field.partition(").")[2])
    return found
