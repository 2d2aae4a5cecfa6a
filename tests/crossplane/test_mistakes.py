"""A mistake is refused twice: by the schema before it is stored, and by the function if it is stored all the same."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.crossplane.layout import ROOT, SCOPES, Case, Scope
from tests.crossplane.real import Crossplane, RefusedError

Change = Callable[[dict[str, Any]], object]


def _claim(name: str = "hello") -> dict[str, Any]:
    return {
        "apiVersion": "platform.bizmatters.io/v1alpha1",
        "kind": "EventDrivenService",
        "metadata": {"name": name, "namespace": "team-a"},
        "spec": {"image": "example.org/hello:v1", "nats": {"stream": "JOBS", "consumer": "workers"}},
    }


MISTAKES: Mapping[str, tuple[Change, str]] = {
    "size that is not offered": (lambda claim: claim["spec"].update(size="xlarge"), "spec.size"),
    "no stream": (lambda claim: claim["spec"]["nats"].pop("stream"), "spec.nats.stream"),
    "no image": (lambda claim: claim["spec"].pop("image"), "spec.image"),
    "image with a blank": (lambda claim: claim["spec"].update(image="a b"), "spec.image"),
    "port 0": (lambda claim: claim["spec"].update(httpPort=0), "spec.httpPort"),
    "port in quotes": (lambda claim: claim["spec"].update(httpPort="80"), "spec.httpPort"),
    "field that does not exist": (lambda claim: claim["spec"].update(sise="small"), "spec.sise"),
    "a variable twice": (
        lambda claim: claim["spec"].update(env=[{"name": "A", "value": "1"}, {"name": "A", "value": "2"}]),
        "spec.env",
    ),
    "name too long": (lambda claim: claim["metadata"].update(name="a" * 48), "metadata.name"),
}
mistakes = pytest.mark.parametrize("mistake", MISTAKES)
scopes = pytest.mark.parametrize("scope", SCOPES)


@scopes
def test_the_claim_without_a_mistake_is_taken(scope: Scope, crossplane: Crossplane) -> None:
    case = Case(crossplane.write("claim.yaml", _claim()), "eventdrivenservice", scope)
    assert crossplane.findings([case.xrd], [case.document]) == []
    assert crossplane.render(case)[0]["status"]["conditions"]


@scopes
def test_the_schema_refuses_them(scope: Scope, programs: Mapping[str, Path], tmp_path: Path) -> None:
    claims = {mistake: _claim(f"hello-{number}") for number, mistake in enumerate(MISTAKES)}
    for mistake, (change, _) in MISTAKES.items():
        change(claims[mistake])
    xrd = ROOT / "apis" / "eventdrivenservice" / f"{scope}.yaml"
    found = Crossplane(programs, tmp_path, address="").findings_by_name([xrd], claims.values())
    findings = {mistake: found.get(claim["metadata"]["name"], []) for mistake, claim in claims.items()}
    assert [mistake for mistake, errors in findings.items() if not errors] == []
    others = {
        mistake: [error for error in findings[mistake] if path not in error] for mistake, (_, path) in MISTAKES.items()
    }
    assert {mistake: errors for mistake, errors in others.items() if errors} == {}


@scopes
@mistakes
def test_the_function_refuses_it_and_applies_nothing(mistake: str, scope: Scope, crossplane: Crossplane) -> None:
    change, path = MISTAKES[mistake]
    claim = _claim()
    change(claim)
    case = Case(crossplane.write("claim.yaml", claim), "eventdrivenservice", scope)
    with pytest.raises(RefusedError, match=f"{path}.*: "):
        crossplane.render(case)
