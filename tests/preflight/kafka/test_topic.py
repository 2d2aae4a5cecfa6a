import pytest

from function.base.preflight import NOT_DESCRIBED, UNAVAILABLE, UNEXPECTED, UNKNOWN_TOPIC
from function.preflight.failure import Failure
from function.preflight.kafka.topic import READ, WRITE, Partition, Topic, permits, topic
from tests.preflight.kafka.recorded import GHOST, ORDERS, ORDERS_OF_EVERYBODY, SECRET, SINK, connected, repeating
from tests.preflight.served import served


def found(answer: bytes, name: str = "orders", asked: list[bytes] | None = None) -> Topic:
    with served(repeating(answer, asked=asked)) as port, connected(port) as broker:
        return topic(broker, name)


def test_it_has_partitions() -> None:
    assert found(ORDERS).partitions == (Partition(led=True, replicas=1, in_sync=1),) * 3
    assert len(found(SINK, "sink").partitions) == 1


@pytest.mark.parametrize(
    ("answer", "name", "expected"),
    [(ORDERS, "orders", (True, False)), (ORDERS_OF_EVERYBODY, "orders", (True, True)), (SINK, "sink", (False, True))],
)
def test_it_says_what_the_login_may_do(answer: bytes, name: str, expected: tuple[bool, bool]) -> None:
    operations = found(answer, name).operations
    assert (permits(operations, READ), permits(operations, WRITE)) == expected


def test_asking_creates_no_topic() -> None:
    asked: list[bytes] = []
    found(ORDERS, asked=asked)
    assert asked[0].endswith(b"\0\0\0\1\0\6orders" + b"\0\0\1")


def test_a_broker_that_does_not_say_it_is_not_trusted_to_allow_it() -> None:
    with pytest.raises(Failure, match=UNEXPECTED):
        permits(-(2**31), READ)


@pytest.mark.parametrize(
    ("answer", "name", "expected"),
    [
        (GHOST, "ghost", UNKNOWN_TOPIC),
        (SECRET, "secret", NOT_DESCRIBED),
        (GHOST.replace(b"\0\3\0\5ghost", b"\0\5\0\5ghost"), "ghost", UNAVAILABLE),
        (GHOST.replace(b"\0\3\0\5ghost", b"\0\x11\0\5ghost"), "ghost", UNEXPECTED),
        (ORDERS, "payments", UNEXPECTED),
        (ORDERS[:-8], "orders", UNEXPECTED),
        (ORDERS[:40], "orders", UNEXPECTED),
        (ORDERS.replace(b"\0\0\0\1\0\0\0\6orders", b"\0\0\0\0\0\0\0\6orders"), "orders", UNEXPECTED),
        (b"", "orders", UNEXPECTED),
        (b"\xff" * 64, "orders", UNEXPECTED),
    ],
)
def test_whatever_else_a_broker_says_ends_the_attempt(answer: bytes, name: str, expected: str) -> None:
    with pytest.raises(Failure, match=expected):
        found(answer, name)


def test_a_partition_without_a_leader_is_told() -> None:
    leader = b"\0\0\0\1\0\0\0\1\0\0\0\0\0\0\0\1"  # partition 1, leader 1, epoch 0, one replica
    gone = b"\0\0\0\1\xff\xff\xff\xff\0\0\0\0\0\0\0\1"
    assert [partition.led for partition in found(ORDERS.replace(leader, gone)).partitions].count(False) == 1
