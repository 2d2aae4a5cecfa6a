"""What another form means becomes the form of L5, and what is not clear is refused by name."""

import pytest
from hypothesis import given

from function.apis.infra_binding.model.binding import InfraBinding
from function.base.manifest import Json, Manifest
from function.infra_files.conversion import converted
from function.infra_files.dialect import other_form
from tests.property.models import DETERMINISTIC, documents

KAFKA: Manifest = {"brokers": "b:1"}
PULSAR: Manifest = {"type": "pulsar", "topic": "t", "service_url": "u"}


@pytest.mark.parametrize(
    ("document", "paths"),
    [
        ({"mongodb": {}}, ["mongodb"]),
        ({"persistence": {}, "regions": {}, "failover": {}}, ["persistence", "regions", "failover"]),
        ({"kafka": {"brokers": "b:1"}}, ["kafka"]),
        ({"kafka": "b:1", "streams": {"a": "x"}}, ["kafka"]),
        ({"kafka": {}, "streams": {"a": "x"}}, ["kafka"]),
        ({"kafka": KAFKA, "streams": {"a": {"type": "kafka", "topic": "x"}}}, ["kafka"]),
        (
            {"kafka": {**KAFKA, "acks": "all", "zookeeper": "z"}, "streams": {"a": "x"}},
            ["kafka.acks", "kafka.zookeeper"],
        ),
        ({"streams": {"a": {}}}, ["streams.a"]),
        (
            {"streams": {"a": {"brokers": "b"}, "b": 3, "c": [], "d": {"stream": "x"}}},
            [*(f"streams.{c}" for c in "abcd")],
        ),
        ({"resources": {"parallelism": 1, "_defaults": {"parallelism": 2}}}, ["resources._defaults"]),
    ],
)
def test_what_is_not_clear_is_refused_by_name(document: Manifest, paths: list[str]) -> None:
    problems = converted(document).problems
    assert [problem.path for problem in problems] == paths
    assert {problem.code for problem in problems} == {"EP423"}


@pytest.mark.parametrize(
    ("stream", "kafka", "result"),
    [
        ("x", KAFKA, {"type": "kafka", "brokers": "b:1", "topic": "x"}),
        ({"topic": "x"}, {"bootstrap_servers": "c:1"}, {"type": "kafka", "brokers": "c:1", "topic": "x"}),
        ({"topic": "x", "brokers": "own:1"}, KAFKA, {"type": "kafka", "brokers": "own:1", "topic": "x"}),
        (
            {"topic": "x", "properties": {"a": "2"}},
            {"properties": {"a": "1", "b": "1"}},
            {"type": "kafka", "properties": {"a": "2", "b": "1"}, "topic": "x"},
        ),
        ({"stream": "s", "region": "r"}, KAFKA, {"type": "kinesis", "stream": "s", "region": "r"}),
        ({"topic": "t", "service_url": "u"}, KAFKA, {"type": "pulsar", "topic": "t", "service_url": "u"}),
        ({"type": "kinesis", "topic": "x"}, KAFKA, {"type": "kinesis", "topic": "x"}),
        ({"topic": "t", "service_url": "u", "compaction": True}, KAFKA, {**PULSAR, "compact": True}),
        ({**PULSAR, "compaction": False}, KAFKA, {**PULSAR, "compact": False}),
        ({**PULSAR, "compaction": True, "compact": False}, KAFKA, {**PULSAR, "compaction": True, "compact": False}),
        ({**PULSAR, "compaction": "compact"}, KAFKA, {**PULSAR, "compaction": "compact"}),
        ({"type": "kafka", "compaction": True}, KAFKA, {"type": "kafka", "compaction": True}),
    ],
)
def test_a_stream_gets_the_type_that_its_fields_say(stream: Json, kafka: Json, result: Manifest) -> None:
    found = converted({"streams": {"flat": "y", "a": stream}, "kafka": kafka})
    assert found.problems == ()
    assert isinstance(found.document["streams"], dict)
    assert found.document["streams"]["a"] == result
    assert "kafka" not in found.document


def test_settings_of_resources_become_the_defaults() -> None:
    found = converted({"resources": {"parallelism": 2, "a": {"task_cpu": 1}, "task_memory": "1gb"}})
    assert found.document == {
        "resources": {"_defaults": {"parallelism": 2, "task_memory": "1gb"}, "a": {"task_cpu": 1}}
    }


def test_variables_and_extends_stay() -> None:
    document: Manifest = {"extends": "base.infra", "kafka": {"brokers": "${B}"}, "streams": {"a": "${T}"}}
    assert converted(document).document == {
        "extends": "base.infra",
        "streams": {"a": {"type": "kafka", "brokers": "${B}", "topic": "${T}"}},
    }


@DETERMINISTIC
@given(documents(InfraBinding))
def test_the_form_of_l5_stays_as_it_is(spec: Manifest) -> None:
    if not list(other_form(spec)):
        assert converted(spec) == (spec, ())


@DETERMINISTIC
@given(documents(InfraBinding))
def test_what_was_converted_is_not_another_form(spec: Manifest) -> None:
    found = converted({**spec, "kafka": KAFKA, "streams": {"a": "x"}})
    assert found.problems or not list(other_form(found.document))


def test_shared_settings_that_would_be_repeated_without_end_are_refused() -> None:
    kafka: Manifest = {"brokers": "b:1", "properties": {f"p{number}": "x" * 1000 for number in range(100)}}
    assert converted({"kafka": kafka, "streams": {f"s{number}": "t" for number in range(10)}}).problems == ()
    (problem,) = converted({"kafka": kafka, "streams": {f"s{number}": "t" for number in range(11)}}).problems
    assert str(problem).startswith("kafka: too long to be repeated in 11 streams. Hint: ")
