"""The document for programs."""

import json as parser

from function.base.manifest import Json
from function.cli.traces.json import json
from function.trace.trace import trace
from tests.status.states import STATES
from tests.trace.exports import SINCE, export, family


def document(name: str, *refused: str) -> dict[str, Json]:
    found: dict[str, Json] = parser.loads(json(trace(family(export(STATES[name]), "orders")), refused))
    return found


def test_the_keys_are_always_there() -> None:
    keys = [
        *("version", "kind", "namespace", "name", "operational", "phase", "message", "cause", "conditions", "tree"),
        *("bindings", "warnings", "events", "unread"),
    ]
    assert list(document("healthy")) == list(document("secret-not-found")) == keys


def test_a_cause_has_its_parts() -> None:
    found = document("secret-not-found", "x")
    assert (found["operational"], found["unread"]) == (False, ["x"])
    cause = found["cause"]
    assert isinstance(cause, dict)
    assert list(cause) == ["reason", "message", "condition", "status", "since", "audience", "steps"]
    assert (cause["reason"], cause["since"]) == ("SecretNotFound", SINCE)


def test_what_works_has_no_cause() -> None:
    found = document("direct-healthy")
    assert (found["operational"], found["cause"]) == (True, None)


def test_the_tree_has_all_objects_with_their_keys() -> None:
    tree = document("direct-healthy")["tree"]
    assert isinstance(tree, dict)
    children = tree["children"]
    assert isinstance(children, list)
    assert [list(child) for child in children if isinstance(child, dict)] == [
        ["kind", "namespace", "name", "key", "health", "state", "children"]
    ] * 4
    assert [child["key"] for child in children if isinstance(child, dict)] == [
        *("deployment", "scaledobject", "service", "serviceaccount")
    ]
