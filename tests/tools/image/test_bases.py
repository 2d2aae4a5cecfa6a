import io
import json
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
DIGEST = "debian@sha256:" + "0a" * 32
RUNTIME, BUILD = "org.opencontainers.image.base.name", "io.bizmatters.build-base"


def checked(folder: Path, config: dict[str, object]) -> tuple[int, str]:
    path = folder / "image.tar"
    files = {"c.json": {"config": config}, "manifest.json": [{"Config": "c.json", "Layers": []}]}
    with tarfile.open(path, "w") as archive:
        for name, content in files.items():
            data = json.dumps(content).encode()
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    command = [sys.executable, str(ROOT / "tools" / "image" / "bases.py"), str(path)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    return ended.returncode, ended.stderr


def test_bases_by_digest_pass(tmp_path: Path) -> None:
    assert checked(tmp_path, {"Labels": {RUNTIME: DIGEST, BUILD: DIGEST}}) == (0, "")


@pytest.mark.parametrize("label", [RUNTIME, BUILD])
@pytest.mark.parametrize(
    "base", ["debian:bookworm-slim", "debian", "", "debian@sha256:0a", "@sha256:" + "0a" * 32, f"{DIGEST} "]
)
def test_a_base_that_is_not_named_by_digest_is_refused(tmp_path: Path, label: str, base: str) -> None:
    code, printed = checked(tmp_path, {"Labels": {RUNTIME: DIGEST, BUILD: DIGEST, label: base}})
    assert code == 2
    assert printed.endswith(f"{label} must name a base by digest (name@sha256:...); got {base}\n")


@pytest.mark.parametrize("config", [{}, {"Labels": None}, {"Labels": {}}])
def test_an_image_that_does_not_tell_its_bases_is_refused(tmp_path: Path, config: dict[str, object]) -> None:
    code, printed = checked(tmp_path, config)
    assert code == 2
    assert printed.count("got no label") == 2


def test_the_image_of_the_dockerfile_tells_its_bases() -> None:
    text = (ROOT / "Dockerfile").read_text()
    assert f"LABEL {RUNTIME}=${{RUNTIME_BASE}} {BUILD}=${{BUILD_BASE}}" in text
