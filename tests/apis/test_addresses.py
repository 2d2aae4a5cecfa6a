"""Every address of every API is judged, wherever it stands: a field of such a type needs no code of its own."""

from typing import Annotated

import pytest

from function.apis.addresses import refused
from function.base.address_types import HostPort
from function.base.manifest import Json, Manifest
from function.base.marks import Address
from function.base.model import Spec
from function.render import check
from tests.bindings import PLATFORM, binding, composite, topic, vault
from tests.documents import worker, xr

LOOPBACK = "must not name the machine that reads it. Hint: use the DNS name of a Service, such as nats.nats.svc"


PULSAR: Manifest = {"type": "pulsar", "topic": "persistent://a/b/c"}
SINK: Manifest = {"type": "mongodb_sink", "database": "a", "collection": "b", "direction": "sink"}


def trigger(**fields: Json) -> Json:
    return {"triggers": [{"type": "prometheus", "query": "up", "threshold": "1", **fields}]}


@pytest.mark.parametrize(
    ("spec", "path"),
    [
        (worker(nats={"stream": "a", "consumer": "b", "url": "nats://nats:4222,nats://127.1:1"}), "nats.url"),
        (worker(nats={"stream": "a", "consumer": "b", "url": "nats://[::ffff:7f00:1]"}), "nats.url"),
        (
            worker(nats={"stream": "a", "consumer": "b", "monitoringEndpoint": "2130706433:8222"}),
            "nats.monitoringEndpoint",
        ),
        (worker(scaling=trigger(serverAddress="http://metadata.google.internal")), "scaling.triggers[0].serverAddress"),
        (
            worker(
                scaling={
                    "triggers": [
                        {"type": "nats-jetstream", "stream": "a", "consumer": "b", "monitoringEndpoint": "localhost:1"}
                    ]
                }
            ),
            "scaling.triggers[0].monitoringEndpoint",
        ),
    ],
)
def test_addresses_of_a_service(spec: dict[str, Json], path: str) -> None:
    (problem,) = check(xr(spec), {})
    assert (problem.path, problem.code, problem.severity) == (f"spec.{path}", "EP225", "error")
    assert check(xr(spec), None) == [problem]


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"streams": {"a": topic(brokers="kafka:9092,localhost:9092")}}, "streams.a.brokers"),
        ({"streams": {"a": topic(brokers="kafka:9092,0x7f.1:9092")}}, "streams.a.brokers"),
        ({"streams": {"a": topic(brokers="[::ffff:169.254.169.254]:9092,kafka:9092")}}, "streams.a.brokers"),
        ({"streams": {"a": {**PULSAR, "service_url": "pulsar://a:6650,127.0.0.1"}}}, "streams.a.service_url"),
        ({"streams": {"a": {**SINK, "uri": "mongodb://a,metadata.google.internal/x"}}}, "streams.a.uri"),
    ],
)
def test_addresses_of_a_binding(fields: dict[str, Json], path: str) -> None:
    (problem,) = check(composite(binding(**fields)), PLATFORM)
    assert (problem.path, problem.code) == (f"spec.{path}", "EP225")


def test_the_address_of_a_vault_although_the_platform_lists_it() -> None:
    listed: Json = {"vault": {"addresses": ["https://localhost"], "roles": ["r"]}}
    settings = {**PLATFORM, "spec": {"policy": listed}}
    secrets: Json = {"db": vault(vault={"address": "https://localhost"}, auth={"role": "r"})}
    assert [str(problem) for problem in check(composite(binding(secrets=secrets)), settings)] == [
        f"spec.secrets.db.vault.address: {LOOPBACK}"
    ]


def test_what_is_no_address_for_another_reason_is_told_once() -> None:
    (problem,) = check(composite(binding(streams={"a": topic(brokers="${BROKERS}")})), PLATFORM)
    assert problem.code == "EP402"


class Below(Spec):
    hosts: list[HostPort] = []
    named: dict[str, Annotated[str, Address()]] = {}
    text: str = ""


class Whole(Spec):
    below: list[Below] = []


def test_lists_and_maps_of_addresses_are_judged_and_other_texts_are_not() -> None:
    below = Below.model_validate({"hosts": ["a:1", "localhost:1"], "named": {"x": "::1"}, "text": "localhost"})
    found = [problem.path for problem in refused(Whole(below=[Below(), below]), "spec")]
    assert found == ["spec.below[1].hosts[1]", "spec.below[1].named.x"]
