"""The manifests for kind: whole, and of the versions that the playground builds."""

from typing import Any

import pytest
import yaml

from tools.playground.kind.parts import FOLDER, keda, kwok
from tools.playground.product import pinned


def manifests(name: str) -> list[dict[str, Any]]:
    return list(yaml.safe_load_all((FOLDER / name).read_text()))


def test_versions_are_those_that_the_playground_builds() -> None:
    assert keda().endswith("/v2.20.2/keda-2.20.2.yaml")
    assert f"/{pinned('kwok', 'sigs.k8s.io/kwok')}/" in kwok("kwok.yaml")
    (server,) = [item for item in manifests("nats.yaml") if item["kind"] == "StatefulSet"]
    version = pinned("nats", "github.com/nats-io/nats-server/v2").removeprefix("v")
    assert server["spec"]["template"]["spec"]["containers"][0]["image"] == f"nats:{version}-alpine"


@pytest.mark.parametrize("name", ["nats.yaml", "prometheus.yaml"])
def test_each_object_is_in_the_namespace_that_the_manifest_makes(name: str) -> None:
    namespace, *others = manifests(name)
    assert namespace["kind"] == "Namespace"
    assert {item["metadata"]["namespace"] for item in others} == {namespace["metadata"]["name"]}


def test_nats_is_reached_at_the_port_that_the_node_publishes() -> None:
    ((cluster,), services) = manifests("cluster.yaml"), manifests("nats.yaml")
    (mapping,) = cluster["nodes"][0]["extraPortMappings"]
    (port,) = [port for item in services for port in item.get("spec", {}).get("ports", []) if "nodePort" in port]
    assert (mapping["containerPort"], mapping["hostPort"]) == (port["nodePort"], port["port"])


def test_the_names_of_nats_are_those_of_the_product_s_defaults() -> None:
    names = {item["metadata"]["name"] for item in manifests("nats.yaml") if item["kind"] == "Service"}
    assert names == {"nats", "nats-headless"}
