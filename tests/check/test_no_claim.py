import pytest

from function.check.check_file import CheckedFile
from function.check.no_claim import without_claim
from tests.findings import finding, resource

CLAIM, OTHER = CheckedFile((resource("A"),)), CheckedFile(skipped=2)
INVALID = CheckedFile(unreadable=(finding("error"),))


@pytest.mark.parametrize(
    ("folders", "files", "found"),
    [
        (["a"], {}, ["a"]),
        (["a"], {"a/b.yaml": OTHER}, ["a"]),
        (["a"], {"a/b.yaml": OTHER, "b/c.yaml": CLAIM}, ["a"]),
        (["a"], {"ab/c.yaml": CLAIM}, ["a"]),
        (["a", "b", "a"], {"b/c/d.yaml": CLAIM}, ["a"]),
        (["."], {}, ["."]),
        (["."], {"a.yaml": CLAIM}, []),
        (["./a/"], {"a/b/c.yaml": CLAIM}, []),
        (["a"], {"a/b.yaml": INVALID}, []),
        (["/a"], {"/a/b.yaml": CLAIM, "/a/c.yaml": OTHER}, []),
        ([], {"a.yaml": OTHER}, []),
    ],
)
def test_a_folder_without_a_claim_is_a_finding(
    folders: list[str], files: dict[str, CheckedFile], found: list[str]
) -> None:
    assert [finding.file for finding in without_claim(folders, files)] == found


def test_the_message_says_what_is_there() -> None:
    (found,) = without_claim(["a"], {"a/b.yaml": OTHER, "a/c.yaml": OTHER})
    assert str(found) == (
        "a:1:1: EP601 the folder contains no claim; got 2 files with 4 other resources. "
        "Hint: correct the path, add --platform-config if you have kinds of your own, or add --allow-empty"
    )
    (found,) = without_claim(["a"], {"a/b.yaml": CheckedFile(skipped=1)})
    assert "got 1 file with 1 other resource." in str(found)
