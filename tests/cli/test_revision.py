"""Files of a revision: the same ones that are read in the working tree, and nothing but their content."""

import subprocess
from pathlib import Path

import pytest

from function.check import files
from function.check.errors import UnusableFileError
from function.check.files import discover
from function.check.load import load_file
from function.cli import revision
from function.cli.revision import files_at
from tests.cli.repository import commit, git, repository


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository that is the current folder."""
    monkeypatch.chdir(repository(tmp_path))
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def write(folder: Path, *names: str, content: str = "a: 1\n") -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content)


def names(where: str, path: str = ".") -> list[str]:
    return [file.name for file in files_at(where, path)]


def test_they_are_those_that_are_read_in_the_working_tree(repo: Path) -> None:
    write(repo, "b.yaml", "a.yml", "c.json", "sub/d.yaml", "e.txt", "f.yaml.disabled", ".g.yaml", ".h/i.yaml", "j")
    write(repo, "k.disabled/l.yaml", "sub-2/m.yaml", "é \t.yaml")
    (repo / "linked.yaml").symlink_to("sub/d.yaml")
    (repo / "folder.yaml").symlink_to("sub", target_is_directory=True)
    commit(repo)
    expected = [load_file(path) for path in discover(["."]).paths]
    found = files_at("main", ".")
    assert [file.name for file in found] == [f"main:{file.name}" for file in expected]
    assert [file.resources[0].value for file in found] == [file.resources[0].value for file in expected]


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("sub", ["main:sub/a.yaml", "main:sub/deep/b.yaml"]),
        ("sub/", ["main:sub/a.yaml", "main:sub/deep/b.yaml"]),
        ("./sub/deep/../deep", ["main:sub/deep/b.yaml"]),
        ("sub/a.yaml", ["main:sub/a.yaml"]),
        ("sub/c.txt", ["main:sub/c.txt"]),
        ("sub/*.yaml", []),
        ("su", []),
        (":/sub", []),
        ("-z", []),
        ("nothing/here", []),
    ],
)
def test_of_a_path_as_it_is_written(repo: Path, path: str, found: list[str]) -> None:
    write(repo, "sub/a.yaml", "sub/deep/b.yaml", "sub/c.txt", "other.yaml")
    commit(repo)
    assert names("main", path) == found


def test_a_path_is_relative_to_the_current_folder_or_absolute(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(repo, "sub/a.yaml", "b.yaml")
    commit(repo)
    monkeypatch.chdir(repo / "sub")
    assert names("main") == names("main", str(repo / "sub")) == ["main:sub/a.yaml"]
    assert names("main", "..") == ["main:b.yaml", "main:sub/a.yaml"]
    monkeypatch.chdir("/")
    assert names("main", str(repo / "b.yaml")) == ["main:b.yaml"]


def test_a_folder_that_is_gone_has_its_files_in_the_revision(repo: Path) -> None:
    write(repo, "sub/deep/a.yaml")
    commit(repo)
    (repo / "sub/deep/a.yaml").unlink()
    (repo / "sub/deep").rmdir()
    (repo / "sub").rmdir()
    assert names("main", "sub/deep") == ["main:sub/deep/a.yaml"]


def test_variables_of_a_hook_of_git_do_not_count(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(repo, "sub/a.yaml", "b.yaml")
    commit(repo)
    for folder in (f"{repo}/.git", ".git", "/nonexistent"):
        monkeypatch.setenv("GIT_DIR", folder)
        assert names("main", "sub") == ["main:sub/a.yaml"]
    monkeypatch.setenv("GIT_WORK_TREE", "/")
    monkeypatch.setenv("GIT_ICASE_PATHSPECS", "1")
    monkeypatch.setenv("GIT_GLOB_PATHSPECS", "1")
    assert names("main", "sub") == ["main:sub/a.yaml"]


def test_neither_the_index_nor_the_working_tree_nor_attributes_count(repo: Path) -> None:
    first = commit(
        repo, **{"a.yaml": "a: $Id$\n", ".gitattributes": "*.yaml export-ignore export-subst ident filter=no"}
    )
    commit(repo, **{"a.yaml": "a: 2\n"})
    (repo / "a.yaml").write_text("a: 3\n")
    git(repo, "add", "a.yaml")
    git(repo, "tag", "--no-sign", "v1", first)
    for where, value in ((first, "$Id$"), ("HEAD~1", "$Id$"), ("v1", "$Id$"), ("main", 2), ("HEAD", 2)):
        (file,) = files_at(where, ".")
        assert file.resources[0].value == {"a": value}


@pytest.mark.parametrize("where", ["nope", "HEAD~9", "HEAD:a.yaml", "HEAD..HEAD", "-x", "--all", "", "0" * 40])
def test_what_is_not_a_commit_is_an_error(repo: Path, where: str) -> None:
    commit(repo, **{"a.yaml": "a: 1\n"})
    with pytest.raises(UnusableFileError, match=r"the repository has no such commit. Hint: fetch it first"):
        files_at(where, ".")


def test_a_folder_outside_of_a_repository_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UnusableFileError, match=r"^cannot use HEAD: not a git repository"):
        files_at("HEAD", str(tmp_path))


@pytest.mark.parametrize("target", ["nowhere.yaml", "/etc/hostname", "../outside.yaml", "link.yaml", "a.yaml/b"])
def test_a_link_to_nothing_in_the_revision_is_an_error(repo: Path, target: str) -> None:
    (repo / "link.yaml").symlink_to(target)
    commit(repo, **{"a.yaml": "a: 1\n"})
    with pytest.raises(UnusableFileError, match=r"cannot use main:link.yaml: git does not have its content"):
        files_at("main", ".")


def test_so_is_a_submodule_and_a_name_with_a_line_break(repo: Path) -> None:
    first = commit(repo)
    git(repo, "update-index", "--add", "--cacheinfo", f"160000,{first},module.yaml")
    git(repo, "commit", "--quiet", "--message=x")
    with pytest.raises(UnusableFileError, match=r"cannot use HEAD:module.yaml: git cannot read it"):
        files_at("HEAD", ".")
    assert files_at(first, ".") == []
    git(repo, "rm", "--quiet", "--cached", "module.yaml")
    commit(repo, **{"a\nb.yaml": "a: 1\n"})
    with pytest.raises(UnusableFileError, match=r"cannot use HEAD:a\\nb.yaml: git cannot read it"):
        files_at("HEAD", ".")


def test_so_is_a_file_that_is_too_large_as_it_is_in_the_working_tree(
    repo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "BYTES_MAX", 2**20)
    commit(repo, **{"a.yaml": "#" * (2**20 + 1)})
    with pytest.raises(UnusableFileError, match=r"cannot use main:a.yaml: larger than 1 MiB"):
        files_at("main", ".")


def test_a_commit_without_its_files_is_an_error(repo: Path) -> None:
    commit(repo, **{"a.yaml": "a: 1\n"})
    digest = git(repo, "rev-parse", "HEAD:a.yaml")
    (repo / ".git/objects" / digest[:2] / digest[2:]).unlink()
    with pytest.raises(UnusableFileError, match=r"cannot use HEAD:a.yaml: git does not have its content"):
        files_at("HEAD", ".")


def test_without_git_there_is_an_error(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repo))
    with pytest.raises(UnusableFileError, match="git cannot be run: No such file or directory"):
        files_at("HEAD", ".")


def test_git_that_does_not_end_is_an_error(repo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = repo / "git"
    program.write_text("#!/bin/sh\nread line < fifo\n")
    program.chmod(0o755)
    subprocess.run(["mkfifo", "fifo"], check=True)
    monkeypatch.setenv("PATH", f"{repo}:/usr/bin:/bin")
    monkeypatch.setattr(revision, "_SECONDS", 0.1)
    with pytest.raises(UnusableFileError, match=r"git took more than 0.1 s"):
        files_at("HEAD", ".")


def test_hooks_and_commands_of_the_repository_are_not_run(repo: Path) -> None:
    commit(repo, **{"a.yaml": "a: 1\n", ".gitattributes": "*.yaml filter=evil diff=evil\n"})
    for key in ("filter.evil.smudge", "filter.evil.process", "diff.evil.textconv", "core.fsmonitor", "core.pager"):
        git(repo, "config", key, f"touch {repo}/ran; false")
    assert names("HEAD") == ["HEAD:a.yaml"]
    assert not (repo / "ran").exists()
