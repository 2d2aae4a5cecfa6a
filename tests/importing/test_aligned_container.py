"""A container under the names of a claim's."""

import pytest

from function.base.manifest import Json
from function.base.placed import value_at
from function.importing.aligned_container import aligned_container
from tests.importing.objects import container


def test_ports_have_the_names_of_a_claim_and_probes_have_numbers() -> None:
    ports: list[Json] = [
        {"name": "web", "containerPort": 8080},
        {"name": "prom", "containerPort": 9},
        {"containerPort": 1},
    ]
    found = aligned_container(container(ports=ports), {8080: "http", 9: "metrics"})
    assert found["name"] == "main"
    assert found["ports"] == [
        {"name": "http", "containerPort": 8080},
        {"name": "metrics", "containerPort": 9},
        {"containerPort": 1},
    ]
    assert value_at(found, ("livenessProbe", "httpGet", "port")) == 8080


def test_a_name_without_a_port_stays() -> None:
    probe: Json = {"httpGet": {"port": "other"}}
    assert aligned_container(container(livenessProbe=probe), {})["livenessProbe"] == probe


@pytest.mark.parametrize("value", [None, "x", [], {"ports": "x", "livenessProbe": 1}, {"ports": [1, None]}])
def test_any_shape_is_taken(value: Json) -> None:
    assert aligned_container(value, {None: "metrics", 1: "http"})["name"] == "main"
