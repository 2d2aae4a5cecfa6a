"""`kubectl get` with the columns of the XRD: each table in the default view fits a terminal of 100 characters."""

import pytest

from function.base.manifest import at
from function.render import APIS
from function.spec.api import Column
from tests.status.states import STATES

COLUMNS = APIS["EventDrivenService"].columns
CROSSPLANES = {"SYNCED": "False", "READY": "False", "CONNECTION-SECRET": "", "AGE": "365d"}
"""What Crossplane adds to a claim."""


def cell(column: Column, name: str) -> str:
    state = STATES[name]
    document = {"spec": state.xr["spec"], "status": state.outcome().status}
    found = at(document, *column.path.removeprefix(".").split("."))
    return "" if found is None else str(found)


def widths(names: list[str]) -> dict[str, int]:
    """Return the width of each default column, as kubectl makes it: the longest cell, headers included."""
    found = {"NAME": len("agent-executor")}
    for column in COLUMNS:
        if column.priority == 0:
            found[column.name] = max(len(column.name), *(len(cell(column, name)) for name in names))
    return found | {name: max(len(name), len(value)) for name, value in CROSSPLANES.items()}


def test_the_default_view_fits_100_characters_whatever_the_state() -> None:
    found = widths(sorted(STATES))
    assert sum(found.values()) + 3 * (len(found) - 1) <= 100


@pytest.mark.parametrize("name", sorted(name for name, state in STATES.items() if state.outcome().fatal is None))
def test_no_column_is_empty(name: str) -> None:
    assert all(cell(column, name) for column in COLUMNS if column.name not in ("SIZE", "VERSION"))


def test_the_message_is_for_the_wide_view() -> None:
    assert [column.priority for column in COLUMNS if column.name == "MESSAGE"] == [1]


def test_what_is_shown_first_is_how_it_goes() -> None:
    assert [column.name for column in COLUMNS if column.priority == 0] == ["STATUS", "REPLICAS", "MIN/MAX"]
