"""Brokers that repeat what a real one answered. How it is read is tested in tests/preflight/kafka."""

from contextlib import ExitStack
from functools import partial
from pathlib import Path

import pytest

from function.base.preflight import (
    ADVERTISED,
    FEW_IN_SYNC,
    FEW_PARTITIONS,
    FEW_REPLICAS,
    FORBIDDEN,
    GROUP_DENIED,
    LOGIN_REFUSED,
    NO_CREDENTIALS,
    NOT_READABLE,
    NOT_WRITABLE,
    PASSED,
    UNAVAILABLE,
    UNKNOWN_TOPIC,
)
from function.base.preflight_target import Endpoint, Question, SecretKey
from function.preflight.ask import result
from tests.preflight.kafka import recorded
from tests.preflight.kafka.recorded import repeating
from tests.preflight.served import SECONDS, served

HOST = "127.0.0.1"


def anywhere(_address: str) -> None:
    return None


def asked(*answers: bytes, check: str = "permissions", topic: str = "orders", **settings: str) -> str:
    with served(repeating(*answers)) as port:
        question = Question("kafka", check, "", (Endpoint(HOST, port),), tuple({"topic": topic, **settings}.items()))
        return result(question, Path("/nowhere"), SECONDS, anywhere)


@pytest.mark.parametrize(
    ("wanted", "answer", "topic", "expected"),
    [
        ({"reads": "true"}, recorded.ORDERS, "orders", PASSED),
        ({"writes": "true"}, recorded.SINK, "sink", PASSED),
        ({"reads": "true", "writes": "true"}, recorded.ORDERS_OF_EVERYBODY, "orders", PASSED),
        ({"reads": "true", "writes": "true"}, recorded.ORDERS, "orders", NOT_WRITABLE),
        ({"reads": "true", "writes": "true"}, recorded.SINK, "sink", NOT_READABLE),
        ({"reads": "true", "group": "g1"}, recorded.SINK, "sink", NOT_READABLE),
        ({"reads": "true"}, recorded.GHOST, "ghost", UNKNOWN_TOPIC),
    ],
)
def test_permissions_are_those_that_the_binding_needs(
    wanted: dict[str, str], answer: bytes, topic: str, expected: str
) -> None:
    assert asked(answer, topic=topic, **wanted) == expected


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, PASSED),
        ({"partitions": "3", "replication": "1", "in_sync": "1"}, PASSED),
        ({"partitions": "4"}, FEW_PARTITIONS),
        ({"replication": "2"}, FEW_REPLICAS),
        ({"in_sync": "2"}, FEW_IN_SYNC),
    ],
)
def test_capacity_is_what_the_binding_says(wanted: dict[str, str], expected: str) -> None:
    assert asked(recorded.ORDERS, check="capacity", **wanted) == expected


def test_a_topic_without_leaders_has_no_capacity() -> None:
    assert asked(recorded.ORDERS.replace(b"\0\0\0\1" * 2, b"\0\0\0\1\xff\xff\xff\xff"), check="capacity") != PASSED
    assert asked(recorded.GHOST.replace(b"\0\3\0\5", b"\0\0\0\5"), check="capacity", topic="ghost") == UNAVAILABLE


def test_a_group_is_asked_for_where_the_broker_says() -> None:
    for answer, expected in ((recorded.G1, PASSED), (recorded.G2, GROUP_DENIED)):
        other = repeating(answer)
        with served(other) as port:
            assert asked(recorded.ORDERS, recorded.coordinator(port), reads="true", group="g1") == expected
    assert asked(recorded.ORDERS, recorded.GROUP_REFUSED, reads="true", group="g1") == GROUP_DENIED


def test_what_a_broker_advertises_is_judged_before_anything_is_sent_there() -> None:
    """The second address that is judged is not the binding's: it comes from a server."""
    judged: list[str] = []

    def refusal(address: str) -> str | None:
        judged.append(address)
        return "forbidden" if address == "169.254.169.254" else None

    for host in ("169.254.169.254", "a\0b", "a..b"):
        with served(repeating(recorded.ORDERS, recorded.coordinator(80, host))) as port:
            settings = (("topic", "orders"), ("reads", "true"), ("group", "g1"))
            question = Question("kafka", "permissions", "", (Endpoint(HOST, port),), settings)
            assert result(question, Path("/nowhere"), SECONDS, refusal) == ADVERTISED
    assert judged == [HOST, "169.254.169.254", HOST, HOST]


def logged_in(folder: Path, servers: tuple[Endpoint, ...], known: str) -> str:
    key = SecretKey("reader", "password")
    (folder / key.file).write_text(known)
    settings = (("topic", "orders"), ("reads", "true"), ("mechanism", "PLAIN"), ("username", "reader"))
    question = Question("kafka", "permissions", "", servers, settings, (("password", key),))
    return result(question, folder, SECONDS, anywhere)


def test_it_logs_in_first(tmp_path: Path) -> None:
    with served(repeating(recorded.HANDSHAKE, recorded.WELCOME, recorded.ORDERS)) as port:
        assert logged_in(tmp_path, (Endpoint(HOST, port),), "hunter2") == PASSED
    with served(repeating()) as port:
        assert logged_in(tmp_path, (Endpoint(HOST, port),), "") == NO_CREDENTIALS


def test_a_refused_login_is_not_tried_elsewhere(tmp_path: Path) -> None:
    asked: list[bytes] = []
    with ExitStack() as stack:
        start = partial(repeating, asked=asked)
        first, other = (
            stack.enter_context(served(start(*answers)))
            for answers in ((recorded.HANDSHAKE, recorded.WRONG), (recorded.HANDSHAKE, recorded.WELCOME))
        )
        servers = (Endpoint(HOST, first), Endpoint(HOST, other))
        assert logged_in(tmp_path, servers, "hunter2") == LOGIN_REFUSED
        assert len(asked) == 2
        logged_in(tmp_path, servers[1:], "hunter2")  # ends the other server


def test_of_several_brokers_one_must_be_reached(tmp_path: Path) -> None:
    with served(repeating(recorded.HANDSHAKE, recorded.WELCOME, recorded.ORDERS)) as port:
        assert logged_in(tmp_path, (Endpoint("a..b", 1), Endpoint(HOST, port)), "hunter2") == PASSED


def test_a_forbidden_broker_is_not_asked() -> None:
    question = Question("kafka", "permissions", "", (Endpoint(HOST, 9092),), (("topic", "orders"),))
    assert result(question, Path("/nowhere"), SECONDS, lambda _: "no") == FORBIDDEN
