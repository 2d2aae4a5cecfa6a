"""Each default for the pods of all services acts, and wrong ones are refused."""

import pytest

from function.base.manifest import Json, Manifest
from function.platform.defaults import Defaults
from tests.documents import platform, worker, xr
from tests.leaves import leaves
from tests.support import assert_refused, assert_renders

TEMPLATE = "deployment.spec.template"
POD = f"{TEMPLATE}.spec"
SELECTOR = {"app.kubernetes.io/name": "orders", "app.kubernetes.io/component": "event-driven-worker"}
NODES: Json = [{"matchExpressions": [{"key": "pool", "operator": "In", "values": ["gpu"]}]}]
REQUIRED, PREFERRED = (f"{how}DuringSchedulingIgnoredDuringExecution" for how in ("required", "preferred"))
OWN: Json = {"topologyKey": "zone", "labelSelector": {"matchLabels": SELECTOR}}
OTHER: Json = {"topologyKey": "zone", "labelSelector": {"matchLabels": {"app": "cache"}}}
TERM: Json = {"topologyKey": "zone", "matchLabels": {"app": "cache"}}
TOLERATION: Manifest = {
    "key": "gpu",
    "operator": "Equal",
    "value": "yes",
    "effect": "NoExecute",
    "tolerationSeconds": 30,
}


def pods(of: str, required: Json, preferred: Json) -> dict[str, tuple[Json, str, Json]]:
    """Return the cases of podAffinity or podAntiAffinity: the settings, where they act, and what is there."""
    place = f"{POD}.affinity.{of}"
    weighted: Json = [{"weight": 5, "podAffinityTerm": preferred}]
    expected: Json = [{"weight": 5, "podAffinityTerm": OTHER}]
    return {
        f"pod.affinity.{of}.{REQUIRED}[]": ({"affinity": {of: {REQUIRED: required}}}, f"{place}.{REQUIRED}", [OWN]),
        f"pod.affinity.{of}.{PREFERRED}[]": (
            {"affinity": {of: {PREFERRED: weighted}}},
            f"{place}.{PREFERRED}",
            expected,
        ),
    }


POD_SETTINGS: dict[str, tuple[Json, str, Json]] = {
    "pod.annotations": ({"annotations": {"a": "b"}}, f"{TEMPLATE}.metadata.annotations", {"a": "b"}),
    "pod.env value": (
        {"env": [{"name": "HTTPS_PROXY", "value": "http://proxy:3128"}]},
        f"{POD}.containers.0.env.3",
        {"name": "HTTPS_PROXY", "value": "http://proxy:3128"},
    ),
    "pod.env fieldPath": (
        {"env": [{"name": "OTEL_SERVICE_NAME", "fieldPath": "metadata.labels['app.kubernetes.io/name']"}]},
        f"{POD}.containers.0.env.3.valueFrom.fieldRef.fieldPath",
        "metadata.labels['app.kubernetes.io/name']",
    ),
    "pod.imagePullSecrets": ({"imagePullSecrets": ["registry"]}, f"{POD}.imagePullSecrets", [{"name": "registry"}]),
    "pod.nodeSelector": ({"nodeSelector": {"pool": "workers"}}, f"{POD}.nodeSelector", {"pool": "workers"}),
    "pod.tolerations": ({"tolerations": [TOLERATION]}, f"{POD}.tolerations", [TOLERATION]),
    "pod.affinity.nodeAffinity required": (
        {"affinity": {"nodeAffinity": {REQUIRED: {"nodeSelectorTerms": NODES}}}},
        f"{POD}.affinity.nodeAffinity.{REQUIRED}.nodeSelectorTerms",
        NODES,
    ),
    "pod.affinity.nodeAffinity preferred": (
        {
            "affinity": {
                "nodeAffinity": {
                    PREFERRED: [
                        {"weight": 5, "preference": {"matchExpressions": [{"key": "spot", "operator": "Exists"}]}}
                    ]
                }
            }
        },
        f"{POD}.affinity.nodeAffinity.{PREFERRED}",
        [{"weight": 5, "preference": {"matchExpressions": [{"key": "spot", "operator": "Exists"}]}}],
    ),
    **pods("podAffinity", [{"topologyKey": "zone"}], TERM),
    **pods("podAntiAffinity", [{"topologyKey": "zone"}], TERM),
    "pod.topologySpread": (
        {"topologySpread": [{"topologyKey": "zone", "maxSkew": 2, "whenUnsatisfiable": "DoNotSchedule"}]},
        f"{POD}.topologySpreadConstraints",
        [
            {
                "maxSkew": 2,
                "topologyKey": "zone",
                "whenUnsatisfiable": "DoNotSchedule",
                "labelSelector": {"matchLabels": SELECTOR},
            }
        ],
    ),
    "pod.priorityClassName": ({"priorityClassName": "high"}, f"{POD}.priorityClassName", "high"),
    "pod.runtimeClassName": ({"runtimeClassName": "gvisor"}, f"{POD}.runtimeClassName", "gvisor"),
    "pod.dnsPolicy": ({"dnsPolicy": "Default"}, f"{POD}.dnsPolicy", "Default"),
    "pod.dnsConfig": (
        {
            "dnsConfig": {
                "nameservers": ["10.0.0.10"],
                "searches": ["example.org"],
                "options": [{"name": "ndots", "value": "2"}],
            }
        },
        f"{POD}.dnsConfig",
        {"nameservers": ["10.0.0.10"], "searches": ["example.org"], "options": [{"name": "ndots", "value": "2"}]},
    ),
}


