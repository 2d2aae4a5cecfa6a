"""The claim of a Deployment and the objects around it."""

from pathlib import Path

import pytest
import yaml

from function.base.identity import Scope
from function.base.manifest import Manifest
from function.base.request import Request
from function.check import platform
from function.check.composite import composite
from function.cli.forms import FORMS
from function.importing.imported import Wanted
from function.render import render
from function.yaml.dump import dump
from tests.importing.objects import (
    WANTED,
    container,
    deployment,
    messages,
    other,
    result,
    scaled_object,
    service,
    spec,
)

SERVICES = Path(__file__).parents[2] / "examples" / "eventdrivenservice"
EXAMPLES = sorted(
    path
    for path in SERVICES.iterdir()
    if path.is_dir() and not (path / "required.yaml").exists()  # without a binding
)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_the_claim_of_what_render_prints_renders_the_same_bytes(example: Path) -> None:
    file = example / "platform.yaml"
    settings = platform.load(str(file) if file.exists() else None)
    scope = platform_scope(example)
    expected = (example / "expected.yaml").read_text(encoding="utf-8")
    found = result(*yaml.safe_load_all(expected), wanted=Wanted(), settings=settings, scope=scope)
    assert (found.findings, found.replaced) == ((), False)
    assert found.claim is not None
    request = Request(xr=composite(found.claim, scope, settings), platform=settings.in_effect(scope))
    assert dump(FORMS["manifests"]({}, render(request))) == expected


def platform_scope(example: Path) -> Scope:
    return "claims" if (example / "claim.yaml").exists() else "namespaced"


def test_a_claim_has_nothing_that_is_a_default() -> None:
    minimal = EXAMPLES[0].parent / "minimal"
    found = result(*yaml.safe_load_all((minimal / "expected.yaml").read_text()), wanted=Wanted())
    assert found.claim == yaml.safe_load((minimal / "claim.yaml").read_text())


def test_names_are_those_of_the_deployment_or_of_the_user() -> None:
    found = result(deployment())
    assert found.claim is not None
    assert found.claim["metadata"] == {"name": "web", "namespace": "shop"}
    found = result(deployment(), wanted=WANTED._replace(name="web-2", namespace="other"))
    assert found.claim is not None
    assert found.claim["metadata"] == {"name": "web-2", "namespace": "other"}


def test_without_a_namespace_it_is_that_of_kubectl() -> None:
    manifest = deployment()
    manifest["metadata"] = {"name": "web"}
    found = result(manifest)
    assert found.claim is not None
    assert found.claim["metadata"] == {"name": "web", "namespace": "default"}


def test_a_scaled_object_names_stream_and_consumer_whatever_the_user_says() -> None:
    found = spec(deployment(), scaled_object())
    assert found["nats"] == {"stream": "SHOP", "consumer": "shop"}
    assert found["scaling"] == {"maxReplicas": 4, "lagThreshold": 7}


@pytest.mark.parametrize(
    ("wanted", "missing"),
    [
        (Wanted(), ["stream", "consumer"]),
        (Wanted(stream="ORDERS"), ["consumer"]),
        (Wanted(consumer="orders"), ["stream"]),
    ],
)
def test_without_stream_or_consumer_there_is_no_claim(wanted: Wanted, missing: list[str]) -> None:
    found = result(deployment(), wanted=wanted)
    assert found.claim is None
    assert [(finding.code, finding.message) for finding in found.findings] == [
        ("EP101", f"no object names the {name}. Hint: use --{name} NAME") for name in missing
    ]


def test_another_selector_means_another_deployment() -> None:
    assert result(deployment()).replaced
    assert [finding.code for finding in result(deployment()).findings] == ["EP803", "EP804"]


