"""What a suite may read: files of its repository."""

import os
from pathlib import Path

import pytest

from function.check.errors import UnusableFileError
from function.check.files import confined, repository


@pytest.mark.parametrize(
    ("tree", "current", "expected"),
    [
        ("repo", ".", "repo"),
        ("repo", "repo/suites/team", "repo"),
        ("repo/suites", ".", "repo/suites"),
        (".", "repo", "."),
        (None, "repo", "repo"),
        (None, ".", "."),
        (None, "repo/suites/team", "repo/suites/team"),
        (None, "elsewhere", "repo/suites/team"),
    ],
)
def test_a_repository_is_a_work_tree_or_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tree: str | None, current: str, expected: str
) -> None:
    (tmp_path / "repo/suites/team").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    if tree is not None:
        (tmp_path / tree / ".git").write_text("gitdir: elsewhere\n")
    monkeypatch.chdir(tmp_path / current)
    assert repository(os.path.relpath(tmp_path / "repo/suites/team")) == str(tmp_path / expected)
    if current.endswith("team"):
        assert repository("") == str(tmp_path / expected)


@pytest.mark.parametrize(
    "path",
    [
        "../secret.yaml",
        "a/../../secret.yaml",
        "/etc/passwd",
        "/proc/self/environ",
        "link.yaml",
        "links/secret.yaml",
        "chain.yaml",
        "dangling.yaml",
        "..",
        "../repo2/a.yaml",
        ".git",
        ".git/config",
        "a/../.GIT/config",
        "git.yaml",
    ],
)
def test_no_path_leads_out_of_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    repo = tmp_path / "repo"
    for name in ("repo/a/b.yaml", "repo/.git/config", "repo2/a.yaml", "secret.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("token")
    for name, target in (
        ("link.yaml", "../secret.yaml"),
        ("links", ".."),
        ("chain.yaml", "link.yaml"),
        ("dangling.yaml", "../none"),
        ("git.yaml", ".git/config"),
    ):
        (repo / name).symlink_to(target)
    monkeypatch.chdir(repo)
    with pytest.raises(UnusableFileError, match=r"is no file of the repository\. Hint: copy the file there"):
        confined(path, str(repo))


def test_a_link_inside_of_a_repository_is_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text("a")
    Path("link.yaml").symlink_to("a.yaml")
    for path in ("a.yaml", "link.yaml", "none.yaml", ".", str(tmp_path / "a.yaml"), "../" + tmp_path.name + "/a.yaml"):
        confined(path, str(tmp_path))
