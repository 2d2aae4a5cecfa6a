import json

import pytest

from function.base.manifest import Json, Manifest, at, items_at
from function.platform.config import PlatformConfig
from tests.bound import document, rendered, service
from tests.documents import platform, worker, xr
from tests.leaves import leaves
from tests.schemas import violations
from tests.support import assert_refused, assert_renders, look, manifests, outcome


def namespace(name: str) -> Json:
    return {"namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": name}}}


ONE = "a peer requires exactly one of namespace, cidr"
DNS: Json = {
    "to": [namespace("kube-system")],
    "ports": [{"port": 53, "protocol": "UDP"}, {"port": 53, "protocol": "TCP"}],
}
NATS: Json = {"to": [namespace("nats")], "ports": [{"port": 4222, "protocol": "TCP"}]}
HTTP: Json = {"port": "http", "protocol": "TCP"}
OWN: Json = {"podSelector": {}}
DATABASE: Manifest = {"namespace": "databases", "podLabels": {"app": "postgres"}, "ports": [5432]}
TO_DATABASE: Json = {
    "to": [
        {
            "namespaceSelector": {"matchLabels": {"kubernetes.io/metadata.name": "databases"}},
            "podSelector": {"matchLabels": {"app": "postgres"}},
        }
    ],
    "ports": [{"port": 5432, "protocol": "TCP"}],
}


def policy(**settings: Json) -> Manifest:
    return platform(networkPolicy={"enabled": True, **settings})


def test_without_the_setting_there_is_none() -> None:
    assert "networkpolicy" not in manifests(worker())
    settings = platform(networkPolicy={"connections": {"db": []}})
    assert "networkpolicy" not in manifests(worker(connections=["db"]), settings)


def test_nats_dns_and_monitoring_are_open() -> None:
    assert_renders(
        worker(),
        {
            "networkpolicy.metadata.name": "orders",
            "networkpolicy.spec.podSelector": {
                "matchLabels": {
                    "app.kubernetes.io/name": "orders",
                    "app.kubernetes.io/component": "event-driven-worker",
                }
            },
            "networkpolicy.spec.egress": [DNS, NATS],
            "networkpolicy.spec.ingress": [
                {"from": [OWN], "ports": [HTTP]},
                {"from": [namespace("monitoring")], "ports": [HTTP]},
            ],
        },
        policy(),
    )


CASES: dict[str, tuple[Json, str, Json]] = {
    "dns": ([{"cidr": "10.0.0.10/32"}], "egress.0", {"to": [{"ipBlock": {"cidr": "10.0.0.10/32"}}]}),
    "nats": ([{"namespace": "bus"}], "egress.1", {"to": [namespace("bus")]}),
    "egress": ([DATABASE], "egress.2", TO_DATABASE),
    "monitoring": (
        [{"namespace": "o11y", "podLabels": {"app": "prometheus"}}],
        "ingress.1.from.0.podSelector",
        {"matchLabels": {"app": "prometheus"}},
    ),
    "ingress": ([{"cidr": "2001:db8::/32"}], "ingress.0.from", [OWN, {"ipBlock": {"cidr": "2001:db8::/32"}}]),
}


@pytest.mark.parametrize("field", CASES)
def test_each_setting_acts(field: str) -> None:
    value, place, expected = CASES[field]
    assert_renders(worker(), {f"networkpolicy.spec.{place}": expected}, policy(**{field: value}))


def test_every_setting_has_its_case() -> None:
    fields = {
        field.split(".")[1].rstrip("[]{}") for field in leaves(PlatformConfig) if field.startswith("networkPolicy.")
    }
    assert fields == {*CASES, *("enabled", "connections", "dapr", "bindings", "flinkOperator", "postgresqlOperator")}


def test_a_claim_opens_what_it_names() -> None:
    settings = policy(connections={"postgres": [DATABASE], "other": [{"cidr": "10.0.0.0/8"}]})
    assert_renders(worker(connections=["postgres"]), {"networkpolicy.spec.egress": [DNS, NATS, TO_DATABASE]}, settings)
    assert_renders(worker(), {"networkpolicy.spec.egress": [DNS, NATS]}, settings)


