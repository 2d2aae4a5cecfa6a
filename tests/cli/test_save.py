"""A file is replaced as a whole, and stays what it is."""

import os
from pathlib import Path

import pytest

from function.check.errors import UnwritableFileError
from function.cli.save import save


def test_the_content_is_replaced_and_the_mode_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("old")
    path.chmod(0o640)
    save(str(path), b"new\r\n")
    assert path.read_bytes() == b"new\r\n"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [found.name for found in tmp_path.iterdir()] == ["a.yaml"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "b.yaml", tmp_path / "a.yaml"
    target.write_text("old")
    link.symlink_to(target.name)
    save(str(link), b"new")
    assert (link.is_symlink(), target.read_text()) == (True, "new")


@pytest.mark.parametrize("name", ["missing.yaml", "folder", "pipe", "loop"])
def test_what_is_no_file_is_not_written(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to("loop")
    os.mkfifo(tmp_path / "pipe")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(UnwritableFileError, match=f"cannot write .*{name}: "):
        save(str(tmp_path / name), b"new")
    assert sorted(tmp_path.iterdir()) == before


def test_nothing_remains_of_a_write_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("old")

    def full(_self: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(UnwritableFileError, match="no space left on device"):
        save(str(path), b"new")
    assert [(found.name, found.read_text()) for found in tmp_path.iterdir()] == [("a.yaml", "old")]
