"""A kubectl that is a shell script, whose answers are files that a test may change while it is used."""

import json
from pathlib import Path

import pytest

from function.base.manifest import Manifest

PROGRAM = """\
#!/bin/sh
if [ "$1" = config ]; then echo shop; exit; fi
name=$(printf %s "$3" | tr -c a-zA-Z0-9. _)
if [ -f "$0.$name" ]; then exec cat "$0.$name"; fi
echo 'Error from server (NotFound): the server could not find the requested resource' >&2
exit 1
"""
"""A kubectl whose answers are files; whatever has none does not exist."""
CLAIM = "_apis_platform.bizmatters.io_v1alpha1_namespaces_shop_eventdrivenservices_orders"


def put_on_path(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a kubectl on PATH that has no answers yet, and return it."""
    program = folder / "bin" / "kubectl"
    program.parent.mkdir()
    program.write_text(PROGRAM)
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
    return program


def answer(program: Path, path: str, document: Manifest) -> None:
    """Let the program answer with a document."""
    program.with_name(f"kubectl.{path}").write_text(json.dumps(document))
