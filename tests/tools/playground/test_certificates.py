"""Certificates that openssl makes."""

import shutil
import ssl
from pathlib import Path

import pytest

from tools.playground.certificates import Certificates
from tools.playground.problem import Problem

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl")


def test_a_certificate_and_its_key_belong_together(tmp_path: Path) -> None:
    certificates = Certificates(tmp_path / "made")
    certificates.authority("authority")
    certificates.issue("server", "authority", "/CN=server", "serverAuth", ["DNS:localhost", "IP:127.0.0.1"])
    context = ssl.create_default_context(cafile=str(certificates.certificate("authority")))
    context.load_cert_chain(certificates.certificate("server"), certificates.key("server"))


def test_keys_are_their_owners_alone(tmp_path: Path) -> None:
    certificates = Certificates(tmp_path / "made")
    certificates.authority("authority")
    assert certificates.key("authority").stat().st_mode & 0o077 == 0


def test_what_openssl_refuses_is_told_in_one_line(tmp_path: Path) -> None:
    certificates = Certificates(tmp_path)
    with pytest.raises(Problem, match=r"^openssl could not make server: [^\n]+$"):
        certificates.issue("server", "nobody", "/CN=server", "serverAuth")
