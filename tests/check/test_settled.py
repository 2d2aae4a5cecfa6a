"""Corrections that belong together are made together, and those that lead to an error not at all."""

from collections.abc import Sequence
from functools import partial

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


def judge(manifest: Manifest, content: Sequence[tuple[str, str]] = ()) -> list[Problem]:
    """Return what is wrong: a reveals b, d leads to an error, e stays wrong, f needs g, r and s become the same.

    m has the errors of `content` under its right name.
    """
    found = [rename(key, new) for key, new in (("a", "A"), ("d", "D"), ("e", "E")) if key in manifest]
    found += [rename("b", "B")] if "b" in manifest and "a" not in manifest else []
    found += [Problem(path="D", message="", code="EP103")] if "D" in manifest else []
    found += [rename("e", "E2")] if "E" in manifest else []
    found += [rename("f", "F"), rename("g", "G")] if "f" in manifest else []
    found += [rename(key, "R") for key in ("r", "s") if key in manifest]
    found += [Problem(path="F", message="", code="EP201")] if "F" in manifest and "G" not in manifest else []
    found += [rename("m", "M")] if "m" in manifest else []
    found += [Problem(path=path, message="", code=code) for code, path in content if "M" in manifest]
    found += [rename("w", "W", "warning")] if "w" in manifest else []
    found += [Problem(path="W", message="", code="EP302", severity="warning")] if "W" in manifest else []
    return found


def done(text: str, unwanted: Sequence[str] = (), content: Sequence[tuple[str, str]] = ()) -> Settled:
    (resource,) = load_content("a.yaml", text.encode()).resources

    def wanted(finding: Finding) -> bool:
        return finding.path not in unwanted

    return settled(resource, text.splitlines(keepends=True), partial(judge, content=content), wanted)


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


@pytest.mark.parametrize(
    "content",
    [
        [("EP104", "M")],
        [("EP105", "M"), ("EP106", "M")],
        [("EP103", "M.a"), ("EP102", "M.b")],
        [("EP101", "M[0].a")],
    ],
    ids=str,
)
def test_a_certain_name_is_corrected_and_shows_the_errors_of_its_content(
    content: list[tuple[str, str]],
) -> None:
    found = done("{m: 1, d: 2, b: 3}", content=content)
    assert list(mapping_at(value_of(found.root))) == ["M", "d", "B"]
    assert sorted(finding.path or "" for finding in found.fixed) == ["b", "m"]
    assert sorted(found.values.values(), key=str) == ["B", "M"]


@pytest.mark.parametrize(
    "content",
    [
        [("EP103", "M")],
        [("EP201", "M")],
        [("EP229", "M")],
        [("EP104", "M"), ("EP201", "x")],
        [("EP104", "Ma")],
        [("EP104", "")],
    ],
    ids=str,
)
def test_not_if_the_value_does_not_fit_or_another_field_gets_an_error(
    content: list[tuple[str, str]],
) -> None:
    assert list(mapping_at(value_of(done("{m: 1}", content=content).root))) == ["m"]


@pytest.mark.parametrize(("text", "keys"), [("{r: 1, s: 2}", "rs"), ("{s: 2, b: 1, r: 1}", "sBr"), ("{r: 1}", "R")])
def test_of_two_fields_that_would_get_one_name_neither_is_renamed(text: str, keys: str) -> None:
    assert list(mapping_at(value_of(done(text).root))) == list(keys)


def test_a_rival_counts_even_if_it_is_not_wanted() -> None:
    assert value_of(done("{r: 1, s: 2}", ["s"]).root) == {"r": 1, "s": 2}


@pytest.mark.parametrize("unwanted", [["a"], ["b"], ["a", "b"]])
def test_only_what_is_wanted_is_corrected_and_nothing_that_reveals_more(unwanted: list[str]) -> None:
    found = done("{a: 1, b: 2}", unwanted)
    assert (value_of(found.root), found.fixed, found.values) == ({"a": 1, "b": 2}, (), {})


def judged(text: str) -> tuple[Settled, int]:
    """Return what becomes of a resource whose numbers need quotes, with which a 0 is wrong, and how often it is judged.

    The first 100 mistakes are found at a time.
    """
    (resource,) = load_content("a.yaml", text.encode()).resources
    asked = 0

    def judge(manifest: Manifest, content: Sequence[tuple[str, str]] = ()) -> list[Problem]:
        nonlocal asked
        asked += 1
        numbers = [key for key, value in manifest.items() if isinstance(value, int)]
        zeros = [Problem(path=key, message="", code="EP106") for key, value in manifest.items() if value == "0"]
        return [*zeros, *(Problem(path=key, message="", code="EP103", fix=Quote()) for key in numbers[:100])]

    return settled(resource, text.splitlines(keepends=True), judge, lambda _: True), asked


def numbers(count: int, zeros: int) -> str:
    """Return an object of numbers, of which each nth is a 0."""
    return "".join(f"k{at}: {0 if zeros and at % zeros == 0 else 1}\n" for at in range(count))


@pytest.mark.parametrize(
    ("count", "zeros", "fixed", "most"),
    [(100, 0, 100, 2), (100, 100, 99, 16), (100, 34, 97, 40), (3000, 0, 3000, 31), (12, 2, 6, 30)],
)
def test_what_cannot_be_corrected_together_is_divided(count: int, zeros: int, fixed: int, most: int) -> None:
    found, asked = judged(numbers(count, zeros))
    assert (len(found.fixed), len(found.values)) == (fixed, fixed)
    assert asked <= most


@pytest.mark.parametrize(("count", "zeros"), [(20_000, 0), (100, 2), (100, 1), (200, 1)])
def test_a_resource_that_would_take_too_long_stays(count: int, zeros: int) -> None:
    found, asked = judged(numbers(count, zeros))
    assert (found.fixed, found.values) == ((), {})
    assert asked <= 101
