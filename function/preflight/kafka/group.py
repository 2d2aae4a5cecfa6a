"""What a login may do with a consumer group. One broker knows it, whose address comes from another one."""

from function.base.preflight import GROUP_DENIED, UNAVAILABLE, UNEXPECTED
from function.base.preflight_target import Endpoint
from function.preflight.failure import Failure
from function.preflight.kafka.broker import Broker
from function.preflight.kafka.encoding import Reader, flags, text, texts
from function.preflight.kafka.topic import READ, permits

_COORDINATOR, _DESCRIBE = 10, 15
_LARGEST_PORT = 65535
_DENIED = 30
_NOT_YET = (14, 15, 16)
"""It is loaded, is elected, or has moved."""


def coordinator(broker: Broker, name: str) -> Endpoint:
    """Return the broker that knows the group. Its address is a text of a server."""
    answer = broker.answer(_COORDINATOR, 2, text(name) + b"\0")
    answer.int32()  # how long clients should wait
    code = answer.int16()
    answer.text()  # why not
    _judge(code)
    answer.int32()
    found = Endpoint(answer.text(), answer.int32())
    if not found.host or not 0 < found.port <= _LARGEST_PORT:
        raise Failure(UNEXPECTED)
    return found


def readable(broker: Broker, name: str) -> bool:
    """Return whether the login may read in the group, which need not exist."""
    answer = broker.answer(_DESCRIBE, 3, texts(name) + flags(True))  # noqa: FBT003 - the only flag of the request
    answer.int32()
    if answer.count() != 1:
        raise Failure(UNEXPECTED)
    _judge(answer.int16())
    for _ in range(4):  # the group, its state, and the types of its protocol
        answer.text()
    for _ in range(answer.count()):
        _member(answer)
    return permits(answer.int32(), READ)


def _member(answer: Reader) -> None:
    for _ in range(3):
        answer.text()
    answer.data()
    answer.data()


def _judge(code: int) -> None:
    if code == _DENIED:
        raise Failure(GROUP_DENIED)
    if code != 0:
        raise Failure(UNAVAILABLE if code in _NOT_YET else UNEXPECTED)
