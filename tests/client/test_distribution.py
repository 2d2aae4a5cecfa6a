"""The server of a wheel: it is the one of the wheel, and it ends with the comparison."""

from pathlib import Path
from zipfile import ZipFile

import grpc
import pytest

from function.base.request import Request
from function.client import CallError, distribution
from function.client.call import connected
from function.client.distribution import served
from tests.client import wheels
from tests.documents import worker, xr

REQUEST = Request(xr=xr(worker()))


def zipped(path: Path, **files: str) -> str:
    """Write an archive with a package and return its path; two underscores in the name of a file are a slash."""
    with ZipFile(path, "w") as archive:
        archive.writestr("function/__init__.py", "")
        for name, content in files.items():
            archive.writestr(f"{name.replace('__', '/')}.py", content)
    return str(path)


def test_it_answers_as_the_version_in_the_wheel_and_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # what is set for another server, and what lies in the current folder, has no effect
    for name in ("ADDRESS", "TLS_SERVER_CERTS_DIR", "MAX_SEND_MESSAGE_SIZE"):
        monkeypatch.setenv(name, "/nowhere")
    (tmp_path / "function.py").write_text("raise SystemExit('not me')")
    monkeypatch.chdir(tmp_path)
    edits = {"function/base/labels.py": ('MANAGED_BY: "crossplane"', 'MANAGED_BY: "another"')}
    with served(wheels.wheel(tmp_path, edits)) as address, connected(address, None, None) as answer:
        assert "another" in str(answer(REQUEST).resources["deployment"].manifest)
    with grpc.insecure_channel(address) as channel, pytest.raises(grpc.FutureTimeoutError):
        grpc.channel_ready_future(channel).result(timeout=0.2)


def test_what_cannot_be_read_or_is_no_wheel_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "text.whl").write_text("x")
    with ZipFile(tmp_path / "bare.whl", "w") as archive:
        archive.writestr("function/main.py", "")
    files = {
        str(tmp_path / "none.whl"): "cannot be read: no such file or directory",
        str(tmp_path): "cannot be read: is a directory",
        str(tmp_path / "text.whl"): "it is not a wheel",
        zipped(tmp_path / "other.whl", other__main="x"): "it has no function/main.py, so it is not a version of this",
        str(tmp_path / "bare.whl"): "it has no function/__init__.py, so it is not a version of this",
    }
    for path, message in files.items():
        with pytest.raises(CallError, match=message), served(path):
            pass


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("raise SystemExit('cannot start:\\nno module')", "its server does not start: no module"),
        ("", "its server does not start: it says nothing"),
        ("import sys; print('[1]', '{\"msg\": \"serving\"}', '{', sep='\\n', file=sys.stderr)", "does not start: {"),
    ],
)
def test_a_server_that_does_not_start_is_an_error(tmp_path: Path, program: str, message: str) -> None:
    with pytest.raises(CallError, match=message), served(zipped(tmp_path / "a.whl", function__main=program)):
        pass


def test_one_that_never_serves_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(distribution, "_START_SECONDS", 0.1)
    path = zipped(tmp_path / "a.whl", function__main="import threading; threading.Event().wait()")
    with pytest.raises(CallError, match="its server does not start"), served(path):
        pass


def test_names_in_it_do_not_lead_out_of_its_folder(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.whl", function__main="")
    with ZipFile(path, "a") as archive:
        archive.writestr("../../escaped-platformctl-test", "x")
    with pytest.raises(CallError), served(path):
        pass
    assert not list(tmp_path.parent.glob("**/escaped-platformctl-test"))
