import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from function.server import StartError
from function.server.address import check


@pytest.fixture
def port() -> Iterator[int]:
    """Yield a port of 127.0.0.1 that somebody else listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def refusal(address: str) -> str:
    with pytest.raises(StartError) as caught:
        check(address)
    return str(caught.value)


@pytest.mark.parametrize(
    "address",
    ["", "9443", ":9443", "localhost", "localhost:", "localhost:http", "localhost:65536", "::1:9443", "[::1]", "a b"],
)
def test_what_is_not_host_and_port_is_refused(address: str) -> None:
    assert refusal(address) == f"cannot listen on {address}: must be host:port, such as 0.0.0.0:9443"


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0", "localhost"])  # noqa: S104 - the default of the command
def test_a_port_in_use_is_refused(host: str, port: int) -> None:
    assert refusal(f"{host}:{port}") == f"cannot listen on {host}:{port}: address already in use"


def test_a_name_with_two_addresses_is_refused_where_one_is_in_use(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def two(host: str, number: int, **_: object) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        stream = socket.SOCK_STREAM
        return [(socket.AF_INET, stream, 0, "", (address, number)) for address in ("127.0.0.2", "127.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", two)
    assert refusal(f"two.example.org:{port}").endswith("address already in use")


def test_the_address_of_somebody_else_is_refused() -> None:
    assert refusal("192.0.2.1:9443") == "cannot listen on 192.0.2.1:9443: cannot assign requested address"


def test_a_name_that_cannot_be_is_refused() -> None:
    assert refusal("nowhere.invalid:9443").startswith("cannot listen on nowhere.invalid:9443: ")


@pytest.mark.parametrize("address", ["127.0.0.1:0", "localhost:0", "0.0.0.0:0"])
def test_a_free_port_passes(address: str) -> None:
    check(address)


def test_a_port_whose_connections_have_just_ended_passes() -> None:
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        address = listener.getsockname()
        with socket.create_connection(address) as caller:
            served, _ = listener.accept()
            served.close()
            assert caller.recv(1) == b""
    check(f"127.0.0.1:{address[1]}")


@pytest.mark.parametrize("form", ["unix:{}", "unix://{}"])
def test_the_path_of_a_server_that_lives_is_refused_even_if_it_takes_no_connection(tmp_path: Path, form: str) -> None:
    address = form.format(tmp_path / "function.sock")
    check(address)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "function.sock"))
        listener.listen(0)
        assert refusal(address) == f"cannot listen on {address}: address already in use"
        assert refusal(address) == f"cannot listen on {address}: address already in use", "its queue is full now"
    check(address)  # what a server that is gone has left behind


def test_a_file_is_not_replaced_by_a_socket(tmp_path: Path) -> None:
    file = tmp_path / "notes"
    file.write_text("text")
    assert refusal(f"unix:{file}") == f"cannot listen on unix:{file}: file exists, and it is no socket"


def test_a_path_that_cannot_be_looked_at_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("text")
    assert refusal(f"unix:{tmp_path}/file/function.sock").endswith("not a directory")


def test_a_name_with_a_part_that_no_name_has_is_refused() -> None:
    address = f"{'a' * 64}.example.org:9443"
    assert refusal(address) == f"cannot listen on {address}: not the name of a host"


@pytest.mark.parametrize("address", ["\udcff:9443", "a\n:9443", "unix:/tmp/\udcff", "unix:/tmp/\x1b[31m"])
def test_what_cannot_be_shown_is_refused(address: str) -> None:
    assert refusal(address).endswith(": contains characters that no address has")
