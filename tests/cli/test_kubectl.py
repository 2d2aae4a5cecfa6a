"""kubectl as a program: what it is asked, and what becomes of each of its errors."""

import json
import stat
from pathlib import Path

import pytest

from function.base.problems import shown
from function.cli.kubectl import ClusterError, Kubectl, kubectl


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Return a program that prints its arguments as JSON, until a test gives it something else to do."""
    path = tmp_path / "kubectl"
    does(path, 'printf \'["%s"]\' "$*"')
    return path


def does(program: Path, script: str) -> None:
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


def of(program: Path, seconds: int = 10) -> Kubectl:
    return Kubectl(program=str(program), flags=("--context=c",), seconds=seconds, instead="with -f")


def test_paths_are_read_as_they_are_and_in_their_order(program: Path) -> None:
    assert of(program).read(["/a", "/b c;$(x)"]) == [
        (["get --raw /a --request-timeout=10s --context=c"], ""),
        (["get --raw /b c;$(x) --request-timeout=10s --context=c"], ""),
    ]


def test_what_does_not_exist_is_no_error(program: Path) -> None:
    does(program, "echo 'Error from server (NotFound): the server could not find the requested resource' >&2; exit 1")
    assert of(program).read(["/a"]) == [(None, "")]


def test_what_is_forbidden_is_told_and_ends_nothing(program: Path) -> None:
    does(program, "echo 'Error from server (Forbidden): pods is forbidden: User \"x\" cannot list' >&2; exit 1")
    assert of(program).read(["/a"]) == [(None, '(Forbidden): pods is forbidden: User "x" cannot list')]


WARNING = "echo 'W1122 15:04:05.000001 7 gcp.go:119] WARNING: the plugin is deprecated' >&2"


@pytest.mark.parametrize("after", [":", "echo >&2", "echo 'Warning: kubectl is too old' >&2"])
@pytest.mark.parametrize(("reason", "refused"), [("NotFound", ""), ("Forbidden", "(Forbidden): pods is forbidden")])
def test_warnings_around_an_answer_do_not_matter(program: Path, reason: str, refused: str, after: str) -> None:
    does(program, f"{WARNING}; echo 'Error from server ({reason}): pods is forbidden' >&2; {after}; exit 1")
    assert of(program).read(["/a"]) == [(None, refused)]


@pytest.mark.parametrize(
    ("script", "message"),
    [
        (
            "echo 'The connection was refused - did you specify the right host or port?' >&2; exit 1",
            "cannot read the cluster: The connection was refused - did you specify the right host or port. Hint: read",
        ),
        (
            "echo 'The connection to the server x:1 was refused' >&2; exit 1",
            "The connection to the server x:1 was refused",
        ),
        ("echo 'error: context \"c\" does not exist' >&2; exit 1", 'context "c" does not exist'),
        ("printf 'E1 memcache\\nUnable to connect to the server: EOF\\n' >&2; exit 1", "Unable to connect"),
        ("exit 7", "kubectl exited with 7"),
        ("printf '\\033[31mred' >&2; exit 1", "cannot read the cluster: \\x1b[31mred. Hint: read an export"),
    ],
)
def test_a_cluster_that_does_not_answer_ends_it(program: Path, script: str, message: str) -> None:
    does(program, script)
    with pytest.raises(ClusterError) as error:
        of(program).read(["/a"])
    assert message in error.value.message
    assert error.value.message.endswith(". Hint: read an export of the cluster instead, with -f")


@pytest.mark.parametrize("answer", ["<html>", "", "NaN", '{"replicas": -Infinity}', '{"replicas": 1e999}'])
def test_an_answer_that_is_not_json_ends_it(program: Path, answer: str) -> None:
    does(program, f"echo '{answer}'")
    with pytest.raises(ClusterError, match="the cluster's answer to /a is not JSON"):
        of(program).read(["/a"])


@pytest.mark.parametrize("levels", [101, 400, 50_000])
@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_an_answer_that_is_nested_too_deeply_ends_it(program: Path, levels: int, opening: str) -> None:
    program.with_name("answer").write_text(opening * levels + "1" + ("]" if opening == "[" else "}") * levels)
    does(program, 'cat "$(dirname "$0")/answer"')
    with pytest.raises(ClusterError, match="the cluster's answer to /a has more than 100 levels of nesting"):
        of(program).read(["/a"])


def test_an_answer_with_as_many_levels_as_a_file_may_have_is_read(program: Path) -> None:
    does(program, f"echo '{'[' * 100}1.5{']' * 100}'")
    assert json.dumps(of(program).read(["/a"])[0].document) == f"{'[' * 100}1.5{']' * 100}"


def test_a_program_that_hangs_is_stopped(program: Path) -> None:
    does(program, "exec sleep 600")
    with pytest.raises(ClusterError, match="kubectl took more than 1 s"):
        of(program, seconds=-4).read(["/a"])


def test_a_program_that_cannot_run_is_told(tmp_path: Path) -> None:
    with pytest.raises(ClusterError, match=r"cannot run .*: No such file or directory"):
        of(tmp_path / "none").read(["/a"])


def test_the_namespace_is_that_of_the_context(program: Path) -> None:
    does(program, "echo shop")
    assert of(program).namespace() == "shop"
    does(program, "echo 'error: current-context must exist in order to minify' >&2; exit 1")
    assert of(program).namespace() == "default"


@pytest.mark.parametrize("name", ["../kube-system", "a b", "Shop", "a.b", "x" * 64, "a?limit=1", "shop/pods"])
def test_a_namespace_of_the_context_that_cannot_exist_ends_it(program: Path, name: str) -> None:
    does(program, f"echo '{name}'")
    with pytest.raises(ClusterError) as error:
        of(program).namespace()
    wrong = f"the namespace of the kubeconfig's context must be a valid Kubernetes name; got {shown(name)}"
    assert error.value.message == f"{wrong}. Hint: correct it, or set --namespace"


def test_kubectl_is_looked_for_on_the_path(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(program.parent))
    assert kubectl("k", None, 3, instead="with -f") == Kubectl(
        program=str(program), flags=("--kubeconfig=k",), seconds=3, instead="with -f"
    )
    monkeypatch.setenv("PATH", str(program.parent / "none"))
    with pytest.raises(ClusterError, match=r"kubectl is not on PATH\. Hint: install it, or read an export"):
        kubectl(None, None, 3, instead="with -f")
