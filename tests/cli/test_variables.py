"""Variables come from the environment, then from a file."""

from pathlib import Path

import pytest

from function.check.errors import UnreadableFileError, UnusableFileError
from function.cli.variables import sources


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(env_file: str | None) -> list[str]:
    return [source.name for source in sources(env_file)]


def test_without_a_file_there_is_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAFKA_BROKERS", "b:1")
    (environment,) = sources(None)
    assert environment.name == "environment"
    assert environment.values["KAFKA_BROKERS"] == "b:1"


def test_a_folder_of_that_name_is_not_the_file(folder: Path) -> None:
    (folder / ".env").mkdir()
    assert names(None) == ["environment"]


def test_the_file_in_the_current_folder_comes_second(folder: Path) -> None:
    (folder / ".env").write_text("A=1\n")
    assert names(None) == ["environment", ".env"]
    assert sources(None)[1].values == {"A": "1"}


def test_a_named_file_replaces_it(folder: Path) -> None:
    (folder / ".env").write_text("A=1\n")
    (folder / "other").write_text("B=2\n")
    assert names("other") == ["environment", "other"]
    assert sources("other")[1].values == {"B": "2"}


def test_a_named_file_must_exist() -> None:
    with pytest.raises(UnreadableFileError, match="cannot read other: no such file"):
        sources("other")


@pytest.mark.parametrize("name", [None, ".env"])
def test_a_file_with_anything_else_is_refused(folder: Path, name: str | None) -> None:
    (folder / ".env").write_text("A=1\nhunter2\n")
    with pytest.raises(UnusableFileError) as caught:
        sources(name)
    assert str(caught.value) == "cannot use .env: line 2: must be NAME=value"
