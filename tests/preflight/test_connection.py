import socket

import pytest

from function.base.addresses import host_refusal
from function.base.preflight import FORBIDDEN, REFUSED, UNRESOLVED
from function.base.preflight_target import Endpoint
from function.preflight.connection import addresses, connected
from function.preflight.failure import Failure
from tests.preflight.served import SECONDS


def anywhere(_address: str) -> None:
    return None


def test_the_judged_address_is_connected_to() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        with connected(Endpoint("127.0.0.1", port), SECONDS, anywhere) as connection:
            assert connection.getpeername() == ("127.0.0.1", port)
            assert connection.gettimeout() == SECONDS


def test_nobody_is_connected_to_where_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    with pytest.raises(Failure, match=REFUSED):
        connected(Endpoint("127.0.0.1", port), SECONDS, anywhere)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "169.254.169.254"])
def test_a_forbidden_address_is_not_connected_to(host: str) -> None:
    with pytest.raises(Failure, match=FORBIDDEN):
        connected(Endpoint(host, 80), SECONDS, host_refusal)


@pytest.mark.parametrize("host", ["a\0b", "a..b", "\udcff", "a" * 64])
def test_a_text_of_a_server_that_is_no_name_is_told(host: str) -> None:
    with pytest.raises(Failure, match=UNRESOLVED):
        addresses(Endpoint(host, 80), anywhere)
