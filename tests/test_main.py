import gc
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path

import click
import pytest
import structlog
from click.testing import CliRunner

from function.main import command, main
from tests.hostile import obeyed

CERTIFICATES = Path(__file__).parent / "server" / "certs"


@pytest.fixture
def taken() -> Iterator[str]:
    """Yield the address of a port that somebody else listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield f"127.0.0.1:{listener.getsockname()[1]}"


Refusal = Callable[..., tuple[int, str]]


@pytest.fixture
def refusal(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Refusal]:
    """Start it in this process; return the exit code and the only line that it prints when it cannot start."""

    def refused(*flags: str) -> tuple[int, str]:
        monkeypatch.setattr(sys, "argv", ["function", *flags])
        with pytest.raises(SystemExit) as ended:
            main()
        assert isinstance(ended.value.code, int)
        printed = capfd.readouterr()
        assert printed.out == ""
        [line] = printed.err.splitlines()
        return ended.value.code, line.removeprefix("function: ")

    yield refused
    structlog.reset_defaults()
    gc.unfreeze()


def test_a_process_that_cannot_start_ends_with_one_line() -> None:
    ended = subprocess.run([sys.executable, "-m", "function.main"], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == "function: neither --tls-server-certs-dir nor --insecure is given. choose how to serve\n"


def test_a_port_that_is_taken_is_refused(refusal: Refusal, taken: str) -> None:
    assert refusal("--insecure", "--address", taken) == (1, f"cannot listen on {taken}: address already in use")


def test_collections_look_through_nothing_that_was_imported(refusal: Refusal, taken: str) -> None:
    assert gc.get_freeze_count() == 0
    refusal("--insecure", "--address", taken)
    assert gc.get_freeze_count() > 10_000


def test_an_address_that_is_none_is_refused(refusal: Refusal) -> None:
    assert refusal("--insecure", "--address", "9443") == (
        1,
        "cannot listen on 9443: must be host:port, such as 0.0.0.0:9443",
    )


def test_certificates_that_are_missing_are_refused(refusal: Refusal, tmp_path: Path) -> None:
    assert refusal("--tls-certs-dir", str(tmp_path)) == (
        1,
        f"cannot read {tmp_path}/tls.crt: no such file or directory",
    )


@pytest.mark.parametrize(
    ("flags", "message"),
    [
        (("--max-recv-message-size", "0"), "0 is not in the range 1<=x<=2047"),
        (("--max-send-message-size", "-1"), "-1 is not in the range 1<=x<=2047"),
        (("--max-grpc-message-size", "4MB"), "'4MB' is not a valid integer range"),
        (("--port", "1"), "No such option '--port'"),
    ],
)
def test_a_flag_that_is_wrong_is_refused(refusal: Refusal, flags: tuple[str, ...], message: str) -> None:
    code, line = refusal("--insecure", *flags)
    assert code == 2
    assert message in line


def test_the_version_is_that_of_the_package() -> None:
    shown = CliRunner().invoke(command, ["--version"])
    assert (shown.exit_code, shown.output) == (0, f"function {version('function-event-platform')}\n")


def test_flags_variables_and_defaults_are_those_of_the_sdk() -> None:
    options = {
        tuple(sorted(option.opts)): (option.envvar, option.default)
        for option in command.params
        if isinstance(option, click.Option) and option.envvar
    }
    assert {flags: envvar for flags, (envvar, _) in options.items()} == {
        ("--debug", "-d"): "DEBUG",
        ("--insecure",): "INSECURE",
        ("--address",): "ADDRESS",
        ("--tls-certs-dir", "--tls-server-certs-dir"): "TLS_SERVER_CERTS_DIR",
        ("--max-grpc-message-size", "--max-recv-message-size"): ["MAX_RECV_MESSAGE_SIZE", "MAX_GRPC_MESSAGE_SIZE"],
        ("--max-send-message-size",): "MAX_SEND_MESSAGE_SIZE",
    }
    assert options["--address",][1] == "0.0.0.0:9443"
    assert options["--max-grpc-message-size", "--max-recv-message-size"][1] == 4


@pytest.mark.parametrize("text", ["a\n::error::CANARY", "##[error]CANARY", "\x1b[31mCANARY", "\udcff"], ids=ascii)
@pytest.mark.parametrize("flags", [["--insecure", "--address"], ["--tls-certs-dir"], ["--send"]], ids=" ".join)
def test_a_flag_is_repeated_on_one_line_that_orders_nothing(refusal: Refusal, flags: list[str], text: str) -> None:
    _, line = refusal(*flags, text)
    assert obeyed(line) == ""


def test_no_package_of_the_environment_is_asked_for_plug_ins_of_pydantic(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYDANTIC_DISABLE_PLUGINS", raising=False)
    code = """
import importlib.metadata
import function.main
from pydantic import create_model
importlib.metadata.distributions = None
create_model("Model", name=(str, ...)).model_validate({"name": "x"})
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
