"""A file is replaced as a whole, and stays what it is."""

import os
from pathlib import Path

import pytest

from function.check.errors import UnwritableFileError
from function.cli.save import put, save, writing


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


def test_a_new_file_has_the_mode_of_new_files(tmp_path: Path) -> None:
    put(str(tmp_path / "a.yaml"), b"new")
    (tmp_path / "b.yaml").write_text("new")
    assert (tmp_path / "a.yaml").read_text() == "new"
    assert (tmp_path / "a.yaml").stat().st_mode == (tmp_path / "b.yaml").stat().st_mode
    put(str(tmp_path / "a.yaml"), b"newer")
    assert sorted(found.name for found in tmp_path.iterdir()) == ["a.yaml", "b.yaml"]
    assert (tmp_path / "a.yaml").read_text() == "newer"


@pytest.mark.parametrize("target", ["../outside", "missing", "link"])
def test_a_link_is_replaced_and_not_followed(tmp_path: Path, target: str) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "folder"
    outside.write_text("old")
    folder.mkdir()
    (folder / "link").symlink_to(target)
    put(str(folder / "link"), b"new")
    assert ((folder / "link").is_symlink(), (folder / "link").read_text()) == (False, "new")
    assert (outside.read_text(), [found.name for found in folder.iterdir()]) == ("old", ["link"])


@pytest.mark.parametrize("name", ["folder", "none/a.yaml", "file/a.yaml"])
def test_where_no_file_can_be_nothing_is_left(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("")
    with pytest.raises(UnwritableFileError, match="cannot write"):
        put(str(tmp_path / name), b"new")
    assert sorted(found.name for found in tmp_path.iterdir()) == ["file", "folder"]


@pytest.mark.parametrize(
    ("error", "named"),
    [
        (FileNotFoundError(2, "No such file or directory", "site/a.html"), "site/a.html: no such file or directory"),
        (OSError(28, "No space left on device"), "site: no space left on device"),
    ],
)
def test_what_cannot_be_written_is_named(error: OSError, named: str) -> None:
    with pytest.raises(UnwritableFileError) as raised, writing("site"):
        raise error
    assert str(raised.value) == f"cannot write {named}"
