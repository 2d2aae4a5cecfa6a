"""Whatever is observed, the cause is the claim's own reason, and the tree has every object."""

from typing import Any

import pytest

from function.base.condition import OPERATIONAL, TYPES
from function.base.manifest import Manifest, text_at
from function.delivery.live import condition
from function.trace.trace import Trace, trace
from tests.status.states import STATES
from tests.trace.exports import FATAL, SINCE, export, family


@pytest.fixture(scope="module")
def exports() -> dict[str, list[Manifest]]:
    return {name: export(state) for name, state in STATES.items()}


def traced(documents: list[Manifest]) -> Trace:
    claim = documents[0]
    return trace(family(documents, text_at(claim, "metadata", "name"), text_at(claim, "kind")))


@pytest.mark.parametrize("name", STATES)
def test_the_cause_is_the_reason_that_the_function_reports(name: str, exports: dict[str, list[Manifest]]) -> None:
    own, found = condition(exports[name][0], OPERATIONAL), traced(exports[name])
    if text_at(own, "status") == "True" and found.phase not in ("Pending", "Progressing"):
        assert found.cause is None
    else:
        assert found.cause is not None
        assert found.cause.reason == (text_at(own, "reason") if text_at(own, "status") != "True" else "Applying")
        assert found.cause.message
        assert found.cause.since in (SINCE, "")


@pytest.mark.parametrize("name", STATES)
def test_the_tree_has_every_object(name: str, exports: dict[str, list[Manifest]]) -> None:
    names = {(node.kind, node.name) for node in traced(exports[name]).tree.all}
    for document in exports[name]:
        kind, object_name = text_at(document, "kind"), text_at(document, "metadata", "name")
        assert (kind, object_name) in names or not kind


def test_the_conditions_are_in_order_and_those_of_crossplane_come_first(exports: dict[str, list[Manifest]]) -> None:
    found = traced(exports["secret-not-found"])
    assert [line.type for line in found.conditions] == ["Synced", "Ready", *TYPES]
    assert found.conditions[-1].reason == "SecretNotFound"


def test_what_a_binding_maps_is_shown(exports: dict[str, list[Manifest]]) -> None:
    found = traced(exports["binding-in-place"])
    assert [(entry.name, entry.physical, entry.ready) for entry in found.bindings] == [
        ("streams.audit", "audit.v1", True),
        ("streams.orders", "orders.v1", True),
        ("secrets.db", "payments.db", True),
    ]


def event(text: str, when: str = SINCE, **fields: Any) -> Manifest:
    about: Manifest = {"kind": "XEventDrivenService", "name": "orders-x7k2p"}
    return {
        "apiVersion": "v1",
        "kind": "Event",
        "metadata": {"name": f"{text}-{when}", "namespace": "default"},
        "involvedObject": about,
        "type": "Warning",
        "reason": "ComposeResources",
        "message": text,
        "lastTimestamp": when,
        **fields,
    }


EVENTS = [
    event("older", "2026-01-01T00:00:00Z"),
    event("newest", "2026-01-04T00:00:00Z"),
    event("newest", "2026-01-03T00:00:00Z"),
    event("between", "", eventTime="2026-01-02T00:00:00.000000Z"),
    event("normal", type="Normal"),
    event("other", involvedObject={"kind": "XEventDrivenService", "name": "x"}),
    event("kind", involvedObject={"kind": "Pod", "name": "orders"}),
    event("namesake", involvedObject={"kind": "EventDrivenService", "namespace": "other", "name": "orders"}),
    event("namesake", involvedObject={"kind": "EventDrivenService", "name": "orders-x7k2p", "namespace": "shop"}),
]


def test_events_are_shown_only_where_no_condition_says_why(exports: dict[str, list[Manifest]]) -> None:
    answered = exports["secret-not-found"]
    assert traced([*answered, *EVENTS]).events == ()
    silent = [{**document, "status": {}} for document in answered]
    assert traced([*silent, *EVENTS]).events == tuple(
        f"ComposeResources: {text}" for text in ("newest", "between", "older")
    )


def test_events_of_the_claim_are_shown(exports: dict[str, list[Manifest]]) -> None:
    silent = [{**document, "status": {}} for document in exports["secret-not-found"]]
    own: Manifest = {"kind": "EventDrivenService", "namespace": "shop", "name": "orders"}
    assert traced([*silent, event("own", involvedObject=own)]).events == ("ComposeResources: own",)


def test_a_fatal_result_is_explained_by_the_function_and_not_by_crossplane(exports: dict[str, list[Manifest]]) -> None:
    rejected = exports["invalid-spec"]
    assert FATAL in text_at(condition(rejected[1], "Synced"), "message")
    cause = traced(rejected).cause
    assert cause is not None
    assert (cause.reason, cause.condition, cause.status) == ("InvalidSpec", "Validated", "False")
