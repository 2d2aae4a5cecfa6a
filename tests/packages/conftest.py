"""The packages that `make packages` made, read back; skipped where there are none, unless REQUIRE_PACKAGES=1."""

import os
from pathlib import Path
from typing import NoReturn

import pytest

from tools.image.xpkg import Package

ROOT = Path(__file__).parents[2]
PACKAGES = ROOT / "build" / "packages"
NAMES = ("function-event-platform", "event-platform-claims", "event-platform-namespaced")
SOURCES = ("function", "apis", "compositions", "package", "tools/image", "tools/packages", "requirements.txt")


def unavailable(reason: str) -> NoReturn:
    """Skip, or fail where these tests were asked for."""
    if os.environ.get("REQUIRE_PACKAGES") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


def _newest(path: Path) -> float:
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.suffix in {".py", ".yaml", ".txt"}]
    return max(file.stat().st_mtime for file in files)


@pytest.fixture(scope="session")
def packages() -> dict[str, Package]:
    """Return the packages by name."""
    paths = {name: PACKAGES / f"{name}.xpkg" for name in NAMES}
    if not all(path.is_file() for path in paths.values()):
        unavailable("the packages are not built. run make packages-test")
    made = min(path.stat().st_mtime for path in paths.values())
    newer = [source for source in SOURCES if _newest(ROOT / source) > made]
    if newer:
        unavailable(f"{', '.join(newer)} changed since the packages were built. run make packages-test")
    return {name: Package(path) for name, path in paths.items()}


@pytest.fixture(scope="session")
def function(packages: dict[str, Package]) -> Package:
    """Return the function's package."""
    return packages[NAMES[0]]


@pytest.fixture(params=["claims", "namespaced"])
def scope(request: pytest.FixtureRequest) -> str:
    """Return each scope that there is a configuration for."""
    return str(request.param)


@pytest.fixture
def configuration(scope: str, packages: dict[str, Package]) -> Package:
    """Return the configuration of a scope."""
    return packages[f"event-platform-{scope}"]
