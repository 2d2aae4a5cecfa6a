import pytest

from function.base.manifest import Json, Manifest
from function.platform.config import PlatformConfig
from tests.cel import judge
from tests.documents import namespaced, platform, worker, xr
from tests.leaves import leaf, leaves, replaced
from tests.support import assert_refused, outcome

FULL: dict[str, Json] = {
    "sizes": {
        "own": {
            "requests": {"cpu": "100m", "memory": "100Mi", "ephemeral-storage": "1Gi"},
            "limits": {"cpu": "200m", "memory": "200Mi", "ephemeral-storage": "2Gi"},
        },
        "other": {},
    },
    "defaultSize": "own",
    "nats": {},
    "providerConfig": {},
    "objects": {},
    "security": {},
    "images": {"allowedRegistries": ["ghcr.io/example"]},
    "labels": {"required": ["team"]},
    "scaling": {"defaults": {"lagThreshold": 7}},
    "monitors": {"labels": {"release": "prometheus"}},
    "diagnosis": {},
}
SPEC = worker(metrics={}, secretRefs=[{"name": "database", "envFrom": True}])
CLAIM = xr(SPEC, labels={"team": "checkout", "cost": "7"})
CHANGES: dict[str, Json] = {
    "group": "example.org",
    "sizes{own}.requests.cpu": "150m",
    "sizes{own}.requests.memory": "150Mi",
    "sizes{own}.requests.ephemeral-storage": "1.5Gi",
    "sizes{own}.limits.cpu": "300m",
    "sizes{own}.limits.memory": "300Mi",
    "sizes{own}.limits.ephemeral-storage": "3Gi",
    "defaultSize": "other",
    "clusterDomain": "cluster.example",
    "nats.url": "nats://other:4222",
    "nats.monitoringEndpoint": "other:8222",
    "nats.account": "OTHER",
    "nats.useHttps": True,
    "delivery": "direct",
    "providerConfig.name": "other",
    "objects.watch": True,
    "security.profile": "baseline",
    "images.allowedRegistries[0]": "ghcr.io/other",
    "labels.required[0]": "cost",
    "scaling.maxReplicas": 3,
    "scaling.defaults.minReplicas": 2,
    "scaling.defaults.maxReplicas": 4,
    "scaling.defaults.lagThreshold": 50,
    "scaling.defaults.pollingInterval": 15,
    "scaling.defaults.cooldownPeriod": 60,
    "monitors.labels{release}": "other",
    "diagnosis.pods": True,
    "diagnosis.secrets": True,
}
ELSEWHERE = (
    "alerts.",
    "aws.",
    "azure.",
    "bindingServices.",
    "dapr.",
    "defaults.",
    "externalSecrets.",
    "flink.",
    "gcp.",
    "kafka.",
    "names{}",
    "networkPolicy.",
    "overlays[]",
    "policy.",
    "monitors.bindings",
    "preflight.",
    "settings.",
    "takeoverMode",
    "terraform.",
    "tracing.",
    "variables.",
    "vault.",
)
"""What InfraBinding alone reads, what is allowed, and large sections have their cases in the test of the section."""
NAMESPACED_CHANGES: dict[str, Json] = {"providerConfig.kind": "ProviderConfig", "delivery": "direct"}


@pytest.mark.parametrize(("place", "value"), CHANGES.items(), ids=str)
def test_another_value_gives_another_answer(place: str, value: Json) -> None:
    base = outcome(CLAIM, platform(**FULL))
    assert base.fatal is None
    assert outcome(CLAIM, platform(**replaced(FULL, place, value))) != base


@pytest.mark.parametrize(("place", "value"), NAMESPACED_CHANGES.items(), ids=str)
def test_so_it_does_for_a_namespaced_composite(place: str, value: Json) -> None:
    document = namespaced(SPEC, labels={"team": "checkout"})
    base = outcome(document, platform(**FULL))
    assert base.fatal is None
    assert outcome(document, platform(**replaced(FULL, place, value))).resources != base.resources


def test_every_field_has_its_case() -> None:
    known = [field for field in leaves(PlatformConfig) if not field.startswith(ELSEWHERE)]
    assert sorted({leaf(place) for place in {**CHANGES, **NAMESPACED_CHANGES}}) == sorted(known)


