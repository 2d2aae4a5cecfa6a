"""`platformctl docs serve`: a server on this machine, until Ctrl-C."""

import re
import signal
import socket
import subprocess
import sys
from http.client import HTTPConnection

import pytest

from tests.cli.conftest import OWN, Run, Write


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is another signal there")
def test_it_serves_the_site_and_ends_with_ctrl_c(run: Run, write: Write) -> None:
    words = ["docs", "serve", "--port", "0", "--platform-config", write("p.yaml", OWN)]
    # what runs in the background of a shell ignores Ctrl-C, and so do its children
    code = (
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
        "from function.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    with subprocess.Popen(
        [sys.executable, "-u", "-c", code, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        port = re.fullmatch(
            r"Open http://127\.0\.0\.1:(\d+)/ in a browser\. Ctrl-C ends it\.\n", server.stdout.readline()
        )
        assert port is not None
        connection = HTTPConnection("127.0.0.1", int(port[1]))
        connection.request("GET", "/")
        assert b"apis.example.org" in connection.getresponse().read()
        connection.close()
        server.send_signal(signal.SIGINT)
        out, err = server.communicate()
    assert (server.returncode, out, err) == (0, "", "\n")


def test_a_port_that_is_taken(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("docs", "serve", "--port", str(port))
    assert (done.code, done.out) == (2, "")
    assert done.err == f"Error: cannot listen on 127.0.0.1:{port}: address already in use. Hint: use --port\n"


@pytest.mark.parametrize("words", [("--port", "-1"), ("--port", "70000"), ("--port", "http"), ("site",)])
def test_wrong_usage(run: Run, words: tuple[str, ...]) -> None:
    assert run("docs", "serve", *words).code == 3


def test_wrong_settings_serve_nothing(run: Run, write: Write) -> None:
    done = run("docs", "serve", "--platform-config", write("p.yaml", "kind: Pod\n"))
    assert (done.code, done.out) == (2, "")
