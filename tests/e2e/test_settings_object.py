"""The platform's settings in an object of the cluster reach all services; broken or missing, they change nothing."""

from collections.abc import Iterator
from time import monotonic
from typing import Any

import pytest
import yaml

from function.apis.environment_config import API_VERSION, KIND
from tests.e2e.cluster import READY_SECONDS, SERVICE, Scope, empty, example, new_namespace
from tests.e2e.settings import composed_by, composition
from tools.playground.kubectl import Kubectl
from tools.playground.waiting import until

COUNT = 20
NAME = "e2e-settings"
REACHED_SECONDS = 60
"""Seconds are expected; a busy machine takes longer."""


def settings(**data: Any) -> dict[str, Any]:
    return {"apiVersion": API_VERSION, "kind": KIND, "metadata": {"name": NAME}, "data": data}


def addresses(kubectl: Kubectl, namespace: str) -> list[str]:
    """Return NATS_URL of every Deployment."""
    return [
        next(variable["value"] for variable in container["env"] if variable["name"] == "NATS_URL")
        for deployment in kubectl.get("deployments", f"--namespace={namespace}")["items"]
        for container in deployment["spec"]["template"]["spec"]["containers"]
    ]


def generations(kubectl: Kubectl, namespace: str) -> dict[str, int]:
    """Return the generation of every Deployment, which each change of its spec raises."""
    found = kubectl.get("deployments", f"--namespace={namespace}")["items"]
    return {deployment["metadata"]["uid"]: deployment["metadata"]["generation"] for deployment in found}


def reasons(kubectl: Kubectl, namespace: str) -> list[str]:
    """Return the reason of Validated of every service."""
    return [
        condition["reason"]
        for service in kubectl.get(SERVICE, f"--namespace={namespace}")["items"]
        for condition in service["status"]["conditions"]
        if condition["type"] == "Validated"
    ]


@pytest.fixture(scope="module")
def twenty(kubectl: Kubectl, scope: Scope) -> Iterator[str]:
    """Return the namespace of services of a Composition that names the object, which exists."""
    kubectl.apply(settings(nats={"url": "nats://first:4222"}))
    named = {"settings": {"name": NAME}}
    with composition(kubectl, "eventdrivenservice", NAME, named), new_namespace(kubectl, scope) as namespace:
        services = []
        for number in range(COUNT):
            document = composed_by(example("fixed-replicas", namespace), NAME, scope)
            document["metadata"]["name"] = f"worker-{number:02}"
            services.append(document)
        kubectl("create", "-f", "-", "--output=name", stdin=yaml.safe_dump_all(services), seconds=READY_SECONDS)
        everything = (SERVICE, "--all", f"--namespace={namespace}")
        kubectl.wait(*everything, condition="condition=Operational", seconds=4 * READY_SECONDS)
        yield namespace
        kubectl.apply(settings(nats={"account": "$G"}))
        empty(kubectl, scope, namespace, 4 * READY_SECONDS)
    kubectl("delete", f"environmentconfig/{NAME}")


def test_the_object_overrides_the_composition(kubectl: Kubectl, twenty: str) -> None:
    assert addresses(kubectl, twenty) == ["nats://first:4222"] * COUNT
    services = kubectl.get(SERVICE, f"--namespace={twenty}")["items"]
    assert {service["status"]["settings"] for service in services} == {NAME}


def test_a_change_reaches_every_service_within_seconds(kubectl: Kubectl, twenty: str) -> None:
    began = monotonic()
    kubectl.apply(settings(nats={"url": "nats://second:4222"}))
    wanted = ["nats://second:4222"] * COUNT
    until(lambda: addresses(kubectl, twenty) == wanted, REACHED_SECONDS, "the new address everywhere")
    print(f"{COUNT} services have the new settings after {monotonic() - began:.1f} s")


def test_a_broken_object_changes_nothing_and_is_said(kubectl: Kubectl, twenty: str) -> None:
    before = generations(kubectl, twenty)
    kubectl.apply(settings(nats={"url": "no address"}))
    said = ["PlatformConfigInvalid"] * COUNT
    until(lambda: reasons(kubectl, twenty) == said, REACHED_SECONDS, "PlatformConfigInvalid everywhere")
    service = kubectl.get(f"{SERVICE}/worker-00", f"--namespace={twenty}")
    messages = {entry["type"]: entry.get("message", "") for entry in service["status"]["conditions"]}
    assert messages["Validated"].startswith("EnvironmentConfig.data.nats.url: must be NATS addresses")
    assert generations(kubectl, twenty) == before


def test_a_missing_object_changes_nothing_and_is_said(kubectl: Kubectl, twenty: str) -> None:
    before = generations(kubectl, twenty)
    kubectl("delete", f"environmentconfig/{NAME}")
    said = ["SettingsNotFound"] * COUNT
    until(lambda: reasons(kubectl, twenty) == said, REACHED_SECONDS, "SettingsNotFound everywhere")
    assert generations(kubectl, twenty) == before


def test_a_good_object_puts_it_right(kubectl: Kubectl, twenty: str) -> None:
    before = generations(kubectl, twenty)
    kubectl.apply(settings(nats={"url": "nats://second:4222"}))
    until(lambda: reasons(kubectl, twenty) == ["Valid"] * COUNT, REACHED_SECONDS, "Valid everywhere")
    assert generations(kubectl, twenty) == before
