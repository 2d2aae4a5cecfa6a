"""`platformctl status --watch`: what it prints for each change, and when it ends."""

from pathlib import Path
from typing import Any

import pytest

from function.cli.commands import status
from tests.cli.conftest import Run
from tests.cli.kubectl_script import CLAIM, PROGRAM, answer, put_on_path
from tests.status.states import STATES
from tests.trace.exports import export


@pytest.fixture
def cluster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return put_on_path(tmp_path, monkeypatch)


def test_watching_prints_a_line_in_a_pipe_and_survives_a_cluster_that_is_away(
    run: Run, cluster: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (composite, *_) = export(STATES["direct-healthy"])
    answer(cluster, CLAIM, composite)
    looks: list[Any] = []

    def pause(seconds: float) -> None:
        looks.append(seconds)
        if len(looks) == 1:
            cluster.write_text("#!/bin/sh\necho 'Unable to connect to the server: EOF' >&2\nexit 1\n")
        else:
            raise KeyboardInterrupt

    monkeypatch.setattr(status, "sleep", pause)
    done = run("status", "orders", "-n", "shop", "--watch", "--interval", "7")
    first, second = done.out.splitlines()
    assert first == "EventDrivenService shop/orders Running the service is operational"
    assert second.startswith("Error: cannot read the cluster: Unable to connect to the server: EOF")
    assert (looks, done.code) == ([7, 7], 130)


@pytest.mark.parametrize(
    ("term", "beginning"),
    [("xterm", "\x1b[H\x1b[2J\x1b[3J"), ("dumb", "EventDrivenService shop/orders Running the service is operational")],
)
def test_a_terminal_that_cannot_be_cleared_gets_lines(
    run: Run, cluster: Path, monkeypatch: pytest.MonkeyPatch, term: str, beginning: str
) -> None:
    def stop(_: float) -> None:
        raise KeyboardInterrupt

    (composite, *_) = export(STATES["direct-healthy"])
    answer(cluster, CLAIM, composite)
    monkeypatch.setattr(status, "sleep", stop)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("TERM", term)
    done = run("status", "orders", "-n", "shop", "--watch")
    assert done.out.startswith(beginning)
    assert done.code == 130


@pytest.mark.parametrize(
    ("script", "message"),
    [
        (PROGRAM, "no EventDrivenService or InfraBinding orders in namespace shop. Hint: "),
        ("#!/bin/sh\necho 'Unable to connect' >&2; exit 1\n", "cannot read the cluster: Unable to connect. Hint: "),
    ],
)
def test_watching_what_cannot_be_read_ends_at_once(
    run: Run, cluster: Path, monkeypatch: pytest.MonkeyPatch, script: str, message: str
) -> None:
    cluster.write_text(script)
    monkeypatch.setattr(status, "sleep", lambda _: pytest.fail("it looks again"))
    done = run("status", "orders", "-n", "shop", "--watch")
    assert done.err.startswith(f"Error: {message}")
    assert (done.out, done.code) == ("", 2)