@pytest.mark.parametrize("case", POD_SETTINGS)
def test_a_default_for_pods_acts(case: str) -> None:
    settings, place, expected = POD_SETTINGS[case]
    assert_renders(worker(), {place: expected}, platform(defaults={"pod": settings}))


def test_every_default_for_pods_has_its_case() -> None:
    fields = {field.split(".")[1].rstrip("[]{}") for field in leaves(Defaults) if field.startswith("pod.")}
    assert {case.split(".")[1].split()[0] for case in POD_SETTINGS} == fields


WRONG: list[tuple[Manifest, str]] = [
    (
        {"labels": {"app.kubernetes.io/name": "x"}},
        (
            "labels: these labels identify the objects and follow the claim. Hint: remove app.kubernetes.io/component, "
            "app.kubernetes.io/managed-by, app.kubernetes.io/name, app.kubernetes.io/version"
        ),
    ),
    (
        {"annotations": {"crossplane.io/paused": "true"}},
        (
            "annotations: annotations in the crossplane.io domain control how Crossplane manages an object. "
            "Hint: remove them"
        ),
    ),
    ({"pod": {"env": [{"name": "A"}]}}, "pod.env[0]: a variable requires exactly one of value, fieldPath"),
    (
        {"pod": {"env": [{"name": "NATS_URL", "value": "x"}]}},
        (
            "pod.env[0].name: this variable is set from the claim. Hint: set PlatformConfig.spec.nats.url for the "
            "default address of NATS"
        ),
    ),
    (
        {"pod": {"env": [{"name": "A", "value": "x"}, {"name": "A", "value": "y"}]}},
        "pod.env: names of environment variables must be unique",
    ),
    (
        {"pod": {"topologySpread": [{"topologyKey": "zone"}, {"topologyKey": "zone"}]}},
        "pod.topologySpread: topology keys must be unique",
    ),
    ({"pod": {"dnsPolicy": "None"}}, "pod.dnsPolicy: dnsPolicy None requires dnsConfig.nameservers"),
    (
        {"pod": {"dnsConfig": {"nameservers": ["dns.example.org"]}}},
        "pod.dnsConfig.nameservers[0]: must be an IP address such as 10.0.0.10; got 'dns.example.org'",
    ),
    (
        {"pod": {"tolerations": [{"effect": "NoSchedule"}]}},
        "pod.tolerations[0].operator: a toleration without key requires operator Exists",
    ),
    (
        {"pod": {"tolerations": [{"key": "a", "operator": "Exists", "value": "b"}]}},
        "pod.tolerations[0].value: operator Exists does not accept value",
    ),
    (
        {"pod": {"tolerations": [{"key": "a", "tolerationSeconds": 5}]}},
        "pod.tolerations[0].tolerationSeconds: tolerationSeconds requires effect NoExecute",
    ),
    (
        {
            "pod": {
                "affinity": {
                    "nodeAffinity": {
                        REQUIRED: {"nodeSelectorTerms": [{"matchExpressions": [{"key": "a", "operator": "In"}]}]}
                    }
                }
            }
        },
        (
            f"pod.affinity.nodeAffinity.{REQUIRED}.nodeSelectorTerms[0].matchExpressions[0].values: required with In, "
            "NotIn, Gt, and Lt; not accepted with Exists and DoesNotExist"
        ),
    ),
]


@pytest.mark.parametrize(("settings", "text"), WRONG)
def test_defaults_that_are_wrong(settings: Manifest, text: str) -> None:
    assert_refused(xr(worker()), f"PlatformConfig.spec.defaults.{text}", platform(defaults=settings))
