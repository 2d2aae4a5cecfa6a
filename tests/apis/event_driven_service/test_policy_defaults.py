import pytest

from function.base.manifest import Manifest
from tests.documents import platform, worker
from tests.support import assert_rejects, assert_renders, look, manifests

PODS = "deployment.spec.template"


def entries(made: Manifest, path: str) -> set[str]:
    """Return the variables at a path, as text."""
    found = look(made, path)
    return {str(variable) for variable in found} if isinstance(found, list) else set()


OVERRIDES: list[tuple[Manifest, Manifest, str, str]] = [
    ({"labels": {"team": "a"}}, {"podLabels": {"team": "b"}}, "spec.podLabels.team", "labels"),
    ({"pod": {"annotations": {"a": "b"}}}, {"podAnnotations": {"a": "c"}}, "spec.podAnnotations.a", "annotations"),
    (
        {"pod": {"env": [{"name": "A", "value": "x"}]}},
        {"env": [{"name": "A", "value": "y"}]},
        "spec.env[0].name",
        "env",
    ),
    (
        {"pod": {"env": [{"name": "A", "value": "x"}]}},
        {"initContainer": {"args": ["x"], "env": [{"name": "A", "value": "y"}]}},
        "spec.initContainer.env[0].name",
        "env",
    ),
    (
        {"pod": {"env": [{"name": "A", "value": "x"}]}},
        {"secretRefs": [{"name": "s", "env": [{"secretKey": "k", "envName": "A"}]}]},
        "spec.secretRefs[0].env[0].envName",
        "env",
    ),
    (
        {"pod": {"env": [{"name": "A", "value": "x"}]}},
        {"configMapRefs": [{"name": "s", "env": [{"configMapKey": "k", "envName": "A"}]}]},
        "spec.configMapRefs[0].env[0].envName",
        "env",
    ),
    (
        {"pod": {"topologySpread": [{"topologyKey": "zone"}]}},
        {"topologySpread": [{"topologyKey": "zone", "maxSkew": 3}]},
        "spec.topologySpread[0].topologyKey",
        "topologySpread",
    ),
]
SETTING = "PlatformConfig.spec.defaults.overridable"


@pytest.mark.parametrize(("defaults", "fields", "path", "what"), OVERRIDES)
def test_a_claim_does_not_change_them(defaults: Manifest, fields: Manifest, path: str, what: str) -> None:
    message = f"the platform sets this for all services; allowed only if {SETTING} contains {what}"
    assert_rejects(worker(**fields), path, message, platform(defaults=defaults))


@pytest.mark.parametrize(("defaults", "fields", "_path", "what"), OVERRIDES)
def test_unless_it_may(defaults: Manifest, fields: Manifest, _path: str, what: str) -> None:
    allowed = platform(defaults={**defaults, "overridable": [what]})
    made, without = manifests(worker(**fields), allowed), manifests(worker(**fields))
    assert look(made, f"{PODS}.spec.topologySpreadConstraints") == look(
        without, f"{PODS}.spec.topologySpreadConstraints"
    )
    for containers in ("containers", "initContainers"):
        assert entries(made, f"{PODS}.spec.{containers}.0.env") >= entries(without, f"{PODS}.spec.{containers}.0.env")
    assert look(made, f"{PODS}.metadata.annotations") == look(without, f"{PODS}.metadata.annotations")


def test_a_label_that_it_may_change() -> None:
    settings = platform(defaults={"labels": {"team": "a"}, "overridable": ["labels"]})
    assert_renders(worker(podLabels={"team": "b"}), {f"{PODS}.metadata.labels.team": "b"}, settings)


def test_the_same_value_is_no_change() -> None:
    settings = platform(defaults={"labels": {"team": "a"}, "pod": {"annotations": {"b": "c"}}})
    assert_renders(
        worker(podLabels={"team": "a"}, podAnnotations={"b": "c"}), {f"{PODS}.metadata.labels.team": "a"}, settings
    )
