"""What all services get, and what their claims add to it."""

import pytest

from function.base.manifest import Manifest
from function.platform.config import PlatformConfig
from function.platform.defaults import Defaults
from tests.cel import judge
from tests.documents import platform, worker, xr
from tests.support import assert_renders, manifests, outcome

TEMPLATE = "deployment.spec.template"
POD = f"{TEMPLATE}.spec"
SELECTOR = {"app.kubernetes.io/name": "orders", "app.kubernetes.io/component": "event-driven-worker"}


def test_labels_and_annotations_are_on_every_object() -> None:
    made = manifests(
        worker(metrics={"port": 9090}, disruptionBudget={"maxUnavailable": 1}),
        platform(
            defaults={"labels": {"cost": "7"}, "annotations": {"owner": "platform"}}, networkPolicy={"enabled": True}
        ),
    )
    for key, manifest in made.items():
        assert isinstance(manifest, dict)
        metadata = manifest["metadata"]
        assert isinstance(metadata, dict), key
        assert (metadata["labels"]["cost"], metadata["annotations"]["owner"]) == ("7", "platform"), key
    assert len(made) == 7
    assert_renders(
        worker(),
        {f"{TEMPLATE}.metadata.labels.cost": "7", f"{TEMPLATE}.metadata.annotations": None},
        platform(defaults={"labels": {"cost": "7"}, "annotations": {"owner": "platform"}}),
    )


def test_the_selector_never_follows_the_defaults() -> None:
    assert_renders(
        worker(), {"deployment.spec.selector.matchLabels": SELECTOR}, platform(defaults={"labels": {"cost": "7"}})
    )


def test_old_revisions() -> None:
    settings = platform(defaults={"revisionHistoryLimit": 2})
    assert_renders(worker(), {"deployment.spec.revisionHistoryLimit": 2}, settings)
    assert_renders(worker(), {"deployment.spec.revisionHistoryLimit": None})


def test_a_claim_adds_to_the_defaults() -> None:
    settings = platform(
        defaults={
            "labels": {"cost": "7"},
            "pod": {
                "annotations": {"a": "b"},
                "env": [{"name": "PROXY", "value": "p"}],
                "imagePullSecrets": ["registry", "own"],
                "topologySpread": [{"topologyKey": "zone"}],
            },
        }
    )
    spec = worker(
        podLabels={"team": "x"},
        podAnnotations={"c": "d"},
        env=[{"name": "OWN", "value": "$(PROXY)"}],
        imagePullSecrets=[{"name": "own"}, {"name": "more"}],
        topologySpread=[{"topologyKey": "host"}],
    )
    assert_renders(
        spec,
        {
            f"{TEMPLATE}.metadata.labels.cost": "7",
            f"{TEMPLATE}.metadata.labels.team": "x",
            f"{TEMPLATE}.metadata.annotations": {"a": "b", "c": "d"},
            f"{POD}.containers.0.env.3.name": "PROXY",
            f"{POD}.containers.0.env.4.value": "$(PROXY)",
            f"{POD}.imagePullSecrets": [{"name": "registry"}, {"name": "own"}, {"name": "more"}],
            f"{POD}.topologySpreadConstraints.0.topologyKey": "zone",
            f"{POD}.topologySpreadConstraints.1.topologyKey": "host",
        },
        settings,
    )


def test_the_init_container_has_the_variables_too() -> None:
    settings = platform(defaults={"pod": {"env": [{"name": "PROXY", "value": "p"}]}})
    assert_renders(worker(initContainer={"args": ["up"]}), {f"{POD}.initContainers.0.env.3.name": "PROXY"}, settings)


def test_port_follows_the_claim() -> None:
    settings = platform(defaults={"pod": {"env": [{"name": "PORT", "value": "8080"}]}})
    assert_renders(worker(), {f"{POD}.containers.0.env.3": {"name": "PORT", "value": "8080"}}, settings)
    assert_renders(
        worker(httpPort=9000),
        {f"{POD}.containers.0.env.3": {"name": "PORT", "value": "9000"}, f"{POD}.containers.0.env.4": None},
        settings,
    )


def test_a_required_label_of_the_claim_overrides_the_default() -> None:
    settings = platform(labels={"required": ["team"]}, defaults={"labels": {"team": "unknown"}})
    document = xr(worker(), labels={"team": "checkout"})
    made = outcome(document, settings).resources["deployment"].manifest
    assert "unknown" not in str(made)


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"labels": {"team": "a"}, "annotations": {"example.org/crossplane.io": "b"}},
        {"labels": {"app.kubernetes.io/version": "1"}},
        {"annotations": {"sub.crossplane.io/x": "1"}},
    ],
)
def test_the_cel_of_the_rules_says_the_same(settings: Manifest) -> None:
    defaults = Defaults.model_validate(settings)
    assert [judge(rule.cel, "self", settings) for rule in Defaults.rules] == [
        rule.holds(defaults) for rule in Defaults.rules
    ]


def test_without_defaults_nothing_is_added() -> None:
    assert PlatformConfig().defaults == Defaults()
    assert manifests(worker(), platform(defaults={})) == manifests(worker())
