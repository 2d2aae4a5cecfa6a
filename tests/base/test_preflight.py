import json

import pytest

from function.base.manifest import Json
from function.base.preflight import MOST, PASSED, RESULTS, TIMEOUT, message, plan, results, targets
from function.base.preflight_target import Endpoint, Question, SecretKey

SCHEMA = Endpoint("registry", 443, tls=True, path="/subjects/a-value/versions/latest", format="AVRO")
QUESTION = Question(
    platform="kafka",
    check="permissions",
    about="topic a",
    servers=(Endpoint("k1", 9093, tls=True), Endpoint("k2", 9093, tls=True)),
    settings=(("reads", "true"), ("topic", "a")),
    credentials=(("password", SecretKey("reader", "password")),),
)
KAFKA, SEARCH = Endpoint("kafka", 9093, tls=True), Endpoint("fd00::7", 9200)


def test_the_pod_reads_what_the_function_writes() -> None:
    assert targets(plan([KAFKA, SEARCH, SCHEMA, QUESTION])) == [KAFKA, SEARCH, SCHEMA, QUESTION]


def test_an_address_has_brackets_where_it_needs_them() -> None:
    assert [str(KAFKA), str(SEARCH)] == ["kafka:9093", "[fd00::7]:9200"]
    assert str(SCHEMA) == "registry:443/subjects/a-value/versions/latest"


@pytest.mark.parametrize(
    "listed",
    [
        [],
        {},
        None,
        "kafka:9092",
        ["kafka:9092"],
        [{}],
        [{"host": "kafka"}],
        [{"port": 9092}],
        [{"host": "", "port": 9092}],
        [{"host": "kafka", "port": 0}],
        [{"host": "kafka", "port": 65536}],
        [{"host": "kafka", "port": "9092"}],
        [{"host": "kafka", "port": True}],
        [{"host": ["kafka"], "port": 9092}],
        [{"host": "kafka", "port": 1}] * (MOST + 1),
        [{"host": "registry", "port": 1, "path": "/subjects"}],
        [{"host": "registry", "port": 1, "path": "subjects", "format": "AVRO"}],
        [{"host": "registry", "port": 1, "path": "/a b", "format": "AVRO"}],
        [{"host": "registry", "port": 1, "path": "/a\r\nCookie: b", "format": "AVRO"}],
        [{"host": "registry", "port": 1, "path": "/a\n", "format": "AVRO"}],
        [{"platform": "kafka"}],
        [{"platform": "kafka", "check": "permissions", "servers": []}],
        [{"platform": "kafka", "check": "permissions", "servers": ["k1:1"]}],
        [{"platform": "kafka", "check": "permissions", "servers": [{"host": "k1"}]}],
        [{"platform": "kafka", "servers": [{"host": "k1", "port": 1}]}],
        [{"platform": ["kafka"], "check": "permissions", "servers": [{"host": "k1", "port": 1}]}],
    ],
)
def test_anything_else_is_no_plan(listed: Json) -> None:
    with pytest.raises(ValueError, match="not a plan"):
        targets(json.dumps(listed))


def test_neither_is_what_is_no_json() -> None:
    with pytest.raises(ValueError, match="Expecting value"):
        targets("--insecure")


def test_the_function_reads_what_the_pod_writes() -> None:
    assert results(message([PASSED, TIMEOUT]), 2) == (PASSED, TIMEOUT)


def test_all_results_of_the_largest_plan_fit_into_a_termination_message() -> None:
    longest = max(RESULTS, key=len)
    text = message([longest] * MOST)
    assert len(text.encode()) < 4000
    assert results(text, MOST) == (longest,) * MOST


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{}",
        "passed",
        '{"results": "passed"}',
        '{"results": ["passed"]}',
        '{"results": ["passed", "passed", "passed"]}',
        '{"results": ["passed", "password=hunter2"]}',
        '{"results": ["passed", null]}',
        '{"results": ["passed", ["passed"]]}',
        '{"results": ["passed", "passed"]}' + " " * 4096,
        "[" * 4000,
        "1" * 4090,
    ],
)
def test_whatever_else_a_pod_ends_with_is_no_result(text: str) -> None:
    assert results(text, 2) is None
