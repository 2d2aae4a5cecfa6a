"""`platformctl compat`: this version of the function against another one."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run, Write
from tests.client.wheels import wheel
from tests.conformance.conftest import start as start_fixture
from tests.conformance.server import Server

start = start_fixture
NOTHING = "0 to add, 0 to change, 0 restart pods, 0 to delete\n"
EARLIER = {"function/base/labels.py": ('MANAGED_BY: "crossplane"', 'MANAGED_BY: "earlier"')}


@pytest.fixture
def claims(write: Write, claim: str) -> str:
    return write("claims/billing.yaml", claim).partition("/")[0]


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ((), "Missing option '--against'"),
        (("--against=",), "--against must be host:port, or the path of a wheel; got ''"),
        (("--against", "nowhere"), "--against must be host:port, or the path of a wheel; got 'nowhere'"),
        (("--against", "a:1"), "a running function needs either --tls-certs-dir or --insecure"),
        (("--against", "a:1", "--insecure", "--tls-certs-dir=a"), "a running function needs either"),
        (("--against", "a:1", "--insecure", "--tls-server-name=a"), "--tls-server-name is only allowed with"),
        (("--against", "a:1", "--tls-certs-dir="), "a path must not be empty"),
        (("--against", "a.whl", "--insecure"), "options for a connection cannot be used"),
        (("--against", "a.whl", "--tls-certs-dir=a"), "options for a connection cannot be used"),
        (("--against", "a.whl", "--tls-server-name=a"), "options for a connection cannot be used"),
        (("--against", "a.whl", ""), "a path must not be empty"),
    ],
)
def test_incorrect_usage(run: Run, words: tuple[str, ...], error: str) -> None:
    done = run("compat", *words)
    assert (done.out, done.code) == ("", 3)
    assert error in done.err


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("--against", "a.whl"), "cannot compare with a.whl: cannot be read: no such file or directory"),
        (("--against", "\x1b[31m.whl"), "cannot compare with \\x1b[31m.whl: cannot be read"),
        (("--against", "a:1", "--tls-certs-dir", "."), "cannot compare with a:1: cannot read ca.crt: no such file"),
        (("--against", "a.whl", "missing"), "cannot read missing: no such file or directory"),
    ],
)
@pytest.mark.usefixtures("claims")
def test_what_cannot_be_used_ends_it(run: Run, words: tuple[str, ...], error: str) -> None:
    done = run("compat", *words)
    assert (done.out, done.code) == ("", 2)
    assert done.err.startswith(f"Error: {error}")


def test_the_same_version_changes_nothing(run: Run, tmp_path: Path, claims: str) -> None:
    done = run("compat", claims, "--exit-code", "--against", wheel(tmp_path))
    assert (done.out, done.err, done.code) == (NOTHING, "", 0)


def test_what_this_version_changes_is_a_plan(run: Run, tmp_path: Path, claims: str) -> None:
    done = run("compat", claims, "--exit-code", "-o", "json", "--against", wheel(tmp_path, EARLIER))
    assert (done.err, done.code) == ("", 1)
    found = json.loads(done.out)
    assert found["summary"] | {"change": 4, "restart": 1} == found["summary"]
    (deployment,) = [item for item in found["claims"][0]["objects"] if item["kind"] == "Deployment"]
    assert {"path": "metadata.labels[app.kubernetes.io/managed-by]", "old": "earlier", "new": "crossplane"} in (
        deployment["changes"]
    )


def test_a_claim_that_only_this_version_refuses_is_refused(
    run: Run, write: Write, tmp_path: Path, claims: str, claim: str
) -> None:
    write("claims/more.yaml", claim.replace("name: billing", "name: more").replace("size: small", "size: tiny"))
    write("claims/wrong.yaml", claim.replace("name: billing", "name: wrong").replace("size: small", "size: none"))
    edits = {"function/platform/size.py": ('"small"', '"tiny"')}
    done = run("compat", claims, "--against", wheel(tmp_path, edits))
    assert "EventDrivenService pay/more\nx refused: all objects stay as they are\n    claims/more.yaml:" in done.out
    assert "note: the old version is refused, so it is not known what runs" in done.out
    assert "pay/wrong" not in done.out


def test_a_running_function_is_asked_with_the_settings_of_the_scope(
    run: Run, start: Callable[..., Server], write: Write, claims: str
) -> None:
    address = start("--insecure").address
    write("export.yaml", "")
    for scope in ("claims", "namespaced"):
        done = run("compat", claims, "export.yaml", "--against", address, "--insecure", "--scope", scope)
        assert (done.out, done.err) == (NOTHING, "")


def test_without_a_path_it_is_the_current_folder(run: Run, tmp_path: Path, claims: str) -> None:
    against = ("--against", wheel(tmp_path, EARLIER))
    assert "pay/billing" in run("compat", *against).out
    assert run("compat", "-", *against, stdin="").out == NOTHING
