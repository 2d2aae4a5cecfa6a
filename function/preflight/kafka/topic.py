"""What a broker says about a topic. Asking for it does not create it."""

from collections.abc import Iterator
from dataclasses import dataclass

from function.base.preflight import NOT_DESCRIBED, UNAVAILABLE, UNEXPECTED, UNKNOWN_TOPIC
from function.preflight.failure import Failure
from function.preflight.kafka.broker import Broker
from function.preflight.kafka.encoding import Reader, flags, texts

READ, WRITE = 3, 4
"""Operations, as Kafka numbers them."""
_METADATA, _VERSION = 3, 8
_UNKNOWN, _LEADERLESS, _DENIED = 3, 5, 29
_NOT_SAID = -(2**31)


@dataclass(frozen=True)
class Partition:
    """Whether it has a leader, and the number of its replicas."""

    led: bool
    replicas: int
    in_sync: int


@dataclass(frozen=True)
class Topic:
    """Its partitions, and what the login may do, as bits."""

    partitions: tuple[Partition, ...]
    operations: int


def topic(broker: Broker, name: str) -> Topic:
    """Return a topic that exists."""
    answer = broker.answer(_METADATA, _VERSION, texts(name) + flags(False, False, True))  # noqa: FBT003 - Kafka's order
    answer.int32()  # how long clients should wait
    for _ in range(answer.count()):
        _broker(answer)
    answer.text()  # the cluster
    answer.int32()  # its controller
    if answer.count() != 1:
        raise Failure(UNEXPECTED)
    return _topic(answer, name)


def permits(operations: int, operation: int) -> bool:
    """Return whether the bits contain an operation."""
    if operations == _NOT_SAID:
        raise Failure(UNEXPECTED)
    return bool(operations >> operation & 1)


def _broker(answer: Reader) -> None:
    answer.int32()
    answer.text()
    answer.int32()
    answer.text()


def _topic(answer: Reader, name: str) -> Topic:
    code = answer.int16()
    if code in (_UNKNOWN, _LEADERLESS, _DENIED):
        raise Failure({_UNKNOWN: UNKNOWN_TOPIC, _LEADERLESS: UNAVAILABLE, _DENIED: NOT_DESCRIBED}[code])
    if code != 0 or answer.text() != name:
        raise Failure(UNEXPECTED)
    answer.flag()
    partitions = tuple(_partitions(answer))
    return Topic(partitions, answer.int32())


def _partitions(answer: Reader) -> Iterator[Partition]:
    for _ in range(answer.count()):
        answer.int16()  # an error, such as that there is no leader
        answer.int32()
        leader = answer.int32()
        answer.int32()
        replicas, in_sync = answer.numbers(), answer.numbers()
        answer.numbers()  # those that are offline
        yield Partition(leader >= 0, replicas, in_sync)
