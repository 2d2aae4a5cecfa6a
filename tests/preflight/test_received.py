import socket
import time

import pytest

from function.base.preflight import CLOSED
from function.preflight.failure import Failure
from function.preflight.received import received


def test_parts_are_put_together_and_the_rest_stays() -> None:
    ours, other = socket.socketpair()
    with ours, other:
        other.sendall(b"ab")
        other.sendall(b"cde")
        assert received(ours, 4, time.monotonic() + 30) == b"abcd"
        assert ours.recv(9) == b"e"


def test_an_answer_that_ends_too_early_is_none() -> None:
    ours, other = socket.socketpair()
    with ours:
        other.sendall(b"ab")
        other.close()
        with pytest.raises(Failure, match=CLOSED):
            received(ours, 3, time.monotonic() + 30)


def test_after_the_end_nothing_is_received() -> None:
    ours, other = socket.socketpair()
    with ours, other:
        other.sendall(b"ab")
        with pytest.raises(TimeoutError):
            received(ours, 2, time.monotonic() - 1)
