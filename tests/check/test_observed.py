"""Observed resources are known by their annotation, wherever they stand."""

from pathlib import Path

import pytest

from function.check.errors import UnreadableFileError, UnusableFileError
from function.check.observed import load


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def resource(key: str, kind: str = "Object") -> str:
    return f"{{kind: {kind}, metadata: {{annotations: {{crossplane.io/composition-resource-name: {key}}}}}}}\n"


def saved(**files: str) -> str:
    """Write files into a folder and return its path."""
    Path("seen").mkdir()
    for name, text in files.items():
        Path("seen", f"{name}.yaml").write_text(text)
    return "seen"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "kind: Object\n",
            "cannot use seen/a.yaml: line 1: no annotation crossplane.io/composition-resource-name",
        ),
        (
            f"kind: Pod\n---\n{resource('7')}",
            "cannot use seen/a.yaml: line 1: no annotation crossplane.io/composition-resource-name",
        ),
        (
            f"\n\n{resource('7')}",
            "cannot use seen/a.yaml: line 3: no annotation crossplane.io/composition-resource-name",
        ),
        (
            "- text\n",
            "cannot use seen/a.yaml: line 1: no annotation crossplane.io/composition-resource-name",
        ),
        (
            f"{resource('a')}---\na: 1\na: 2\n",
            (
                "cannot use seen/a.yaml: line 4: duplicate key 'a'; it is also on line 3, and the last one wins. "
                "Hint: remove one of them"
            ),
        ),
        (
            "a: 1\na: 2\n---\na: *b\n",
            "cannot use seen/a.yaml: line 4: not YAML: alias '*b' has no anchor above it",
        ),
        (
            f"{resource('a')}---\na: *b\n",
            "cannot use seen/a.yaml: line 3: not YAML: alias '*b' has no anchor above it",
        ),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_as_a_whole(text: str, message: str) -> None:
    with pytest.raises(UnusableFileError) as caught:
        load(saved(a=text))
    assert str(caught.value) == message


def test_a_key_that_two_files_use_is_refused_in_the_second() -> None:
    with pytest.raises(UnusableFileError) as caught:
        load(saved(b=resource("service"), a=resource("service")))
    assert str(caught.value) == (
        "cannot use seen/b.yaml: line 1: annotation crossplane.io/composition-resource-name occurs twice; got 'service'"
    )


def test_a_missing_path_is_told() -> None:
    with pytest.raises(UnreadableFileError, match=r"^cannot read seen: no such file or directory$"):
        load("seen")


@pytest.mark.parametrize("path", [None, ""])
def test_without_a_path_nothing_is_observed(path: str | None) -> None:
    assert load(path) == {}


def test_an_empty_folder_means_that_nothing_is_there_yet() -> None:
    assert load(saved()) == {}


def test_documents_and_items_of_lists_count_alike() -> None:
    items = f"kind: List\nitems:\n- {resource('c', 'Third')}- {resource('d', 'Fourth')}"
    found = load(saved(a=f"{resource('a', 'First')}---\n{resource('b', 'Second')}", b=items))
    assert {key: manifest["kind"] for key, manifest in found.items()} == {
        "a": "First",
        "b": "Second",
        "c": "Third",
        "d": "Fourth",
    }
