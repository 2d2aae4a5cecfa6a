"""A mistake is refused twice: by the schema before it is stored, and by the function if it is stored all the same."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.crossplane.layout import ROOT, Case, Scope
from tests.crossplane.real import Crossplane, RefusedError

Change = Callable[[dict[str, Any]], object]


def _claim() -> dict[str, Any]:
    return {
        "apiVersion": "platform.bizmatters.io/v1alpha1",
        "kind": "EventDrivenService",
        "metadata": {"name": "hello", "namespace": "team-a"},
        "spec": {"image": "example.org/hello:v1", "nats": {"stream": "JOBS", "consumer": "workers"}},
    }


mistakes = pytest.mark.parametrize(
    ("change", "path"),
    [
        pytest.param(lambda claim: claim["spec"].update(size="xlarge"), "spec.size", id="size that is not offered"),
        pytest.param(lambda claim: claim["spec"]["nats"].pop("stream"), "spec.nats.stream", id="no stream"),
        pytest.param(lambda claim: claim["spec"].pop("image"), "spec.image", id="no image"),
        pytest.param(lambda claim: claim["spec"].update(image="a b"), "spec.image", id="image with a blank"),
        pytest.param(lambda claim: claim["spec"].update(httpPort=0), "spec.httpPort", id="port 0"),
        pytest.param(lambda claim: claim["spec"].update(httpPort="80"), "spec.httpPort", id="port in quotes"),
        pytest.param(lambda claim: claim["spec"].update(sise="small"), "spec.sise", id="field that does not exist"),
        pytest.param(
            lambda claim: claim["spec"].update(env=[{"name": "A", "value": "1"}, {"name": "A", "value": "2"}]),
            "spec.env",
            id="a variable twice",
        ),
        pytest.param(lambda claim: claim["metadata"].update(name="a" * 48), "metadata.name", id="name too long"),
    ],
)
scopes = pytest.mark.parametrize("scope", ["claims", "namespaced"])


@scopes
def test_the_claim_without_a_mistake_is_taken(scope: Scope, crossplane: Crossplane) -> None:
    case = Case(crossplane.write("claim.yaml", _claim()), "eventdrivenservice", scope)
    assert crossplane.findings([case.xrd], [case.document]) == []
    assert crossplane.render(case)[0]["status"]["conditions"]


@scopes
@mistakes
def test_the_schema_refuses_it(change: Change, path: str, scope: Scope, crossplane: Crossplane) -> None:
    claim = _claim()
    change(claim)
    xrd = ROOT / "apis" / "eventdrivenservice" / f"{scope}.yaml"
    found = crossplane.findings_of([xrd], [claim])
    assert found
    assert all(path in finding for finding in found)


@scopes
@mistakes
def test_the_function_refuses_it_and_applies_nothing(
    change: Change, path: str, scope: Scope, crossplane: Crossplane
) -> None:
    claim = _claim()
    change(claim)
    case = Case(crossplane.write("claim.yaml", claim), "eventdrivenservice", scope)
    with pytest.raises(RefusedError, match=f"{path}.*: "):
        crossplane.render(case)
