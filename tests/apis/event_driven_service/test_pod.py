import pytest

from function.base.manifest import Json
from tests.documents import worker
from tests.support import assert_rejects, assert_renders, look, manifests

POD = "deployment.spec.template.spec"
SHA = "sha256:" + "0" * 64
VERSION = "app.kubernetes.io/version"


@pytest.mark.parametrize(
    ("image", "policy", "version"),
    [
        ("ghcr.io/example/orders:1.2.3", "IfNotPresent", "1.2.3"),
        (f"ghcr.io/example/orders@{SHA}", "IfNotPresent", None),
        (f"ghcr.io/example/orders:1.2.3@{SHA}", "IfNotPresent", "1.2.3"),
        ("registry.example.org:5000/orders:1.2.3", "IfNotPresent", "1.2.3"),
        ("registry.example.org:5000/orders", "Always", None),
        ("orders", "Always", None),
        ("orders:latest", "Always", "latest"),
        (f"orders:latest@{SHA}", "IfNotPresent", "latest"),
        ("orders:_nightly", "IfNotPresent", None),
        ("orders:" + "a" * 64, "IfNotPresent", None),
    ],
)
def test_the_image_decides_on_pull_policy_and_version(image: str, policy: str, version: str | None) -> None:
    made = manifests(worker(image=image))
    assert look(made, f"{POD}.containers.0.image") == image
    assert look(made, f"{POD}.containers.0.imagePullPolicy") == policy
    for labels in ("deployment.metadata.labels", "deployment.spec.template.metadata.labels", "service.metadata.labels"):
        found = look(made, labels)
        assert isinstance(found, dict)
        assert found.get(VERSION) == version


@pytest.mark.parametrize("policy", ["Always", "IfNotPresent", "Never"])
def test_the_claims_policy_holds_for_both_containers(policy: str) -> None:
    spec = worker(imagePullPolicy=policy, initContainer={"image": "other"})
    expected: dict[str, Json] = {
        f"{POD}.containers.0.imagePullPolicy": policy,
        f"{POD}.initContainers.0.imagePullPolicy": policy,
    }
    assert_renders(spec, expected)


def test_nothing_is_there_that_nobody_asked_for() -> None:
    pod = look(manifests(worker()), POD)
    assert isinstance(pod, dict)
    expected = "serviceAccountName automountServiceAccountToken enableServiceLinks securityContext containers"
    assert list(pod) == expected.split()
    main = look(pod, "containers.0")
    assert isinstance(main, dict)
    expected = "name image imagePullPolicy ports env resources livenessProbe readinessProbe securityContext"
    assert list(main) == expected.split()
    assert main["name"] == "main"
    assert pod["serviceAccountName"] == "orders"
    assert pod["automountServiceAccountToken"] is False
    assert pod["enableServiceLinks"] is False


def test_the_token_is_mounted_on_request() -> None:
    expected: dict[str, Json] = {f"{POD}.automountServiceAccountToken": True, f"{POD}.enableServiceLinks": False}
    assert_renders(worker(serviceAccount={"mountToken": True}), expected)


def test_what_is_asked_for_is_there() -> None:
    spec = worker(
        command=["/app"],
        args=["--x", ""],
        imagePullSecrets=[{"name": "registry"}, {"name": "mirror"}],
        terminationGracePeriodSeconds=0,
    )
    expected: dict[str, Json] = {
        f"{POD}.containers.0.command": ["/app"],
        f"{POD}.containers.0.args": ["--x", ""],
        f"{POD}.imagePullSecrets": [{"name": "registry"}, {"name": "mirror"}],
        f"{POD}.terminationGracePeriodSeconds": 0,
    }
    assert_renders(spec, expected)


def test_the_init_container_runs_the_services_image_unless_it_has_one() -> None:
    own = worker(initContainer={"command": ["/migrate"], "args": ["up"]})
    expected: dict[str, Json] = {
        f"{POD}.initContainers.0.name": "run-migrations",
        f"{POD}.initContainers.0.image": "ghcr.io/example/orders:1.2.3",
        f"{POD}.initContainers.0.imagePullPolicy": "IfNotPresent",
        f"{POD}.initContainers.0.command": ["/migrate"],
        f"{POD}.initContainers.0.args": ["up"],
        f"{POD}.initContainers.0.ports": None,
        f"{POD}.initContainers.0.livenessProbe": None,
        f"{POD}.initContainers.1": None,
    }
    assert_renders(own, expected)
    other = worker(initContainer={"image": "migrations"})
    expected = {f"{POD}.initContainers.0.image": "migrations", f"{POD}.initContainers.0.imagePullPolicy": "Always"}
    assert_renders(other, expected)


def test_pod_labels_are_on_the_pods_alone_beside_the_platforms() -> None:
    made = manifests(worker(podLabels={"team": "checkout"}, podAnnotations={"note": "größe"}))
    labels = look(made, "deployment.spec.template.metadata.labels")
    assert labels == {
        "team": "checkout",
        "app.kubernetes.io/name": "orders",
        "app.kubernetes.io/component": "event-driven-worker",
        "app.kubernetes.io/managed-by": "crossplane",
        VERSION: "1.2.3",
    }
    assert look(made, "deployment.spec.template.metadata.annotations") == {"note": "größe"}
    assert look(made, "deployment.metadata.labels.team") is None
    assert look(made, "deployment.metadata.annotations") is None


def test_the_spread_selects_the_services_own_pods() -> None:
    spec = worker(topologySpread=[{"topologyKey": "zone"}, {"topologyKey": "host", "maxSkew": 2}])
    selector: Json = {
        "matchLabels": {"app.kubernetes.io/name": "orders", "app.kubernetes.io/component": "event-driven-worker"}
    }
    common: dict[str, Json] = {"whenUnsatisfiable": "ScheduleAnyway", "labelSelector": selector}
    expected: Json = [{"maxSkew": 1, "topologyKey": "zone", **common}, {"maxSkew": 2, "topologyKey": "host", **common}]
    assert_renders(spec, {f"{POD}.topologySpreadConstraints": expected})


@pytest.mark.parametrize(
    ("fields", "path", "message"),
    [
        (
            {"initContainer": {}},
            "spec.initContainer",
            "an init container requires command, args or image: it would otherwise run the service forever",
        ),
        ({"command": "/app"}, "spec.command", 'must be a list; got a string. Hint: write command: ["./x"]'),
        (
            {"args": [8080]},
            "spec.args[0]",
            "must be a string. Hint: put the value in quotes, or YAML reads it as another type",
        ),
        (
            {"imagePullSecrets": ["registry"]},
            "spec.imagePullSecrets[0]",
            "must be an object; got a string. Hint: write - name: orders-db",
        ),
        ({"imagePullPolicy": ""}, "spec.imagePullPolicy", "must be one of [Always, IfNotPresent, Never], got ''"),
        ({"terminationGracePeriodSeconds": -1}, "spec.terminationGracePeriodSeconds", "must be at least 0; got -1"),
        ({"topologySpread": [{}]}, "spec.topologySpread[0].topologyKey", "required field missing"),
    ],
)
def test_what_is_refused(fields: dict[str, Json], path: str, message: str) -> None:
    assert_rejects(worker(**fields), path, message)
