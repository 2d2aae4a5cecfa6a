import pytest

from function.apis.event_driven_service.model.rules import RULES, init_container_rules
from function.apis.event_driven_service.model.service import EventDrivenService, InitContainer
from function.base import labels
from function.base.manifest import Json, Manifest
from tests.cel import judge
from tests.documents import LOOSE, worker, xr
from tests.full import FULL
from tests.support import assert_refused, assert_rejects, manifests

UNIQUE = "names of environment variables must be unique"
RESERVED = "NATS_URL, NATS_STREAM_NAME, NATS_CONSUMER_GROUP and PORT are set from spec.nats and spec.httpPort; got "
ADVICE = ". Hint: set them there, or omit spec.nats.url to map NATS_URL from a Secret or ConfigMap"
OURS = ", ".join(labels.RESERVED)
WITH_URL: Json = {"stream": "ORDERS", "consumer": "orders-worker", "url": "nats://h"}


def env(*names: str) -> Json:
    return [{"name": name, "value": "CANARY"} for name in names]


def secrets(*refs: str) -> Json:
    keys: list[list[Json]] = [[{"secretKey": "k", "envName": name} for name in ref.split()] for ref in refs]
    return [{"name": f"s{at}", "envFrom": True, **({"env": found} if found else {})} for at, found in enumerate(keys)]


def config_maps(*refs: str) -> Json:
    return [{"name": "c", "env": [{"configMapKey": "k", "envName": name} for name in ref.split()]} for ref in refs]


RIGHT: list[Manifest] = [
    worker(),
    FULL,
    worker(env=env("A", "a")),
    worker(secretRefs=secrets("NATS_URL A", "")),
    worker(configMapRefs=config_maps("NATS_URL")),
    worker(env=env("PORT")),
    worker(secretRefs=secrets("PORT")),
    worker(nats=WITH_URL, httpPort=80),
    worker(initContainer={"args": ["up"], "env": env("NATS_URL", "PORT")}),
    worker(podLabels={"app": "x"}),
]
WRONG: list[tuple[Manifest, str]] = [
    (worker(env=env("A", "B", "A")), f"spec.env: {UNIQUE}; got duplicate A"),
    (worker(env=env("B", "A", "B", "A")), f"spec.env: {UNIQUE}; got duplicate A, B"),
    (worker(secretRefs=secrets("A A")), f"spec.secretRefs: {UNIQUE}; got duplicate A"),
    (worker(secretRefs=secrets("A", "", "A")), f"spec.secretRefs: {UNIQUE}; got duplicate A"),
    (worker(configMapRefs=config_maps("A", "B A")), f"spec.configMapRefs: {UNIQUE}; got duplicate A"),
    (
        worker(env=env("A"), secretRefs=secrets("B A")),
        f"spec.secretRefs: {UNIQUE}, but spec.env sets the same name; got A. Hint: remove one of them",
    ),
    (
        worker(env=env("A"), configMapRefs=config_maps("A")),
        f"spec.configMapRefs: {UNIQUE}, but spec.env sets the same name; got A. Hint: remove one of them",
    ),
    (
        worker(secretRefs=secrets("A"), configMapRefs=config_maps("B A")),
        f"spec.configMapRefs: {UNIQUE}, but spec.secretRefs sets the same name; got A. Hint: remove one of them",
    ),
    (worker(env=env("NATS_URL")), f"spec.env: {RESERVED}NATS_URL{ADVICE}"),
    (worker(env=env("NATS_STREAM_NAME")), f"spec.env: {RESERVED}NATS_STREAM_NAME{ADVICE}"),
    (worker(env=env("NATS_CONSUMER_GROUP")), f"spec.env: {RESERVED}NATS_CONSUMER_GROUP{ADVICE}"),
    (worker(env=env("PORT"), httpPort=80), f"spec.env: {RESERVED}PORT{ADVICE}"),
    (worker(secretRefs=secrets("NATS_STREAM_NAME")), f"spec.secretRefs: {RESERVED}NATS_STREAM_NAME{ADVICE}"),
    (worker(secretRefs=secrets("NATS_URL"), nats=WITH_URL), f"spec.secretRefs: {RESERVED}NATS_URL{ADVICE}"),
    (worker(secretRefs=secrets("PORT"), httpPort=80), f"spec.secretRefs: {RESERVED}PORT{ADVICE}"),
    (worker(configMapRefs=config_maps("NATS_URL"), nats=WITH_URL), f"spec.configMapRefs: {RESERVED}NATS_URL{ADVICE}"),
    (
        worker(podLabels={"app.kubernetes.io/name": "x"}),
        f"spec.podLabels: these labels are set by the platform: {OURS}; got app.kubernetes.io/name",
    ),
    (
        worker(volumes=[{"name": "a", "mountPath": path, "emptyDir": {}} for path in ("/a", "/b")]),
        "spec.volumes: volume names must be unique; got duplicate a",
    ),
    (
        worker(volumes=[{"name": name, "mountPath": "/a", "emptyDir": {}} for name in ("a", "b")]),
        "spec.volumes: mount paths must be unique; got duplicate /a",
    ),
    (
        worker(imagePullSecrets=[{"name": "a"}, {"name": "a"}]),
        "spec.imagePullSecrets: names of image pull secrets must be unique; got duplicate a",
    ),
    (
        worker(topologySpread=[{"topologyKey": "zone"}, {"topologyKey": "zone", "maxSkew": 2}]),
        "spec.topologySpread: topology keys must be unique; got duplicate zone",
    ),
]


@pytest.mark.parametrize("spec", RIGHT, ids=range(len(RIGHT)))
def test_what_no_rule_forbids(spec: Manifest) -> None:
    assert manifests(spec, LOOSE)
    assert [rule.message for rule in RULES if not judge(rule.cel, "self", spec)] == []


@pytest.mark.parametrize(("spec", "text"), WRONG, ids=range(len(WRONG)))
def test_what_a_rule_forbids(spec: Manifest, text: str) -> None:
    assert_refused(xr(spec), text)
    assert "CANARY" not in text


@pytest.mark.parametrize("spec", [spec for spec, _ in WRONG], ids=range(len(WRONG)))
def test_the_cel_of_a_rule_says_the_same(spec: Manifest) -> None:
    model = EventDrivenService.model_validate(spec)
    assert [rule.holds(model) for rule in RULES] == [judge(rule.cel, "self", spec) for rule in RULES]


@pytest.mark.parametrize(
    ("init", "path", "message"),
    [
        ({}, "", "an init container requires command, args or image: it would otherwise run the service forever"),
        (
            {"command": [], "env": []},
            "",
            "an init container requires command, args or image: it would otherwise run the service forever",
        ),
        ({"image": "a", "env": env("A", "A")}, ".env", f"{UNIQUE}; got duplicate A"),
    ],
)
def test_the_rules_of_the_init_container(init: Manifest, path: str, message: str) -> None:
    assert_rejects(worker(initContainer=init), f"spec.initContainer{path}", message)
    model = InitContainer.model_validate(init)
    held = [rule.holds(model) for rule in init_container_rules()]
    assert held == [judge(rule.cel, "self", init) for rule in init_container_rules()]


def test_two_broken_rules_are_both_told() -> None:
    spec = worker(env=env("A", "A", "NATS_URL"))
    assert_refused(xr(spec), f"spec.env: {RESERVED}NATS_URL{ADVICE}\nspec.env: {UNIQUE}; got duplicate A")
