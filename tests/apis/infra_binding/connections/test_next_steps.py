import pytest

from function.base.manifest import Json
from tests.bindings import process, storage, topic
from tests.connections import section
from tests.dapr import KAFKA

HEADING = "Next Steps for Production"
TRACES = {"type": "zipkin", "endpoint": "http://zipkin:9411"}


def test_the_same_step_stands_once_with_all_entries() -> None:
    found = section(HEADING, streams={"a": topic("a"), "b": topic("b")})
    assert found.startswith(
        "1. **Security**: connections are not encrypted: use TLS (`streams.a`, `streams.b`)\n2. **Security**"
    )


@pytest.mark.parametrize(
    ("fields", "step"),
    [
        ({}, "**Alerting**: nobody is told when something fails"),
        ({}, "**Monitoring**: no traces are sent"),
        ({}, "**Security**: nothing restricts the connections"),
        ({"monitoring": {"tracing": {**TRACES, "sampling_rate": 1}}}, "**Monitoring**: all traces are recorded"),
        ({"resources": {"job": process()}}, "**Monitoring**: jobs export no metrics"),
        ({"resources": {"job": process()}}, "**Recovery**: jobs have no checkpoints"),
        ({"streams": {"a": topic()}}, "**Recovery**: events that cannot be processed have no destination"),
        ({"dapr": {"components": {"bus": KAFKA}}}, "set `scopes` (`dapr.components.bus`)"),
        ({"dapr": {"components": {"bus": KAFKA}}}, "set `dapr.sidecar.limits`"),
        ({"streams": {"a": topic(replication=1)}}, "**Availability**: the topic has one replica"),
    ],
)
def test_what_is_missing(fields: dict[str, Json], step: str) -> None:
    assert step in section(HEADING, **fields)


@pytest.mark.parametrize(
    ("fields", "step"),
    [
        ({"monitoring": {"tracing": {**TRACES, "sampling_rate": 0.1}}}, "traces"),
        ({"resources": {"job": process()}, "checkpoints": {"default": storage()}}, "checkpoints"),
        ({"streams": {"a": topic()}, "dead_letters": {"a": topic("dead")}}, "have no destination"),
        ({"dapr": {"components": {"bus": {**KAFKA, "scopes": ["a"]}}}}, "scopes"),
        ({"streams": {"a": topic(replication=3)}}, "one replica"),
    ],
)
def test_what_is_there_is_no_step(fields: dict[str, Json], step: str) -> None:
    assert step not in section(HEADING, **fields)
