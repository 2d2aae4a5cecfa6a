"""kubectl as a program: what it is asked, and what becomes of each of its errors."""

from pathlib import Path

import pytest

from function.cli.kubectl import ClusterError, Kubectl, kubectl


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Return a program that prints its arguments as JSON, until a test gives it something else to do."""
    path = tmp_path / "kubectl"
    does(path, 'printf \'["%s"]\' "$*"')
    return path


def does(program: Path, script: str) -> None:
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


def of(program: Path, seconds: int = 60) -> Kubectl:
    return Kubectl(program=str(program), flags=("--context=c",), seconds=seconds)


def test_paths_are_read_as_they_are_and_in_their_order(program: Path) -> None:
    assert list(of(program).get(["/b c;$(x)", "/a"]).items()) == [
        ("/b c;$(x)", ["get --raw /b c;$(x) --request-timeout=60s --context=c"]),
        ("/a", ["get --raw /a --request-timeout=60s --context=c"]),
    ]
    assert of(program).get([]) == {}


def test_what_does_not_exist_is_left_out(program: Path) -> None:
    does(program, "echo 'Error from server (NotFound): the server could not find the requested resource' >&2; exit 1")
    assert of(program).get(["/a"]) == {}


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("echo 'The connection to the server x:1 was refused' >&2; exit 1", "server x:1 was refused. Hint: an export"),
        ("echo 'Error from server (Forbidden): no' >&2; exit 1", "cannot read the cluster: Error from server (Forbid"),
        ("echo 'error: context \"c\" does not exist' >&2; exit 1", 'cannot read the cluster: context "c" does not'),
        (
            "printf 'E1 memcache\\nUnable to connect to the server: EOF\\n' >&2; exit 1",
            "the cluster: Unable to connect",
        ),
        ("exit 7", "cannot read the cluster: kubectl exited with 7"),
        ("printf '\\033[31mred' >&2; exit 1", "cannot read the cluster: \\x1b[31mred. Hint: "),
        ("echo '<html>'", "the cluster's answer to /a is not JSON"),
        ("printf '\\377'", "the cluster's answer to /a is not JSON"),
    ],
)
def test_anything_else_ends_it(program: Path, script: str, message: str) -> None:
    does(program, script)
    with pytest.raises(ClusterError) as error:
        of(program).get(["/a"])
    assert message in error.value.message


def test_a_program_that_does_not_end_is_stopped(program: Path) -> None:
    does(program, "exec sleep 600")
    with pytest.raises(ClusterError, match="kubectl took more than 1 s"):
        of(program, seconds=-4).get(["/a"])


def test_a_program_that_cannot_run_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ClusterError, match=r"cannot run .*: No such file or directory"):
        of(tmp_path / "none").get(["/a"])


def test_it_is_the_one_on_the_path(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(program.parent))
    assert kubectl("k", None, 3) == Kubectl(program=str(program), flags=("--kubeconfig=k",), seconds=3)
    monkeypatch.setenv("PATH", str(program.parent / "none"))
    with pytest.raises(ClusterError, match=r"kubectl is not on PATH. Hint: install it; an export"):
        kubectl(None, None, 3)
