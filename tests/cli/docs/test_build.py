"""`platformctl docs build`: a folder with the site, and nothing that was somebody else's is lost."""

from pathlib import Path

import pytest

from tests.cli.conftest import OWN, Run, Write


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_files_are_written_and_listed(run: Run, write: Write, tmp_path: Path) -> None:
    done = run("docs", "build", "--platform-config", write("p.yaml", OWN), "--output", "a/site")
    assert (done.code, done.err) == (0, "")
    written = files(tmp_path / "a/site")
    assert {*done.out.split(), ".platformctl-site"} == set(written)
    assert b"apis.example.org" in written["index.html"]
    assert run("docs", "build", "--platform-config", "p.yaml", "--output", "a/site") == done
    assert files(tmp_path / "a/site") == written


def test_an_empty_folder_is_used(run: Run, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    assert run("docs", "build", "--output", "site").code == 0


@pytest.mark.parametrize("name", ["index.html", "notes.txt", ".git"])
def test_a_folder_with_something_else_stays_as_it_is(run: Run, write: Write, tmp_path: Path, name: str) -> None:
    write(f"site/{name}", "mine")
    done = run("docs", "build", "--output", "site")
    assert (done.code, done.out) == (2, "")
    hint = "Hint: name a new folder, or remove what is in this one"
    assert done.err == f"Error: site contains files of something else. {hint}\n"
    assert files(tmp_path / "site") == {name: b"mine"}


def test_a_file_is_no_folder(run: Run, write: Write) -> None:
    write("site", "mine")
    assert run("docs", "build", "--output", "site").code == 2
    assert Path("site").read_text() == "mine"


@pytest.mark.parametrize("name", ["site.css", ".platformctl-site"])
def test_no_file_is_written_through_a_link(run: Run, write: Write, name: str) -> None:
    assert run("docs", "build", "--output", "site").code == 0
    write("mine.css", "mine")
    Path("site", name).unlink()
    Path("site", name).symlink_to("../mine.css")
    done = run("docs", "build", "--output", "site")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"Error: cannot write site/{name}: it is a link. Hint: remove it")
    assert Path("mine.css").read_text() == "mine"


def test_a_link_to_nowhere_is_no_folder(run: Run) -> None:
    Path("site").symlink_to("missing")
    assert run("docs", "build", "--output", "site").code == 2
    assert not Path("missing").exists()


def test_pages_of_an_earlier_site_are_named_and_stay(run: Run, write: Write) -> None:
    assert run("docs", "build", "--output", "site").code == 0
    done = run("docs", "build", "--platform-config", write("p.yaml", OWN), "--output", "site")
    assert done.code == 0
    assert done.err == "api-eventdrivenservice.html: no longer part of the site; delete it\n"
    assert Path("site/api-eventdrivenservice.html").exists()


@pytest.mark.parametrize("words", [(), ("--output", ""), ("--output", "-"), ("site",)])
def test_wrong_usage(run: Run, words: tuple[str, ...]) -> None:
    assert run("docs", "build", *words).code == 3
    assert list(Path.cwd().iterdir()) == []


def test_wrong_settings_write_nothing(run: Run, write: Write) -> None:
    done = run("docs", "build", "--platform-config", write("p.yaml", "kind: Pod\n"), "--output", "site")
    assert done.code == 2
    assert not Path("site").exists()
