import socket

import pytest

from function.base.preflight import REFUSED, TIMEOUT, UNEXPECTED
from function.base.preflight_target import Endpoint
from function.preflight.failure import Failure
from function.preflight.reached import reached

FIRST, SECOND, THIRD = (Endpoint(f"k{number}", 1) for number in range(3))


def test_the_first_that_answers_is_enough() -> None:
    tried: list[Endpoint] = []

    def connect(endpoint: Endpoint) -> socket.socket:
        tried.append(endpoint)
        if endpoint == FIRST:
            raise Failure(REFUSED)
        return socket.socket()

    server, connection = reached((FIRST, SECOND, THIRD), connect)
    connection.close()
    assert (server, tried) == (SECOND, [FIRST, SECOND])


def test_the_last_failure_is_told_if_none_answers() -> None:
    def connect(endpoint: Endpoint) -> socket.socket:
        raise Failure(TIMEOUT if endpoint == SECOND else REFUSED)

    with pytest.raises(Failure, match=TIMEOUT):
        reached((FIRST, SECOND), connect)


def test_without_servers_nothing_is_reached() -> None:
    with pytest.raises(Failure, match=UNEXPECTED):
        reached((), lambda _: socket.socket())
