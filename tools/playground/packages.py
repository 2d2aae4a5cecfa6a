"""The product's packages, built for the playground's registry and cached until their sources change."""

import hashlib
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from tools.playground import child
from tools.playground.problem import Problem
from tools.playground.product import FUNCTION_PACKAGE, PROVIDER_REPOSITORY, REPOSITORY, ROOT, SOURCES, TOOLS

_KEPT_SECONDS = 24 * 60 * 60


def built() -> Path:
    """Return the folder with the packages; builds them if they are missing. Raises Problem."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "function-event-platform"
    folder = cache / f"packages-{_digest()}"
    if not (folder / f"{FUNCTION_PACKAGE}.xpkg").is_file():
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache, prefix="packages.") as work:
            _build(Path(work) / "made")
            shutil.rmtree(folder, ignore_errors=True)
            (Path(work) / "made").rename(folder)  # complete or not at all
    os.utime(folder)
    _remove_old(cache)
    return folder


def _remove_old(cache: Path) -> None:
    """Remove packages that nobody has used for a day, and what a killed build has left."""
    for path in cache.glob("packages[-.]*"):
        if path.stat().st_mtime < time.time() - _KEPT_SECONDS:
            shutil.rmtree(path)


def _build(folder: Path) -> None:
    environment = os.environ | {"REPOSITORY": REPOSITORY, "PROVIDER": PROVIDER_REPOSITORY}
    code, _ = child.run([TOOLS / "packages", folder], environment=environment, stdout=subprocess.PIPE)
    if code:
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
