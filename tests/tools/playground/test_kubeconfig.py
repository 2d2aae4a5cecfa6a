"""Kubeconfig files hold what they need, and are their owner's."""

import base64
from pathlib import Path
from typing import Any

import pytest
import yaml

from tools.playground import kubeconfig


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "some.crt"
    path.write_text("certificate")
    return path


def test_an_administrator_signs_in_with_a_certificate(file: Path) -> None:
    content = kubeconfig.administrator("https://127.0.0.1:6443", file, file, file)
    user: dict[str, Any] = content["users"][0]["user"]
    assert base64.b64decode(user["client-key-data"]) == b"certificate"
    assert content["clusters"][0]["cluster"]["server"] == "https://127.0.0.1:6443"


def test_a_service_account_has_a_token_and_nothing_else(file: Path) -> None:
    content = kubeconfig.service_account("https://127.0.0.1:6443", file, "secret")
    assert content["users"] == [{"name": "playground", "user": {"token": "secret"}}]


def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    path = kubeconfig.write(tmp_path / "kubeconfig", {"kind": "Config"})
    assert path.stat().st_mode & 0o777 == 0o600
    assert yaml.safe_load(path.read_text()) == {"kind": "Config"}
