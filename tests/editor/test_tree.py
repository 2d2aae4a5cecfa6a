"""What the claims of a workspace say about each other."""

import pytest

from function.check import platform
from function.check.check_file import check_file
from function.check.load import load_content
from function.editor.tree import Tree
from function.editor.workspace import Workspace
from tests.editing import BINDING, CLAIM

PLATFORM = platform.load(None)
READER = CLAIM.replace("name: orders", "name: reader")
BOUND = f"{READER.replace('consumer: orders', 'consumer: reader')}  bindingRef:\n    name: payment\n    sidecar: true\n"


def codes(tree: Tree, name: str, text: str) -> list[str]:
    loaded = load_content(name, text.encode())
    fetch = Workspace(PLATFORM).fetch
    checked = check_file(loaded, PLATFORM, linked=True, fetch=fetch)
    return [finding.code for finding in tree.compared(name, loaded, checked).findings]


def tree(*texts: str) -> Tree:
    found = Tree()
    for number, text in enumerate(texts):
        codes(found, f"{number}.yaml", text)
    found.is_whole = True
    return found


@pytest.mark.parametrize(
    ("others", "text", "expected"),
    [
        ([CLAIM], READER, ["EP501"]),
        ([CLAIM], CLAIM, ["EP508"]),
        ([BINDING], BOUND, ["EP509"]),
        ([BINDING.replace("shop", "other")], BOUND, ["EP340"]),
        ([], BOUND, ["EP340"]),
        ([CLAIM.replace("consumer: orders", "consumer: other")], READER, []),
        ([CLAIM.replace("size:", "siez:")], READER, []),
        (["[", "a: 1\n", ""], READER, []),
    ],
)
def test_a_file_is_compared_with_the_others(others: list[str], text: str, expected: list[str]) -> None:
    assert codes(tree(*others), "z.yaml", text) == expected


def test_nothing_is_said_before_all_files_are_known() -> None:
    found = tree(CLAIM)
    found.is_whole = False
    assert codes(found, "z.yaml", READER) == []


def test_a_file_is_compared_as_it_is_now() -> None:
    found = tree(CLAIM)
    assert codes(found, "z.yaml", READER) == ["EP501"]
    assert codes(found, "z.yaml", READER.replace("consumer: orders", "consumer: reader")) == []
    found.forget("0.yaml")
    found.forget("none.yaml")
    assert codes(found, "z.yaml", READER) == []


def test_the_second_of_two_is_told_whichever_is_written() -> None:
    found = tree()
    assert codes(found, "b.yaml", READER) == []
    assert codes(found, "a.yaml", CLAIM) == []
    assert codes(found, "b.yaml", READER) == ["EP501"]
