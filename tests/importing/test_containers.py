"""The container of the service, and its port."""

import pytest

from function.base.manifest import Json, Manifest
from function.importing.containers import (
    http_port,
    init_position,
    main_container,
    main_position,
    port_number,
    target_of,
)
from tests.importing.objects import container, deployment

PLAIN: Manifest = {"name": "proxy", "image": "envoy:1"}


@pytest.mark.parametrize(
    "second",
    [
        {"name": "main"},
        {"name": "web"},
        {"name": "x", "env": [{"name": "NATS_URL", "value": "a"}]},
        {"name": "x", "readinessProbe": {"httpGet": {"port": 1}}},
    ],
)
def test_evidence_counts_more_than_the_place(second: Manifest) -> None:
    assert main_position(deployment(PLAIN, second)) == 1


def test_an_annotation_names_it() -> None:
    found = deployment(PLAIN, {"name": "side", "readinessProbe": {"exec": {}}})
    template: Json = {"metadata": {"annotations": {"kubectl.kubernetes.io/default-container": "proxy"}}, "spec": {}}
    assert main_position(found) == 1
    pod: Manifest = {"containers": [PLAIN, {"name": "side", "readinessProbe": {"exec": {}}}]}
    assert isinstance(template, dict)
    assert main_position({"spec": {"template": {**template, "spec": pod}}}) == 0


def test_without_evidence_it_is_the_first() -> None:
    assert main_position(deployment(PLAIN, {**PLAIN, "name": "b"})) == 0


@pytest.mark.parametrize("value", [None, {}, {"spec": {"template": {"spec": {"containers": ["x"]}}}}, "x"])
def test_without_a_container_it_is_empty(value: Json) -> None:
    assert main_container(value) == {}


def test_sidecars_are_no_init_containers() -> None:
    sidecar: Manifest = {"name": "a", "restartPolicy": "Always"}
    assert init_position({"initContainers": [sidecar, {"name": "b"}]}) == 1
    assert init_position({"initContainers": [sidecar]}) is None
    assert init_position({}) is None


@pytest.mark.parametrize(
    ("found", "behind", "port"),
    [
        (container(ports=[{"containerPort": 1}, {"name": "http", "containerPort": 2}]), None, 2),
        (container(), {"spec": {"ports": [{"port": 80, "targetPort": 9000}]}}, 9000),
        (container(), {"spec": {"ports": [{"port": 80, "targetPort": "web"}]}}, 8080),
        (container(), {"spec": {"ports": [{"port": 80, "targetPort": "none"}]}}, 8080),
        (container(ports=None), None, 8080),
        (container(ports=[{"containerPort": 7}], readinessProbe=None, livenessProbe=None), None, 7),
        (
            container(ports=[{"name": "metrics", "containerPort": 7}], readinessProbe=None, livenessProbe=None),
            None,
            None,
        ),
        (container(ports=None, readinessProbe=None, livenessProbe=None), None, None),
        ({}, "x", None),
    ],
)
def test_the_port(found: Manifest, behind: Json, port: int | None) -> None:
    assert http_port(found, behind) == port


@pytest.mark.parametrize("value", [0, -1, 65536, True, None, "x", "", 1.5, [], {}, "٣", "9" * 5000])
def test_no_port(value: Json) -> None:
    assert port_number(value, container()) is None


def test_numbers_may_be_text() -> None:
    assert port_number("8081", container()) == 8081


def test_without_a_target_it_is_the_port_of_the_service() -> None:
    assert target_of({"port": 80}, container()) == 80
    assert target_of("x", container()) is None