NATS_URL = (
    "must be NATS addresses such as nats://host:4222, separated by commas, without credentials; "
    "map a Secret's key to NATS_URL if the address contains credentials"
)


@pytest.mark.parametrize(
    ("settings", "path", "message"),
    [
        ({"size": {}}, "size", "unknown field; did you mean 'sizes'?"),
        (
            {"nats": {"domain": "x"}},
            "nats.domain",
            "unknown field. Hint: valid fields are account, monitoringEndpoint, url, useHttps",
        ),
        ({"defaultSize": "huge"}, "defaultSize", "defaultSize must be one of the sizes; got 'huge'"),
        ({"sizes": {"tiny": {}}}, "defaultSize", "defaultSize must be one of the sizes; got 'medium'"),
        ({"sizes": {}}, "sizes", "must have at least 1 item(s)"),
        (
            {"sizes": {"medium": {"requests": {"cpu": "2"}, "limits": {"cpu": "1"}}}},
            "sizes.medium.requests",
            "the cpu request must not exceed the cpu limit; got 2 and 1",
        ),
        (
            {"sizes": {"Medium": {}, "medium": {}}},
            "sizes.Medium",
            "must be lowercase letters, digits and dashes, starting with a letter; got 'Medium'",
        ),
        ({"logicVersion": 2}, "logicVersion", "must be one of [1], got 2"),
        ({"logicVersion": "1"}, "logicVersion", "must be one of [1], got '1'"),
        ({"delivery": "helm"}, "delivery", "must be one of [object, direct], got 'helm'"),
        (
            {"security": {"profile": "privileged"}},
            "security.profile",
            "must be one of [restricted, baseline], got 'privileged'",
        ),
        (
            {"diagnosis": {"pods": "true"}},
            "diagnosis.pods",
            "must be true or false; got 'true'. Hint: remove the quotes",
        ),
        ({"nats": {"url": "nats://u:CANARY@h"}}, "nats.url", NATS_URL),
        ({"scaling": {"maxReplicas": 0}}, "scaling.maxReplicas", "must be at least 1; got 0"),
    ],
)
def test_settings_that_are_wrong(settings: dict[str, Json], path: str, message: str) -> None:
    assert_refused(CLAIM, f"PlatformConfig.spec.{path}: {message}", platform(**settings))


VERSION = "platform.fn.bizmatters.io/v1beta1"


@pytest.mark.parametrize(
    ("document", "text"),
    [
        ({**platform(), "kind": "Config"}, "PlatformConfig.kind: must be one of [PlatformConfig], got 'Config'"),
        ({**platform(), "apiVersion": "v1"}, f"PlatformConfig.apiVersion: must be one of [{VERSION}], got 'v1'"),
        (
            {"spec": {}},
            "PlatformConfig.apiVersion: required field missing\nPlatformConfig.kind: required field missing",
        ),
        (
            {**platform(), "spec": "object"},
            "PlatformConfig.spec: must be an object; got a string. Hint: write spec: {}",
        ),
        ({**platform(), "metadata": []}, "PlatformConfig.metadata: must be an object; got a list"),
        (
            {**platform(), "sizes": {}},
            "PlatformConfig.sizes: unknown field; did you mean 'spec.sizes'?",
        ),
    ],
)
def test_a_document_that_is_no_platform_config(document: Manifest, text: str) -> None:
    assert_refused(CLAIM, text, document)


def test_broken_settings_are_told_apart_from_a_broken_claim() -> None:
    reasons = {condition.reason for condition in outcome(xr({}), platform(size=1)).conditions}
    assert reasons == {"PlatformConfigInvalid"}


@pytest.mark.parametrize(
    "settings", [{}, {"sizes": {"a": {}}, "defaultSize": "a"}, {"sizes": {"a": {}}, "defaultSize": "b"}]
)
def test_the_cel_of_the_rule_says_the_same(settings: dict[str, Json]) -> None:
    config = PlatformConfig.model_validate(settings)
    assert [judge(rule.cel, "self", settings) for rule in config.rules] == [rule.holds(config) for rule in config.rules]
