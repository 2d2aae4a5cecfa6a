"""What is read, and in which order."""

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from function.check.errors import UnreadableFileError
from function.check.files import BYTES_MAX, Discovered, content, discover, display_name, is_below, is_visible


def refuse_to_list(monkeypatch: pytest.MonkeyPatch, refused: str) -> None:
    """Make the system refuse to list one folder; permissions do not stop root, as whom tests may run."""
    listed = os.scandir

    def scandir(path: str) -> Iterator[os.DirEntry[str]]:
        if Path(path).name == refused:
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("b.yaml", "a.yml", "c.json", "sub/d.yaml", "e.txt", "f.yaml.disabled", ".g.yaml", ".h/i.yaml", "j"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    (tmp_path / "k.disabled").mkdir()
    (tmp_path / "k.disabled" / "l.yaml").write_text("l")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_what_is_hidden_disabled_or_of_another_suffix_is_left_out_of_a_folder(folder: Path) -> None:
    assert list(discover(["."]).paths) == ["a.yml", "b.yaml", "c.json", "sub/d.yaml"]


def test_a_link_to_a_folder_is_not_followed(folder: Path) -> None:
    assert not [path for path in discover([str(folder)]).paths if "loop" in path]


def test_a_file_that_is_named_is_read_whatever_it_is_called(folder: Path) -> None:
    assert list(discover(["e.txt", "-", ".h/i.yaml", "nowhere"]).paths) == ["e.txt", "-", ".h/i.yaml", "nowhere"]


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    assert list(discover(["b.yaml", ".", "b.yaml"]).paths) == ["b.yaml", "a.yml", "c.json", "sub/d.yaml"]


@pytest.mark.parametrize(
    ("given", "read"),
    [
        (["b.yaml", "./b.yaml"], ["b.yaml"]),
        (["./b.yaml", "b.yaml", ".//b.yaml"], ["./b.yaml"]),
        (["./sub", "sub/d.yaml"], ["sub/d.yaml"]),
        (["-", "./-", "-"], ["-", "./-"]),
        (["sub/../b.yaml", "b.yaml"], ["sub/../b.yaml", "b.yaml"]),
    ],
)
@pytest.mark.usefixtures("folder")
def test_two_spellings_of_one_path_are_one_file_as_it_was_first_written(given: list[str], read: list[str]) -> None:
    assert discover(given).paths == tuple(read)


def test_a_missing_file_is_an_error_with_its_reason() -> None:
    with pytest.raises(UnreadableFileError, match=r"^cannot read nowhere\.yaml: no such file or directory$"):
        content("nowhere.yaml")


def test_a_folder_is_no_file(folder: Path) -> None:
    with pytest.raises(UnreadableFileError, match=r"^cannot read sub: is a directory$"):
        content("sub")


@pytest.mark.parametrize("paths", [["."], ["sub", "b.yaml", "."], ["./", "./sub"]])
def test_a_folder_that_cannot_be_listed_hides_no_other(
    folder: Path, monkeypatch: pytest.MonkeyPatch, paths: list[str]
) -> None:
    refuse_to_list(monkeypatch, "sub")
    found = discover(paths)
    assert sorted(found.paths) == ["a.yml", "b.yaml", "c.json"]
    assert [str(error) for error in found.unreadable] == ["cannot read sub: permission denied"]


def test_in_a_folder_only_regular_files_are_read(folder: Path) -> None:
    for name in ("sub/d.yaml", "a.yml", "b.yaml", "c.json"):
        (folder / name).unlink()
    os.mkfifo(folder / "pipe.yaml")
    (folder / "zero.yaml").symlink_to("/dev/zero")
    (folder / "linked-pipe.yaml").symlink_to("pipe.yaml")
    (folder / "folder.yaml").symlink_to("sub", target_is_directory=True)
    (folder / "link.yaml").symlink_to("e.txt")
    assert list(discover(["."]).paths) == ["link.yaml"]


@pytest.mark.parametrize(
    ("target", "reason"), [("nowhere", "no such file or directory"), ("g.yaml", "too many levels of symbolic links")]
)
def test_a_broken_link_in_a_folder_is_not_passed_over(folder: Path, target: str, reason: str) -> None:
    (folder / "g.yaml").symlink_to(target)
    assert "g.yaml" in discover(["."]).paths
    with pytest.raises(UnreadableFileError, match=rf"^cannot read g\.yaml: {reason}$"):
        content("g.yaml")


def test_folders_may_lie_deeper_than_python_recurses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    depth = 1100
    monkeypatch.chdir(tmp_path)
    for _ in range(depth):
        Path("a").mkdir()
        os.chdir("a")
    Path("b.yaml").touch()
    monkeypatch.chdir(tmp_path)
    found = discover(["."])
    # pytest cannot remove it
    subprocess.run(["rm", "-r", "a"], check=True)
    assert found == Discovered(("a/" * depth + "b.yaml",), ())


def test_a_pipe_that_is_named_is_read(folder: Path) -> None:
    os.mkfifo("pipe")
    with subprocess.Popen(["sh", "-c", "echo 'a: 1' > pipe"]):
        assert list(discover(["pipe"]).paths) == ["pipe"]
        assert content("pipe") == b"a: 1\n"


@pytest.mark.parametrize("size", [0, 1, BYTES_MAX])
def test_a_file_of_the_maximum_size_is_read(tmp_path: Path, size: int) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"#" * size)
    assert len(content(str(path))) == size


def test_a_larger_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"#" * (BYTES_MAX + 1))
    with pytest.raises(UnreadableFileError, match=r"a\.yaml: larger than 16 MiB$"):
        content(str(path))


def test_a_device_without_an_end_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match=r"^cannot read /dev/zero: larger than 16 MiB$"):
        content("/dev/zero")


@pytest.mark.parametrize(("size", "reason"), [(BYTES_MAX, None), (BYTES_MAX + 1, "larger than 16 MiB")])
def test_standard_input_has_the_same_maximum(monkeypatch: pytest.MonkeyPatch, size: int, reason: str | None) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"#" * size)))
    if reason is None:
        assert len(content("-")) == size
    else:
        with pytest.raises(UnreadableFileError, match=f"^cannot read <stdin>: {reason}$"):
            content("-")


def test_standard_input_that_is_closed_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(UnreadableFileError, match=r"^cannot read <stdin>: closed$"):
        content("-")


@pytest.mark.parametrize(
    ("path", "name"), [("-", "<stdin>"), ("./-", "./-"), ("größe.yaml", "größe.yaml"), ("a\udcff.yaml", "a\ufffd.yaml")]
)
def test_a_file_is_shown_by_a_name_that_can_be_printed(path: str, name: str) -> None:
    assert display_name(path) == name


@pytest.mark.parametrize(
    ("path", "folder", "below"),
    [("a/b.yaml", "a", True), ("a/b/c.yaml", "./a/", True), ("a.yaml", ".", True), ("ab/c.yaml", "a", False)],
)
def test_a_path_is_below_its_folders(path: str, folder: str, below: bool) -> None:
    assert is_below(path, folder) is below


@pytest.mark.parametrize("name", [".", ".a.yaml", ".git", "a.disabled", "a.yaml.disabled", ".disabled"])
def test_what_is_hidden_or_disabled_is_not_visible(name: str) -> None:
    assert not is_visible(name)
    assert is_visible(f"a{name}b")
