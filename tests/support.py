"""What tests of the core say most: this spec renders to that, this one is refused with these words."""

from collections.abc import Mapping, Sequence

from function.base.manifest import Json, Manifest, at
from function.base.outcome import Outcome
from function.base.problems import errors
from function.base.request import Request
from function.render import check, render
from tests.documents import xr

CONDITIONS = ("Validated", "DependenciesReady", "WorkloadAvailable", "AutoscalerReady", "Operational")


def outcome(document: Manifest, config: Manifest | None = None) -> Outcome:
    """Return what is answered while nothing is observed yet."""
    return render(Request(xr=document, platform=config or {}))


def manifests(spec: Mapping[str, Json], config: Manifest | None = None) -> Manifest:
    """Return the plain manifests by key; fails for a spec that is refused."""
    answer = outcome(xr(spec), config)
    assert answer.fatal is None, answer.fatal
    return {key: at(made.manifest, "spec", "forProvider", "manifest") for key, made in answer.resources.items()}


def look(value: Json, path: str) -> Json:
    """Return what lies at a path such as `deployment.spec.replicas` or `env.0.name`; None where nothing does."""
    for step in path.split("."):
        if isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(value, Sequence) and not isinstance(value, str) and step.isdigit() and int(step) < len(value):
            value = value[int(step)]
        else:
            return None
    return value


def assert_renders(spec: Mapping[str, Json], expected: Mapping[str, Json], config: Manifest | None = None) -> None:
    """Hold each path against the manifests; None stands for absent."""
    made = manifests(spec, config)
    assert {path: look(made, path) for path in expected} == dict(expected)


def assert_refused(document: Manifest, text: str, config: Manifest | None = None) -> None:
    """Hold the whole text against a fatal outcome: nothing is applied, and every condition is reported."""
    answer = outcome(document, config)
    assert answer.fatal == text
    assert not answer.resources
    assert tuple(condition.type for condition in answer.conditions) == CONDITIONS
    assert {condition.type: condition.status for condition in answer.conditions}["Validated"] == "False"
    assert {str(problem) for problem in answer.problems} == {str(problem) for problem in check(document, config or {})}


def assert_rejects(spec: Mapping[str, Json], path: str, message: str, config: Manifest | None = None) -> None:
    """Hold the one problem of a spec against its path and words."""
    assert_refused(xr(spec), f"{path}: {message}", config)


def assert_doubts(spec: Manifest, *paths: str, code: str, settings: Manifest | None = None) -> None:
    """Assert that exactly these places are warned about with this code, and that nothing is refused."""
    found = check(xr(spec), settings or {})
    assert [str(problem) for problem in errors(found)] == []
    assert sorted(problem.path for problem in found if problem.code == code) == sorted(paths)
