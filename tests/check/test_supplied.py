"""Resources in files, in place of those of a cluster."""

from pathlib import Path

import pytest

from function.check.errors import UnreadableFileError, UnusableFileError
from function.check.supplied import supplied


def test_the_resources_of_a_folder_come_in_the_order_of_its_files(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("kind: C\n")
    (tmp_path / "a.yaml").write_text("kind: A\n---\nkind: B\n")
    assert [resource.manifest["kind"] for resource in supplied(str(tmp_path))] == ["A", "B", "C"]


@pytest.mark.parametrize("text", ["a: [", "a: 1\na: 2\n"])
def test_a_file_with_errors_is_refused_with_its_line(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(text)
    with pytest.raises(UnusableFileError, match=r"line \d"):
        list(supplied(str(path)))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError):
        list(supplied(str(tmp_path / "a.yaml")))


@pytest.mark.parametrize("name", ["../secret.yaml", "link.yaml", ".", "links"])
def test_nothing_outside_of_a_root_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "secret.yaml").write_text("kind: Secret\n")
    (root / "link.yaml").symlink_to("../secret.yaml")
    (root / "links").symlink_to("..")
    monkeypatch.chdir(root)
    with pytest.raises(UnusableFileError, match="is no file of the repository"):
        list(supplied(name, root=str(root)))