def test_monitoring_reaches_the_metrics_port() -> None:
    ports: Json = [HTTP, {"port": "metrics", "protocol": "TCP"}]
    assert_renders(worker(metrics={"port": 9090}), {"networkpolicy.spec.ingress.1.ports": ports}, policy())
    assert_renders(worker(), {"networkpolicy.spec.ingress.1": None}, policy(monitoring=[]))


def test_a_cluster_accepts_it() -> None:
    settings = policy(egress=[DATABASE], ingress=[{"cidr": "10.0.0.0/8"}])
    made = outcome(xr(worker()), settings).resources["networkpolicy"].manifest
    assert violations(made) == []
    assert items_at(at(made, "spec", "forProvider", "manifest"), "spec", "egress")


@pytest.mark.parametrize(
    ("settings", "text"),
    [
        ({"egress": [{}]}, f"egress[0]: {ONE}"),
        (
            {"ingress": [{"namespace": "a", "cidr": "10.0.0.0/8"}]},
            f"ingress[0]: {ONE}",
        ),
        (
            {"nats": [{"cidr": "10.0.0.0/8", "podLabels": {"a": "b"}}]},
            "nats[0].podLabels: podLabels requires namespace",
        ),
        (
            {"dns": [{"cidr": "10.0.0.0"}]},
            "dns[0].cidr: must be a range of addresses such as 10.0.0.0/8; got '10.0.0.0'",
        ),
        ({"connections": {"db": [{}]}}, f"connections.db[0]: {ONE}"),
    ],
)
def test_settings_that_are_wrong(settings: Manifest, text: str) -> None:
    assert_refused(xr(worker()), f"PlatformConfig.spec.networkPolicy.{text}", platform(networkPolicy=settings))


SIDECAR: Manifest = {"dapr.io/enabled": "true", "dapr.io/metrics-port": "9191"}
SIDECARS: Json = {"port": 50002, "protocol": "TCP"}


def with_sidecar(**settings: Json) -> Manifest:
    allowed: Json = {"podAnnotations": ["dapr.io/"]}
    return platform(networkPolicy={"enabled": True, **settings}, policy=allowed)


def test_sidecars_call_each_other_and_the_control_plane_of_dapr() -> None:
    assert_renders(
        worker(podAnnotations=SIDECAR),
        {
            "networkpolicy.spec.ingress.1": {"from": [OWN], "ports": [SIDECARS]},
            "networkpolicy.spec.egress.2": {"to": [OWN], "ports": [SIDECARS]},
            "networkpolicy.spec.egress.3": {"to": [namespace("dapr-system")]},
        },
        with_sidecar(),
    )


def test_monitoring_reaches_the_metrics_of_a_sidecar() -> None:
    ports: Json = [HTTP, {"port": 9191, "protocol": "TCP"}]
    assert_renders(worker(podAnnotations=SIDECAR), {"networkpolicy.spec.ingress.2.ports": ports}, with_sidecar())


def test_a_platform_says_where_dapr_runs() -> None:
    expected: Json = {"to": [namespace("mesh")]}
    settings = with_sidecar(dapr=[{"namespace": "mesh"}])
    assert_renders(worker(podAnnotations=SIDECAR), {"networkpolicy.spec.egress.3": expected}, settings)
    assert_renders(worker(), {"networkpolicy.spec.egress.2": None, "networkpolicy.spec.ingress.2": None}, settings)


def test_a_sidecar_from_a_binding_is_one() -> None:
    dapr: Json = {"sidecar": {"client": {"annotations": {"dapr.io/enabled": "true"}}}}
    found: Manifest = {**document(), "data": {"dapr.yaml": json.dumps(dapr)}}
    answer = rendered(service(sidecar=True), found, platform=with_sidecar())
    made = at(answer.resources["networkpolicy"].manifest, "spec", "forProvider", "manifest")
    assert look(made, "spec.ingress.1") == {"from": [OWN], "ports": [SIDECARS]}
