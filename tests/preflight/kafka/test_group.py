import pytest

from function.base.preflight import GROUP_DENIED, UNAVAILABLE, UNEXPECTED
from function.base.preflight_target import Endpoint
from function.preflight.failure import Failure
from function.preflight.kafka.group import coordinator, readable
from tests.preflight.kafka import recorded
from tests.preflight.served import served


def named(answer: bytes) -> Endpoint:
    with served(recorded.repeating(answer)) as port, recorded.connected(port) as broker:
        return coordinator(broker, "g1")


def may_read(answer: bytes) -> bool:
    with served(recorded.repeating(answer)) as port, recorded.connected(port) as broker:
        return readable(broker, "g1")


def test_a_broker_names_the_one_that_knows_the_group() -> None:
    assert named(recorded.coordinator(19092, "kafka-2.example.org")) == Endpoint("kafka-2.example.org", 19092)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (recorded.GROUP_REFUSED, GROUP_DENIED),
        (recorded.coordinator(1, code=15), UNAVAILABLE),
        (recorded.coordinator(1, code=42), UNEXPECTED),
        (recorded.coordinator(0), UNEXPECTED),
        (recorded.coordinator(65536), UNEXPECTED),
        (recorded.coordinator(9092, ""), UNEXPECTED),
        (recorded.coordinator(9092)[:-2], UNEXPECTED),
        (b"", UNEXPECTED),
    ],
)
def test_without_an_address_the_attempt_ends(answer: bytes, expected: str) -> None:
    with pytest.raises(Failure, match=expected):
        named(answer)


@pytest.mark.parametrize(("answer", "expected"), [(recorded.G1, True), (recorded.G2, False), (recorded.LIVE, True)])
def test_it_says_whether_the_login_may_read_in_the_group(answer: bytes, *, expected: bool) -> None:
    assert may_read(answer) == expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (recorded.G1.replace(b"\0\0\0\1\0\0\0\2", b"\0\0\0\1\0\x1e\0\2"), GROUP_DENIED),
        (recorded.G1.replace(b"\0\0\0\1\0\0\0\2", b"\0\0\0\1\0\x10\0\2"), UNAVAILABLE),
        (recorded.G1.replace(b"\0\0\0\1\0\0\0\2", b"\0\0\0\2\0\0\0\2"), UNEXPECTED),
        (recorded.G1[:-4] + b"\x80\0\0\0", UNEXPECTED),
        (recorded.LIVE[:-40], UNEXPECTED),
        (b"", UNEXPECTED),
    ],
)
def test_whatever_else_it_says_ends_the_attempt(answer: bytes, expected: str) -> None:
    with pytest.raises(Failure, match=expected):
        may_read(answer)
