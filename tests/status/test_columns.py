"""`kubectl get` with the columns of the XRD: each table in the default view fits a terminal of 100 characters."""

from functools import cache

import pytest

from function.apis.api import Column
from function.apis.registry import APIS
from function.base.manifest import Manifest, at
from tests.status.states import STATES

KINDS = sorted(APIS)
NAMES = {
    kind: sorted(name for name, state in STATES.items() if state.xr["kind"] in (kind, f"X{kind}")) for kind in KINDS
}
RENDERED = [
    pytest.param(kind, name, id=name) for kind in KINDS for name in NAMES[kind] if STATES[name].outcome().status
]
CROSSPLANES = {"SYNCED": "False", "READY": "False", "CONNECTION-SECRET": "", "AGE": "365d"}
"""What Crossplane adds to a claim."""
SOMETIMES_EMPTY = ("CONSUMER", "REPLICAS", "SIZE", "STREAM", "VERSION")
"""What nothing can be said of while no Deployment exists, or what the claim leaves out."""


@cache
def document(name: str) -> Manifest:
    return {"spec": STATES[name].xr["spec"], "status": STATES[name].outcome().status}


def cell(column: Column, name: str) -> str:
    found = at(document(name), *column.path.removeprefix(".").split("."))
    return "" if found is None else str(found)


def widths(kind: str) -> dict[str, int]:
    """Return the width of each default column, as kubectl makes it: the longest cell, headers included."""
    found = {"NAME": len("agent-executor")}
    for column in APIS[kind].columns:
        if column.priority == 0:
            found[column.name] = max(len(column.name), *(len(cell(column, name)) for name in NAMES[kind]))
    return found | {name: max(len(name), len(value)) for name, value in CROSSPLANES.items()}


@pytest.mark.parametrize("kind", KINDS)
def test_the_default_view_fits_100_characters_whatever_the_state(kind: str) -> None:
    found = widths(kind)
    assert sum(found.values()) + 3 * (len(found) - 1) <= 100


@pytest.mark.parametrize(("kind", "name"), RENDERED)
def test_no_column_is_empty(kind: str, name: str) -> None:
    assert all(cell(column, name) for column in APIS[kind].columns if column.name not in SOMETIMES_EMPTY)


@pytest.mark.parametrize("kind", KINDS)
def test_the_message_is_for_the_wide_view(kind: str) -> None:
    assert [column.priority for column in APIS[kind].columns if column.name == "MESSAGE"] == [1]


def test_what_is_shown_first_is_how_it_goes() -> None:
    shown = {kind: [column.name for column in APIS[kind].columns if column.priority == 0] for kind in KINDS}
    assert shown == {
        "EventDrivenService": ["STATUS", "REPLICAS", "MIN/MAX"],
        "InfraBinding": ["STATUS", "ENVIRONMENT"],
    }
