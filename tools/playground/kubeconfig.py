"""Kubeconfig files for an administrator with a certificate and for a ServiceAccount with a token."""

import base64
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml


def administrator(server: str, authority: Path, certificate: Path, key: Path) -> dict[str, Any]:
    """Return a kubeconfig with a client certificate; the files are embedded."""
    embedded = {"client-certificate-data": _encoded(certificate), "client-key-data": _encoded(key)}
    return _kubeconfig(server, authority, embedded)


def service_account(server: str, authority: Path, token: str) -> dict[str, Any]:
    """Return a kubeconfig with a token."""
    return _kubeconfig(server, authority, {"token": token})


def write(path: Path, content: Mapping[str, Any]) -> Path:
    """Write a kubeconfig that only its owner can read, and return its path."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        yaml.safe_dump(content, file)
    return path


def _kubeconfig(server: str, authority: Path, user: Mapping[str, str]) -> dict[str, Any]:
    cluster = {"server": server, "certificate-authority-data": _encoded(authority)}
    return {
        "apiVersion": "v1",
        "kind": "Config",
        "clusters": [{"name": "playground", "cluster": cluster}],
        "users": [{"name": "playground", "user": dict(user)}],
        "contexts": [{"name": "playground", "context": {"cluster": "playground", "user": "playground"}}],
        "current-context": "playground",
    }


def _encoded(path: Path) -> str:
    return base64.b64encode(path.read_bytes()).decode()
