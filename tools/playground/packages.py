"""The product's packages, built for the playground's registry and kept until a source of theirs changes."""

import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from tools.playground.problem import Problem
from tools.playground.product import FUNCTION_PACKAGE, PROVIDER_REPOSITORY, REPOSITORY, ROOT, SOURCES, TOOLS

_KEPT = 3


def built() -> Path:
    """Return the folder of the packages, built if need be; raises Problem."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "function-event-platform"
    folder = cache / f"packages-{_digest()}"
    if not (folder / f"{FUNCTION_PACKAGE}.xpkg").is_file():
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache, prefix="packages.") as work:
            _build(Path(work) / "made")
            shutil.rmtree(folder, ignore_errors=True)
            (Path(work) / "made").rename(folder)  # whole or not at all
    os.utime(folder)
    for old in sorted(cache.glob("packages-*"), key=lambda path: path.stat().st_mtime)[:-_KEPT]:
        shutil.rmtree(old)
    return folder


def _build(folder: Path) -> None:
    environment = os.environ | {"REPOSITORY": REPOSITORY, "PROVIDER": PROVIDER_REPOSITORY}
    done = subprocess.run([TOOLS / "packages", folder], env=environment, stdout=subprocess.DEVNULL, check=False)
    if done.returncode:
        raise Problem("the packages could not be built, see above")


def _digest() -> str:
    digest = hashlib.sha256()
    for source in SOURCES:
        path = ROOT / source
        files = [path] if path.is_file() else sorted(file for file in path.rglob("*") if file.is_file())
        for file in files:
            if "__pycache__" not in file.parts:
                digest.update(f"{file.relative_to(ROOT)}\0".encode())
                digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:12]
