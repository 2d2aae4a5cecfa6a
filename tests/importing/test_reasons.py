"""Which part of an object a rejected field of the claim is about."""

import pytest

from function.base.manifest import Json
from function.base.problems import Problem, join
from function.importing.lost import Lost
from function.importing.reasons import is_about, reasons
from function.importing.rejected import Rejected

Steps = tuple[str | int, ...]
A, B = {"name": "A", "value": "1"}, {"name": "B", "value": "A"}


def rejected(*place: str | int, value: Json = None, below: str = "") -> Rejected:
    return Rejected(Problem(path=join("", *place) + below, message="no", code="EP100"), place, value)


MAIN = ("spec", "template", "spec", "containers", 0)
INIT = ("spec", "template", "spec", "initContainers", 0)


@pytest.mark.parametrize(
    ("found", "path", "given"),
    [
        (rejected("spec", "env", 3, value=A, below=".value"), (*MAIN, "env", 5), A),
        (rejected("spec", "env"), (*MAIN, "env", 5), A),
        (rejected("spec", "env", 3, value=A), (*INIT, "env", 5), A),
        (rejected("spec", "args", 1, value="x"), (*MAIN, "args", 4), "x"),
        (rejected("spec", "args", 1, value="x"), (*MAIN, "args"), ["w", "x"]),
        (rejected("spec", "initContainer", "args", 1, value="x"), (*INIT, "args", 4), "x"),
        (
            rejected("spec", "secretRefs", 0, "env", 1, value={"secretKey": "k", "envName": "PW"}),
            (*MAIN, "env", 2),
            {"name": "PW", "valueFrom": {}},
        ),
        (
            rejected("spec", "secretRefs", 0, value={"name": "s", "envFrom": True}),
            (*MAIN, "envFrom", 0),
            {"secretRef": {"name": "s"}},
        ),
        (rejected("spec", "podAnnotations", "a.b/c"), ("spec", "template", "metadata", "annotations", "a.b/c"), "x"),
        (rejected("spec", "securityContext", "runAsUser"), (*MAIN, "securityContext", "runAsUser"), 0),
        (rejected("spec", "healthPath"), (*MAIN, "livenessProbe"), {}),
        (rejected("spec", "healthPath"), (*MAIN, "livenessProbe", "httpGet", "path"), "x"),
        (rejected("spec", "nats", "url"), (*MAIN, "env", 0), {"name": "NATS_URL", "value": "x"}),
        (rejected("spec", "nats", "account"), ("spec", "triggers", 0, "metadata", "account"), "x"),
        (rejected("spec", "httpPort"), (*MAIN, "ports", 0), {"containerPort": 0}),
    ],
)
def test_the_same_thing(found: Rejected, path: Steps, given: Json) -> None:
    assert is_about(found, Lost(path, given, None))


@pytest.mark.parametrize(
    ("found", "path", "given"),
    [
        (rejected("spec", "env", 3, value=A, below=".value"), (*MAIN, "env", 5), B),
        (rejected("spec", "env", 3, value=B, below=".value"), (*MAIN, "env", 5), A),
        (rejected("spec", "env", 3, value=A), MAIN, {}),
        (rejected("spec", "args", 1, value="x"), (*MAIN, "args", 4), "y"),
        (rejected("spec", "args", 1, value="x"), (*MAIN, "args"), ["w"]),
        (rejected("spec", "args", 1, value="x"), (*INIT, "args", 1), "x"),
        (rejected("spec", "initContainer", "args", 1, value="x"), (*MAIN, "args", 1), "x"),
        (rejected("spec", "podLabels"), ("metadata", "labels"), {}),
        (rejected("spec", "podLabels"), (), {}),
        (rejected("spec", "healthPath"), (*MAIN, "readinessProbe", "httpGet", "path"), "x"),
        (rejected("spec", "probes", "liveness", "periodSeconds"), (*MAIN, "readinessProbe", "periodSeconds"), 1),
        (rejected("spec", "resources", "limits", "cpu"), (*MAIN, "resources", "requests", "cpu"), "x"),
        (rejected("spec", "nats", "url"), (*MAIN, "env", 0), {"name": "OTHER", "value": "x"}),
        (rejected("spec", "nats", "account"), (*MAIN, "env", 0), {"name": "OTHER", "value": "x"}),
        (rejected("spec", "nats", "account"), (*MAIN, "env", 0), {"value": "x"}),
    ],
)
def test_something_else(found: Rejected, path: Steps, given: Json) -> None:
    assert not is_about(found, Lost(path, given, None))


def test_of_many_those_that_fit_are_returned() -> None:
    first, second = rejected("spec", "args", 0, value="x"), rejected("spec", "args", 1, value="y")
    assert reasons(Lost((*MAIN, "args"), ["x", "y"], None), [first, second]) == [first, second]
    assert reasons(Lost((*MAIN, "args", 1), "y", None), [first, second]) == [second]
    assert reasons(Lost((*MAIN, "args", 1), "z", None), [first, second]) == []
