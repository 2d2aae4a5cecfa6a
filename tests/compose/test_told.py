"""What has no effect on one machine is told, and nothing else."""

import pytest

from function.base.manifest import Json, Manifest
from function.compose.told import told
from tests.compose.objects import container, jetstream, scaler


def said(
    pod: dict[str, Json],
    fields: dict[str, Json] | None = None,
    scaling: Json = None,
    annotations: dict[str, str] | None = None,
) -> list[str]:
    containers: Json = [container(**(fields or {}))]
    whole: Manifest = {"metadata": {"annotations": annotations or {}}, "spec": {"containers": containers, **pod}}
    return [*told(whole, scaling)]


@pytest.mark.parametrize(
    ("pod", "fields", "expected"),
    [
        ({"nodeSelector": {"a": "b"}}, {}, ["nodeSelector: compose does not choose nodes"]),
        ({"hostNetwork": True}, {}, ["hostNetwork: this command does not translate it"]),
        ({}, {"livenessProbe": {}}, ["main: livenessProbe: compose does not restart what is unhealthy"]),
        ({}, {"tty": True}, ["main: tty: this command does not translate it"]),
        (
            {},
            {"resources": {"requests": {"cpu": "1"}}},
            ["main: resources.requests: nothing is reserved, and limits apply"],
        ),
        (
            {},
            {"resources": {"limits": {"cpu": "1", "nvidia.com/gpu": "1"}}},
            ["main: resources.limits.nvidia.com/gpu: compose does not limit it"],
        ),
        (
            {},
            {"envFrom": [{"prefix": "A_", "secretRef": {"name": "b"}}]},
            ["main: envFrom: begin the names in b.env with A_"],
        ),
        (
            {},
            {"resources": {"claims": []}},
            ["main: resources.claims: this command does not translate it"],
        ),
        ({}, {"readinessProbe": {"grpc": {}}}, ["main: readinessProbe: is not checked"]),
        ({}, {"securityContext": {"procMount": "Default"}}, ["main: securityContext.procMount: /proc is that of"]),
        ({}, {"volumeMounts": [{"name": "a"}]}, ["volume a: is not mounted"]),
        ({"topologySpreadConstraints": []}, {}, ["topologySpreadConstraints: there is one container"]),
        (
            {"initContainers": [{"name": "it", "lifecycle": {}}]},
            {},
            ["it: lifecycle: compose runs nothing before it stops"],
        ),
    ],
)
def test_a_field_without_effect_is_told(pod: dict[str, Json], fields: dict[str, Json], expected: list[str]) -> None:
    found = said(pod, fields)
    assert len(found) == len(expected)
    assert all(line.startswith(start) for line, start in zip(found, expected, strict=True))


@pytest.mark.parametrize(
    ("scaling", "expected"),
    [
        (None, []),
        (scaler(jetstream("A", "b")), ["scaling: there is always one container"]),
        (
            scaler({"type": "kafka"}),
            ["scaling: there is always one container", "trigger kafka: start what it reads yourself"],
        ),
    ],
)
def test_scaling_is_told(scaling: Json, expected: list[str]) -> None:
    assert said({}, scaling=scaling) == expected


def test_the_sidecar_of_dapr_is_told() -> None:
    assert said({}, annotations={"dapr.io/enabled": "true"}) == ["annotations of dapr.io: no sidecar is started"]


def test_what_has_an_effect_is_not_told() -> None:
    pod: dict[str, Json] = {"securityContext": {}, "volumes": [], "terminationGracePeriodSeconds": 5}
    assert said(pod, {"env": [], "command": ["a"], "readinessProbe": {}, "volumeMounts": [], "workingDir": "/"}) == []