def test_everything_of_a_usual_service_fits() -> None:
    assert messages(deployment(), service(), scaled_object()) == []


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"workingDir": "/srv"}, "workingDir"),
        ({"lifecycle": {"preStop": {"exec": {"command": ["x"]}}}}, "lifecycle"),
        ({"restartPolicy": True}, "restartPolicy"),
        ({"securityContext": {"privileged": True}}, "securityContext.privileged"),
        ({"env": [{"name": "POD", "valueFrom": {"fieldRef": {"fieldPath": "metadata.name"}}}]}, "env[0]"),
        ({"resources": {"limits": {"nvidia.com/gpu": "1"}}}, "resources.limits.nvidia.com/gpu"),
        ({"livenessProbe": {"tcpSocket": {"port": 8080}}}, "livenessProbe"),
        ({"readinessProbe": {"exec": {"command": ["x"]}}}, "readinessProbe"),
        ({"volumeDevices": [{"name": "a", "devicePath": "/dev/a"}]}, "volumeDevices[0]"),
    ],
)
def test_what_a_container_has_and_a_claim_has_not_is_listed(changes: dict[str, object], place: str) -> None:
    (message,) = messages(deployment(container(**changes)))  # type: ignore[arg-type]  # JSON
    assert message.startswith(f"spec.template.spec.containers[0].{place}: does not fit into a claim")
    assert ". Hint: " in message


@pytest.mark.parametrize(
    "field",
    [
        {"nodeSelector": {"disk": "ssd"}},
        {"hostNetwork": True},
        {"tolerations": [{"key": "a", "operator": "Exists"}]},
        {"priorityClassName": "high"},
        {"dnsPolicy": "Default"},
        {"initContainers": [{"name": "a", "image": "b:1", "restartPolicy": "Always"}]},
        {"volumes": [{"name": "data", "persistentVolumeClaim": {"claimName": "data"}}]},
    ],
)
def test_what_a_pod_has_and_a_claim_has_not_is_listed(field: dict[str, object]) -> None:
    (message,) = messages(deployment(pod=field))  # type: ignore[arg-type]  # JSON
    assert message.startswith(f"spec.template.spec.{next(iter(field))}")
    assert ". Hint: " in message


def test_root_does_not_fit_and_the_reason_is_that_of_the_api() -> None:
    (message,) = messages(deployment(container(securityContext={"runAsUser": 0})))
    assert message.startswith("spec.template.spec.containers[0].securityContext.runAsUser: does not fit into a claim: ")


def test_other_containers_do_not_fit() -> None:
    proxy: Manifest = {"name": "proxy", "image": "envoy:1"}
    first, second = messages(deployment(container(), proxy, {**proxy, "name": "log"}))
    assert first == (
        "spec.template.spec.containers[1]: does not fit into a claim. "
        "Hint: a service runs one container; initContainer runs another one before it"
    )
    assert second.startswith("spec.template.spec.containers[2]: ")


def test_the_container_is_found_by_what_it_has_and_not_by_its_place() -> None:
    worker = container(env=[{"name": "NATS_URL", "value": "nats://nats:4222"}])
    found = spec(deployment({"name": "proxy", "image": "envoy:1"}, worker))
    assert (found["image"], found["nats"]["url"]) == ("ghcr.io/acme/web:1.2", "nats://nats:4222")


def test_another_port_of_the_service_is_told() -> None:
    found = messages(deployment(), service(ports=[{"port": 80, "targetPort": 8080}]))
    hint = "clients must use the port of the container: the Service of a claim has the same port"
    assert found == [f"spec.ports[0].port: is 8080 in a claim; got 80. Hint: {hint}"]


def test_an_object_for_which_a_claim_has_nothing_is_told_as_a_whole() -> None:
    policy = other("networking.k8s.io/v1", "NetworkPolicy", podSelector={"matchLabels": {"app": "web"}}, ingress=[{}])
    assert [found.partition(".")[0] for found in messages(deployment(), policy)] == ["does not fit into a claim"]


def test_required_labels_of_the_platform_come_from_the_deployment(tmp_path: Path) -> None:
    file = tmp_path / "platform.yaml"
    head = "apiVersion: platform.fn.bizmatters.io/v1beta1\nkind: PlatformConfig\n"
    file.write_text(f"{head}spec: {{labels: {{required: [team]}}}}\n")
    manifest = deployment()
    manifest["metadata"] = {"name": "web", "namespace": "shop", "labels": {"team": "shop"}}
    found = result(manifest, settings=platform.load(str(file)))
    assert found.claim is not None
    assert found.claim["metadata"] == {"name": "web", "namespace": "shop", "labels": {"team": "shop"}}
    assert [finding.code for finding in found.findings] == ["EP803", "EP804"]
