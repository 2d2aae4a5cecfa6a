"""A file is replaced as a whole, and stays what it is."""

import os
from pathlib import Path

import pytest

from function.check.errors import UnusableFileError, UnwritableFileError
from function.cli.save import put, put_all, save


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


@pytest.mark.parametrize("target", ["../elsewhere/b.yaml", ".git/config.yaml"])
def test_a_link_that_leads_out_of_the_repository_is_not_written(tmp_path: Path, target: str) -> None:
    (tmp_path / "own" / ".git").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "own/a.yaml"
    link.symlink_to(target)
    link.resolve().write_text("old")
    with pytest.raises(UnusableFileError, match=r"a\.yaml: is no file of the repository"):
        save(str(link), b"new")
    assert link.resolve().read_text() == "old"


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


def test_a_file_that_exists_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("old")
    (tmp_path / "a.yaml").chmod(0o600)
    put(str(tmp_path / "a.yaml"), b"new")
    assert (tmp_path / "a.yaml").read_text() == "new"
    assert (tmp_path / "a.yaml").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("target", ["../outside", "missing", "link", "/dev/null"])
def test_a_link_is_neither_followed_nor_replaced(tmp_path: Path, target: str) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "folder"
    outside.write_text("old")
    folder.mkdir()
    (folder / "link").symlink_to(target)
    with pytest.raises(UnwritableFileError, match=r"link: it is a link\. Hint: remove it"):
        put(str(folder / "link"), b"new")
    assert str((folder / "link").readlink()) == target
    assert (outside.read_text(), [found.name for found in folder.iterdir()]) == ("old", ["link"])


def test_a_pipe_stays_one(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnwritableFileError, match="pipe: not a regular file"):
        put(str(tmp_path / "pipe"), b"new")
    assert (tmp_path / "pipe").is_fifo()


def test_files_are_written_below_a_folder_that_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "folder").symlink_to("real")
    put_all(str(tmp_path / "folder"), {"a.yaml": b"a", "b/c.yaml": b"c"})
    assert ((tmp_path / "real/a.yaml").read_text(), (tmp_path / "real/b/c.yaml").read_text()) == ("a", "c")


@pytest.mark.parametrize(("link", "target"), [("b", "../outside"), ("b", "missing"), ("b/c.yaml", "../outside/c.yaml")])
def test_a_link_below_the_folder_is_found_before_anything_is_written(tmp_path: Path, link: str, target: str) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "folder" / link).parent.mkdir(parents=True)
    (tmp_path / "folder" / link).symlink_to(target)
    with pytest.raises(UnwritableFileError, match=f"folder/{link}: it is a link"):
        put_all(str(tmp_path / "folder"), {"a.yaml": b"a", "b/c.yaml": b"c"})
    assert not (tmp_path / "folder/a.yaml").exists()
    assert list((tmp_path / "outside").iterdir()) == []


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("mine")
    with pytest.raises(UnwritableFileError, match=r"cannot write .*b/c\.yaml"):
        put_all(str(tmp_path), {"b/c.yaml": b"c"})
    assert (tmp_path / "b").read_text() == "mine"


@pytest.mark.parametrize("name", ["folder", "none/a.yaml", "file/a.yaml"])
def test_where_no_file_can_be_nothing_is_left(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("")
    with pytest.raises(UnwritableFileError, match="cannot write"):
        put(str(tmp_path / name), b"new")
    assert sorted(found.name for found in tmp_path.iterdir()) == ["file", "folder"]
