"""A command line in this process, and the files it is given."""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from function.cli import main
from tests.cli.service_and_binding import BINDING

CLAIM = """\
apiVersion: platform.bizmatters.io/v1alpha1
kind: EventDrivenService
metadata:
  name: billing
  namespace: pay
spec:
  image: ghcr.io/acme/billing:v1
  size: small
  nats:
    stream: ORDERS
    consumer: billing
"""
OWN = """\
apiVersion: platform.fn.bizmatters.io/v1beta1
kind: PlatformConfig
spec:
  group: apis.example.org
  names: {EventDrivenService: {kind: Worker, plural: workers, shortName: wk}}
  sizes: {xs: {requests: {cpu: 50m}}}
  defaultSize: xs
"""
"""The settings of an organization with its own group, kind, and size."""


class Done(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Done]
Write = Callable[[str, str], str]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run platformctl in an empty folder, and not as part of a workflow of GitHub."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)

    def run(*words: str, stdin: str = "") -> Done:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        code = main(words)
        return Done(code, *capsys.readouterr())

    return run


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a file into that folder and return its path as it is typed."""

    def write(name: str, text: str) -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return name

    return write


@pytest.fixture
def claim() -> str:
    """Return a claim without a mistake."""
    return CLAIM


@pytest.fixture
def document(run: Run, write: Write) -> str:
    """Return a file with everything that the binding becomes."""
    return write("document.yaml", run("render", write("b.yaml", BINDING)).out)
