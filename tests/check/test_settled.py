"""Corrections that belong together are made together, and those that lead to an error not at all."""

from collections.abc import Sequence

import pytest

from function.base.fix import Quote, Rename
from function.base.manifest import Manifest, mapping_at
from function.base.problems import Problem, Severity
from function.check.finding import Finding
from function.check.load import load_content
from function.check.settled import Settled, settled
from function.yaml.node import value_of


def rename(old: str, new: str, severity: Severity = "error") -> Problem:
    return Problem(path=old, message="", code="EP102", severity=severity, fix=Rename(new))


def judge(manifest: Manifest) -> list[Problem]:
    """Return what is wrong: a reveals b, d leads to an error, e stays wrong, f is right if g is as well."""
    found = [rename(key, new) for key, new in (("a", "A"), ("d", "D"), ("e", "E")) if key in manifest]
    found += [rename("b", "B")] if "b" in manifest and "a" not in manifest else []
    found += [Problem(path="D", message="", code="EP103")] if "D" in manifest else []
    found += [rename("e", "E2")] if "E" in manifest else []
    found += [rename("f", "F"), rename("g", "G")] if "f" in manifest else []
    found += [Problem(path="F", message="", code="EP201")] if "F" in manifest and "G" not in manifest else []
    found += [rename("w", "W", "warning")] if "w" in manifest else []
    found += [Problem(path="W", message="", code="EP302", severity="warning")] if "W" in manifest else []
    return found


def done(text: str, unwanted: Sequence[str] = ()) -> Settled:
    (resource,) = load_content("a.yaml", text.encode()).resources

    def wanted(finding: Finding) -> bool:
        return finding.path not in unwanted

    return settled(resource, text.splitlines(keepends=True), judge, wanted)


@pytest.mark.parametrize(
    ("text", "keys", "fixed"),
    [
        ("{x: 1}", "x", ""),
        ("{a: 1, b: 2, x: 3}", "ABx", "ab"),
        ("{b: 1}", "B", "b"),
        ("{f: 1, g: 2}", "FG", "fg"),
        ("{w: 1}", "W", "w"),
    ],
)
def test_what_a_correction_reveals_is_corrected_too(text: str, keys: str, fixed: str) -> None:
    found = done(text)
    assert list(mapping_at(value_of(found.root))) == list(keys)
    assert [finding.path for finding in found.fixed] == list(fixed)


@pytest.mark.parametrize(
    ("text", "keys"),
    [("{d: 1}", "d"), ("{e: 1}", "e"), ("{d: 1, b: 2, e: 3}", "dBe"), ("{f: 1}", "f"), ("{b: 1, B: 2}", "bB")],
)
def test_a_correction_that_leads_to_an_error_is_not_made(text: str, keys: str) -> None:
    assert list(mapping_at(value_of(done(text).root))) == list(keys)


@pytest.mark.parametrize("unwanted", [["a"], ["b"], ["a", "b"]])
def test_only_what_is_wanted_is_corrected_and_nothing_that_reveals_more(unwanted: list[str]) -> None:
    found = done("{a: 1, b: 2}", unwanted)
    assert (value_of(found.root), found.fixed, found.values) == ({"a": 1, "b": 2}, (), {})


def test_more_mistakes_than_are_tried_one_by_one_are_left() -> None:
    entries = "".join(f"k{number}: {number}\n" for number in range(101))
    (resource,) = load_content("a.yaml", f"d: 1\n{entries}".encode()).resources
    looked = 0

    def judge(manifest: Manifest) -> list[Problem]:
        nonlocal looked
        looked += 1
        wrong = [key for key, value in manifest.items() if isinstance(value, int)]
        quoted = [Problem(path=key, message="", code="EP103", fix=Quote()) for key in wrong]
        return [*quoted, *([] if "d" in wrong else [Problem(path="", message="", code="EP100")])]

    found = settled(resource, f"d: 1\n{entries}".splitlines(keepends=True), judge, lambda _: True)
    assert (found.fixed, looked) == ((), 2)
