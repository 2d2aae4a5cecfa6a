"""Paths that lead out of the repository, or nowhere."""

from pathlib import Path

import pytest

from function.editor.positions import Point
from tests.cli.language_server.test_desk import codes, desk
from tests.editing import FILE


@pytest.mark.parametrize("parent", ["../outside.infra", "{absolute}", "link.infra", '"a\\0b"', ".git/config"])
def test_no_definition_is_outside_of_the_repository(tmp_path: Path, parent: str) -> None:
    folder, outside = tmp_path / "folder", tmp_path / "outside.infra"
    (folder / ".git").mkdir(parents=True)
    (folder / ".git/config").write_text("a: b\n")
    outside.write_text("streams: {}\n")
    (folder / "link.infra").symlink_to(outside)
    found = desk(folder, f"extends: {parent.format(absolute=outside)}\n{FILE}", "a.infra")
    assert [*found.definitions(found.texts[str(folder / "a.infra")], Point(0, 12))] == []
    assert codes(found, folder / "a.infra") == ["EP421"]


@pytest.mark.parametrize("path", ["/a\0b", "a\0b", "untitled:1", "", "/", "/dev/zero"])
def test_what_is_no_path_of_a_file_is_unknown(tmp_path: Path, path: str) -> None:
    found = desk(tmp_path)
    found.learn(path)
    found.compare(path)
    found.close(path)
    assert [*found.texts] == [str(tmp_path / "a.yaml")]
