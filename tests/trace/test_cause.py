"""The cause of a claim's state: the function's own reason, unless Crossplane does not process the claim."""

from typing import Any

import pytest

from function.base.manifest import Json, Manifest
from function.trace.cause import cause, unanswered

SINCE = "2026-11-21T01:52:32Z"
WELL = {"type": "Operational", "status": "True", "reason": "Operational", "message": "the service is operational"}
FAILED = {"type": "Operational", "status": "False", "reason": "SecretNotFound", "message": "no Secret db"}
TIMEOUT = "cannot compose resources: Timeout: failed waiting for *unstructured.Unstructured Informer to sync"


def claim(*conditions: Json, metadata: Manifest | None = None, **status: Json) -> Manifest:
    return {
        "kind": "EventDrivenService",
        "metadata": {"name": "orders", "namespace": "shop", **(metadata or {})},
        "status": {"conditions": list(conditions), **status},
    }


def composite(message: str, status: str = "False", reason: str = "ReconcileError") -> Manifest:
    synced: Manifest = {"type": "Synced", "status": status, "reason": reason, "message": message}
    return {
        "kind": "XEventDrivenService",
        "metadata": {"name": "orders-x7k2p"},
        "status": {"conditions": [synced]},
    }


def test_an_operational_claim_has_no_cause() -> None:
    assert cause(claim(WELL, phase="Running"), composite("", "True"), "eds") is None


def test_the_steps_are_those_of_the_reference_with_the_names_of_the_claim() -> None:
    dependencies = {**FAILED, "type": "DependenciesReady", "lastTransitionTime": SINCE}
    found = cause(claim(dependencies, FAILED), None, "eds")
    assert found is not None
    assert (found.condition, found.status, found.since, found.audience) == (
        "DependenciesReady",
        "False",
        SINCE,
        "claim author",
    )
    assert found.steps
    assert all(word not in step for step in found.steps for word in ("<claim>", "<namespace>", "<kind> <claim>"))


@pytest.mark.parametrize(
    ("resource", "message"),
    [
        (composite(TIMEOUT), "Crossplane: Timeout: failed waiting for *unstructured.Unstructured Informer to sync"),
        (composite("", reason="ReconcilePaused"), "Crossplane: reconciliation is paused by annotation"),
        (composite("", reason="ReconcileError"), "Crossplane: ReconcileError"),
    ],
)
def test_what_stops_crossplane_comes_before_outdated_conditions(resource: Manifest, message: str) -> None:
    for conditions in ((WELL,), (FAILED,), ()):
        found = cause(claim(*conditions), resource, "eds")
        assert found is not None
        assert (found.condition, found.message) == ("Synced", message)
        assert found.steps == ("`kubectl describe xeventdrivenservice orders-x7k2p` shows all events.",)
        assert unanswered(claim(*conditions), resource)


def test_a_value_that_the_api_server_rejects_is_not_repeated() -> None:
    found = cause(claim(), composite('cannot apply: spec.env[0].value: Invalid value: "CANARY": too long'), "eds")
    assert found is not None
    assert "CANARY" not in found.message
    assert "spec.env[0].value" in found.message


def test_a_rejected_claim_is_explained_by_the_function() -> None:
    rejected = {**FAILED, "reason": "InvalidSpec", "message": "spec.size: must be one of"}
    fatal = composite('cannot compose resources: pipeline step "compose" returned a fatal result: spec.size: …')
    found = cause(claim(rejected), fatal, "eds")
    assert found is not None
    assert (found.reason, found.message) == ("InvalidSpec", "spec.size: must be one of")
    assert not unanswered(claim(rejected), fatal)


@pytest.mark.parametrize(
    ("conditions", "reason"),
    [((), "NoStatus"), (({"type": "Ready", "status": "False", "reason": "Waiting", "message": "waits"},), "Waiting")],
)
def test_without_a_status_it_says_so(conditions: tuple[Json, ...], reason: str) -> None:
    found = cause(claim(*conditions), None, "eds")
    assert found is not None
    assert found.reason == reason
    assert found.message.startswith("the function has not reported a status yet")
    assert found.steps
    assert unanswered(claim(*conditions), None)


def test_a_claim_that_is_being_deleted_is_not_operational() -> None:
    found = cause(claim(WELL, metadata={"deletionTimestamp": SINCE}), None, "eds")
    assert found is not None
    assert (found.reason, found.since) == ("Deleting", SINCE)
    assert "KEDA for a ScaledObject" in found.steps[0]


@pytest.mark.parametrize(
    "changed",
    [
        {"phase": "Progressing"},
        {"phase": "Pending"},
        {"phase": "Running", "metadata": {"generation": 3}, "observedGeneration": 2},
    ],
)
def test_an_edit_on_its_way_is_not_operational_yet(changed: dict[str, Any]) -> None:
    found = cause(claim(WELL, **changed), None, "eds")
    assert found is not None
    assert found.reason == "Applying"


@pytest.mark.parametrize(
    "status", [{"phase": "Running", "observedGeneration": 2}, {"phase": "Running"}, {"phase": "Idle"}, {}]
)
def test_a_status_of_the_latest_edit_counts(status: dict[str, Any]) -> None:
    assert cause(claim(WELL, metadata={"generation": 2}, **status), None, "eds") is None


def test_a_reason_of_another_version_is_shown_as_it_is() -> None:
    found = cause(claim({**FAILED, "reason": "FromTheFuture"}), None, "eds")
    assert found is not None
    assert (found.reason, found.audience) == ("FromTheFuture", "")
    assert found.steps == ("`kubectl describe eventdrivenservice orders -n shop` shows all events.",)


@pytest.mark.parametrize("status", [None, [], {"conditions": "x"}, {"conditions": [None, "x", {"type": 1}]}])
def test_a_malformed_status_is_no_status(status: Json) -> None:
    found = cause({**claim(), "status": status}, {"status": status}, "eds")
    assert found is not None
    assert found.reason == "NoStatus"


UNDETERMINED = {"type": "Operational", "status": "Unknown", "reason": "FatalError", "message": "A fatal error occurred"}
FATAL = 'cannot compose resources: pipeline step "{}" returned a fatal result: no'


@pytest.mark.parametrize("resource", ["claim", "composite"])
def test_what_another_function_rejects_is_told_by_crossplane(resource: str) -> None:
    synced: Manifest = {"type": "Synced", "status": "False", "reason": "ReconcileError", "message": FATAL.format("x")}
    of_claim = claim(UNDETERMINED, *([synced] if resource == "claim" else []))
    of_composite = composite(FATAL.format("x")) if resource == "composite" else None
    found = cause(of_claim, of_composite, "eds")
    assert found is not None
    assert (found.reason, found.condition) == ("ReconcileError", "Synced")
    assert found.message == 'Crossplane: pipeline step "x" returned a fatal result: no'
    assert unanswered(of_claim, of_composite)


def test_what_this_function_rejects_is_told_by_its_own_conditions() -> None:
    rejected = {**FAILED, "reason": "InvalidSpec"}
    found = cause(claim(rejected), composite(FATAL.format("compose")), "eds")
    assert found is not None
    assert found.reason == "InvalidSpec"


def test_without_the_message_of_crossplane_the_condition_is_all_that_is_known() -> None:
    found = cause(claim(UNDETERMINED), None, "eds")
    assert found is not None
    assert (found.reason, found.message) == ("FatalError", "A fatal error occurred")
