"""Score files as the objects that they would be."""

from typing import Any

import pytest

from function.base.manifest import Json, Manifest
from function.importing.score import described, is_score


def score(container: Json, **fields: Json) -> Manifest:
    return {"apiVersion": "score.dev/v1b1", "metadata": {"name": "web"}, "containers": {"app": container}, **fields}


def container(**fields: Json) -> dict[str, Any]:
    spec: Any = described(score(fields)).objects["Deployment"]["spec"]
    return dict(spec["template"]["spec"]["containers"][0])


def unfit(document: Json) -> list[str]:
    return [".".join(map(str, misfit.path)) for misfit in described(document).unfit]


def probe(**request: Json) -> Manifest:
    return {"httpGet": {"path": "/up", "port": 8080, **request}}


def test_it_is_known_by_its_version() -> None:
    assert is_score(score({}))
    assert not is_score({"apiVersion": "apps/v1"})
    assert not is_score("score.dev/v1b1")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (
            {"image": "a:1", "command": ["/a"], "args": ["b", 1]},
            {"image": "a:1", "command": ["/a"], "args": ["b", "1"]},
        ),
        (
            {"variables": {"A": "${metadata.name}", "B": 1}},
            {"env": [{"name": "A", "value": "web"}, {"name": "B", "value": "1"}]},
        ),
        ({"resources": {"limits": {"cpu": "1"}}}, {"resources": {"limits": {"cpu": "1"}}}),
        ({"readinessProbe": probe()}, {"readinessProbe": probe()}),
        ({"files": {}, "volumes": None}, {}),
    ],
)
def test_fields_that_say_the_same(given: dict[str, Json], expected: Manifest) -> None:
    assert container(**given) == {"name": "app", **expected}
    assert unfit(score(given)) == []


@pytest.mark.parametrize(
    ("given", "path"),
    [
        ({"image": "."}, "image"),
        ({"image": "${resources.image.name}"}, "image"),
        ({"command": ["/a", "${resources.a.b}", "c"]}, "command.1"),
        ({"args": ["a", None]}, "args.1"),
        ({"variables": ["A=1"]}, "variables"),
        ({"resources": {"limits": {"cpu": 1, "nvidia.com/gpu": 1}}}, "resources.limits.nvidia.com/gpu"),
        ({"resources": {"claims": []}}, "resources.claims"),
        ({"resources": {"limits": "1"}}, "resources.limits"),
        ({"resources": "1"}, "resources"),
        ({"args": "a b"}, "args"),
        ({"variables": {"A": "${resources.db.host}"}}, "variables.A"),
        ({"files": {"/a": {"content": "b"}}}, "files"),
        ({"volumes": {"/a": {"source": "b"}}}, "volumes"),
        ({"before": {"b": {"ready": "started"}}}, "before"),
        ({"livenessProbe": {"exec": {"command": ["a"]}}}, "livenessProbe"),
        ({"livenessProbe": probe(scheme="HTTPS")}, "livenessProbe"),
        ({"livenessProbe": probe(host="other")}, "livenessProbe"),
        ({"livenessProbe": probe(port=1), "readinessProbe": probe()}, "livenessProbe"),
    ],
)
def test_what_has_no_place_is_listed(given: Json, path: str) -> None:
    assert unfit(score(given)) == [f"containers.app.{path}"]


@pytest.mark.parametrize(
    ("fields", "paths"),
    [
        ({"resources": {"db": {"type": "postgres"}}}, ["resources"]),
        ({"metadata": {"name": "web", "annotations": {"a": "b"}}}, ["metadata.annotations"]),
        ({"containers": {"main": {"image": "a:1"}, "log": {"image": "."}}}, ["containers.log"]),
        ({"service": {"ports": {"www": {"port": 80}, "grpc": {"port": 81}}}}, ["service.ports.grpc"]),
        ({"service": {"ports": {"www": {"port": 80, "targetPort": 8080}}}}, ["service.ports.www.port"]),
        ({"service": {"ports": [{"port": 80}]}}, ["service.ports"]),
        (
            {"service": {"ports": {"www": {"port": 80, "protocol": "UDP"}, "x": 1}}},
            ["service.ports.www", "service.ports.x"],
        ),
    ],
)
def test_what_is_around_the_container_may_not_fit_either(fields: dict[str, Json], paths: list[str]) -> None:
    assert unfit(score({"image": "a:1"}, **fields)) == paths


def test_the_words_of_a_command_that_can_be_used_stay() -> None:
    assert container(args=["/a", "${resources.a.b}", "c"])["args"] == ["/a", "c"]


def test_a_port_becomes_a_service() -> None:
    found = described(score({}, service={"ports": {"www": {"port": 80}}}))
    assert found.objects["Service"] == {"spec": {"ports": [{"name": "www", "port": 80}]}}
    assert "Service" not in described(score({})).objects


@pytest.mark.parametrize("document", [{}, {"metadata": 1, "containers": []}, {"containers": {"a": 1}, "service": "x"}])
def test_any_shape_is_taken(document: Manifest) -> None:
    assert described({"apiVersion": "score.dev/v1b1", **document}).name == ""
