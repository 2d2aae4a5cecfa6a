"""The real programs, found once, and our own server, started once."""

import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.crossplane.layout import BIN, ROOT
from tests.crossplane.real import Crossplane


@pytest.fixture(scope="session")
def programs() -> Mapping[str, Path]:
    """Return the Go programs by name; without them the tests are skipped, or fail if they are asked for."""
    found = subprocess.run([ROOT / "tools" / "build", "-n"], capture_output=True, text=True, check=False)
    if found.returncode == 0:
        return {name: Path(path) for name, _, path in (line.partition(" ") for line in found.stdout.splitlines())}
    if os.environ.get("REQUIRE_CROSSPLANE") == "1":
        pytest.fail(found.stderr)
    pytest.skip("the real crossplane CLI is not built. run make crossplane-render")


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Start the function as its image does, apart from TLS, and return where it listens."""
    command = [str(BIN / "function"), "--insecure", "--address", "127.0.0.1:0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        first = json.loads(server.stderr.readline())
        assert first["msg"] == "serving"
        yield first["address"]
        server.terminate()


@pytest.fixture
def crossplane(programs: Mapping[str, Path], address: str, tmp_path: Path) -> Crossplane:
    """Return the real CLI with our function behind it."""
    return Crossplane(programs, tmp_path, address)
