"""The cause stands on top, what to do below it, and the tree follows."""

import click
import pytest

from function.base.manifest import Manifest
from function.cli.traces.text import line, text
from function.trace.trace import trace
from tests.status.states import STATES
from tests.trace.exports import export, family

HOSTILE = "\x1b[2J##[error]x"


def shown(name: str, *refused: str, claim: str = "orders", kind: str = "EventDrivenService") -> str:
    return click.unstyle(text(trace(family(export(STATES[name]), claim, kind)), refused))


def test_the_cause_comes_first() -> None:
    lines = shown("secret-not-found").splitlines()
    assert lines[0] == "EventDrivenService shop/orders: Blocked"
    assert lines[1].startswith("SecretNotFound: ")
    assert lines[2] == "  DependenciesReady is False since 2026-11-21T01:52:32Z, for the claim author"
    assert lines[3].startswith("  1. ")
    assert "  platformctl explain SecretNotFound" in lines
    assert lines.index("") < next(n for n, shown in enumerate(lines) if "└─ XEventDrivenService" in shown)


def test_a_service_that_works_says_so() -> None:
    lines = shown("direct-healthy").splitlines()
    assert lines[:3] == ["EventDrivenService shop/orders: Running", "Operational: the service is operational", ""]
    assert "├─ Deployment shop/orders           ✓ 1/1 pods ready" in lines


def test_logical_names_follow_the_tree_of_a_binding() -> None:
    lines = shown("binding-in-place", claim="payments", kind="InfraBinding").splitlines()
    assert "LOGICAL NAME    ACTUAL NAME  READY  REASON" in lines
    assert "streams.orders  orders.v1    yes" in lines


def test_what_could_not_be_read_is_told_last() -> None:
    assert shown("healthy", "(Forbidden): pods").splitlines()[-2:] == ["Could not be read:", "  (Forbidden): pods"]


def test_everything_fits_on_one_screen() -> None:
    for name, state in STATES.items():
        if state.xr["kind"] == "XEventDrivenService":
            assert len(shown(name).splitlines()) < 50, name


def test_a_line_has_phase_reason_and_message() -> None:
    found = line(trace(family(export(STATES["secret-not-found"]), "orders")))
    assert found.startswith("EventDrivenService shop/orders Blocked SecretNotFound: ")
    assert found.count("\n") == 1
    assert line(trace(family(export(STATES["healthy"]), "orders"))).startswith(
        "EventDrivenService shop/orders Running "
    )


@pytest.mark.parametrize("place", ["message", "reason", "phase", "warnings"])
def test_no_text_of_the_cluster_reaches_the_terminal_as_it_is(place: str) -> None:
    (claim, *rest) = export(STATES["secret-not-found"])
    condition: Manifest = {"type": "Operational", "status": "False", "reason": "x", "message": "x", place: HOSTILE}
    status: Manifest = {"phase": "x", "conditions": [condition], place: [HOSTILE] if place == "warnings" else HOSTILE}
    found = trace(family([{**claim, "status": status}, *rest], "orders"))
    assert HOSTILE not in text(found, [HOSTILE])
    assert HOSTILE not in line(found)


def test_a_reason_without_a_message_ends_the_line() -> None:
    (claim, *_) = export(STATES["secret-not-found"])
    condition: Manifest = {"type": "Operational", "status": "Unknown", "reason": "FromTheFuture", "message": 1}
    found = trace(family([{**claim, "status": {"conditions": [condition]}}], "orders"))
    assert click.unstyle(text(found, ())).splitlines()[1] == "FromTheFuture"
    assert line(found) == "EventDrivenService shop/orders Unknown FromTheFuture\n"
