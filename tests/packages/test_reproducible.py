"""A second build, in another folder and under another umask, gives the same bytes."""

import os
import shlex
import subprocess
from hashlib import sha256
from pathlib import Path

import pytest

from tests.packages.conftest import PACKAGES, ROOT, unavailable
from tools.image.xpkg import Package


@pytest.mark.skipif(os.environ.get("REQUIRE_PACKAGES") != "1", reason="builds anew, needs network: make packages-test")
def test_building_twice_gives_the_same_packages(packages: dict[str, Package], tmp_path: Path) -> None:
    if not (PACKAGES / "image.tar").is_file():
        unavailable("these packages hold an image that was made elsewhere")
    (tmp_path / "a folder of another length").mkdir()
    build = f"umask 077; exec {shlex.quote(str(ROOT / 'tools' / 'packages'))} {shlex.quote(str(tmp_path / 'again'))}"
    environment = os.environ | {"TMPDIR": str(tmp_path / "a folder of another length")}
    subprocess.run(["bash", "-c", build], env=environment, check=True, capture_output=True)
    for name, package in packages.items():
        again = tmp_path / "again" / f"{name}.xpkg"
        assert sha256(again.read_bytes()).digest() == sha256(package.path.read_bytes()).digest(), name
