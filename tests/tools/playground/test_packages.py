"""Packages are built completely or not at all, and removed when nobody uses them."""

import os
import time
from pathlib import Path

import pytest

from tools.playground import packages
from tools.playground.problem import Problem
from tools.playground.product import FUNCTION_PACKAGE


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the cache; a build there takes no time."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(packages, "_digest", lambda: "abc")
    monkeypatch.setattr(packages, "_build", build)
    return tmp_path / "function-event-platform"


def build(folder: Path) -> None:
    folder.mkdir()
    (folder / f"{FUNCTION_PACKAGE}.xpkg").write_text("built")


def names(cache: Path) -> list[str]:
    return sorted(path.name for path in cache.iterdir())


def test_they_are_built_once(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = packages.built()
    monkeypatch.setattr(packages, "_build", None)
    assert packages.built() == folder


def test_a_folder_without_the_package_is_built_again(cache: Path) -> None:
    (cache / "packages-abc").mkdir(parents=True)
    assert (packages.built() / f"{FUNCTION_PACKAGE}.xpkg").read_text() == "built"


def test_a_build_that_fails_leaves_nothing(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(folder: Path) -> None:
        folder.mkdir()
        raise Problem("no space left")

    monkeypatch.setattr(packages, "_build", fail)
    with pytest.raises(Problem, match="no space left"):
        packages.built()
    assert names(cache) == []


def test_what_nobody_has_used_for_a_day_is_removed(cache: Path) -> None:
    for name in ("packages-old", "packages.killed", "packages-new", "etcd-old"):
        (cache / name).mkdir(parents=True)
        age = 0 if name.endswith("new") else 2 * 86400
        os.utime(cache / name, (time.time() - age, time.time() - age))
    packages.built()
    assert names(cache) == ["etcd-old", "packages-abc", "packages-new"]


def test_a_change_of_a_source_changes_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "ROOT", tmp_path)
    monkeypatch.setattr(packages, "SOURCES", ("function",))
    (tmp_path / "function").mkdir()
    (tmp_path / "function" / "fn.py").write_text("1")
    before = packages._digest()
    (tmp_path / "function" / "fn.py").write_text("2")
    assert packages._digest() != before
