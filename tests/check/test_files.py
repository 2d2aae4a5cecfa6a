"""What is read, and in which order."""

from pathlib import Path

import pytest

from function.check.errors import UnreadableFileError
from function.check.files import content, discover, display_name


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
    assert list(discover(["."])) == ["a.yml", "b.yaml", "c.json", "sub/d.yaml"]


def test_a_link_to_a_folder_is_not_followed(folder: Path) -> None:
    assert not [path for path in discover([str(folder)]) if "loop" in path]


def test_a_file_that_is_named_is_read_whatever_it_is_called(folder: Path) -> None:
    assert list(discover(["e.txt", "-", ".h/i.yaml", "nowhere"])) == ["e.txt", "-", ".h/i.yaml", "nowhere"]


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    assert list(discover(["b.yaml", ".", "b.yaml"])) == ["b.yaml", "a.yml", "c.json", "sub/d.yaml"]


def test_a_missing_file_is_an_error_with_its_reason() -> None:
    with pytest.raises(UnreadableFileError, match=r"^cannot read nowhere\.yaml: no such file or directory$"):
        content("nowhere.yaml")


def test_a_folder_is_no_file(folder: Path) -> None:
    with pytest.raises(UnreadableFileError, match=r"^cannot read sub: is a directory$"):
        content("sub")


def test_a_folder_that_cannot_be_listed_is_an_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", denied)
    with pytest.raises(UnreadableFileError, match=r"^cannot read sub: permission denied$"):
        list(discover(["sub"]))


@pytest.mark.parametrize(
    ("path", "name"), [("-", "<stdin>"), ("./-", "./-"), ("größe.yaml", "größe.yaml"), ("a\udcff.yaml", "a\ufffd.yaml")]
)
def test_a_file_is_shown_by_a_name_that_can_be_printed(path: str, name: str) -> None:
    assert display_name(path) == name
