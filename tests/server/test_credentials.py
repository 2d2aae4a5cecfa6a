import shutil
from pathlib import Path

import grpc
import pytest

from function.server import StartError
from function.server.credentials import load

CERTIFICATES = Path(__file__).parent / "certs"
PEM = "not a PEM certificate"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder as Crossplane mounts it, to be spoilt."""
    return shutil.copytree(CERTIFICATES / "server", tmp_path / "tls")


def refusal(folder: Path) -> str:
    with pytest.raises(StartError) as caught:
        load(str(folder))
    return str(caught.value)


@pytest.mark.parametrize("name", ["tls.crt", "tls.key", "ca.crt"])
def test_a_file_that_is_missing_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert refusal(folder) == f"cannot read {folder / name}: no such file or directory"


@pytest.mark.parametrize("name", ["tls.crt", "tls.key", "ca.crt"])
def test_a_file_that_cannot_be_read_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    (folder / name).mkdir()
    assert refusal(folder) == f"cannot read {folder / name}: is a directory"


def test_a_key_of_another_certificate_is_refused(folder: Path) -> None:
    shutil.copy(CERTIFICATES / "client" / "tls.key", folder)
    assert refusal(folder) == (
        f"cannot use {folder}/tls.crt with {folder}/tls.key: the key does not match the certificate"
    )


@pytest.mark.parametrize("text", ["", "no certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"])
@pytest.mark.parametrize("name", ["tls.crt", "ca.crt"])
def test_a_certificate_that_is_none_is_refused(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text)
    assert refusal(folder).startswith(f"cannot use {folder / name}")
    assert PEM in refusal(folder)


def test_a_key_that_is_none_is_refused_and_never_shown(folder: Path) -> None:
    (folder / "tls.key").write_text("canary-5up3r")
    assert "an unencrypted key" in refusal(folder)
    assert "canary" not in refusal(folder)


def test_a_key_behind_a_password_is_refused_and_nobody_is_asked(folder: Path) -> None:
    (folder / "tls.key").write_text(
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIGbMFcGCSqGSIb3DQEFDTBK\n-----END ENCRYPTED PRIVATE KEY-----\n"
    )
    assert "not a PEM certificate and an unencrypted key" in refusal(folder)


def test_what_crossplane_mounts_is_taken() -> None:
    assert isinstance(load(str(CERTIFICATES / "server")), grpc.ServerCredentials)


def test_several_certificates_of_authorities_are_taken_for_a_rotation(folder: Path) -> None:
    both = (CERTIFICATES / "server" / "ca.crt").read_text() + (CERTIFICATES / "stranger" / "tls.crt").read_text()
    (folder / "ca.crt").write_text(both)
    assert isinstance(load(str(folder)), grpc.ServerCredentials)
