import pytest

from function.base.problems import Problem, errors, join, shown, warnings

FIRST = Problem(path="spec.a", message="is wrong", code="EP100")
SECOND = Problem(path="spec.b", message="is wrong", code="EP100")
ODD = Problem(path="spec.a", message="is odd", code="EP300", severity="warning")


def test_a_problem_reads_as_path_and_message() -> None:
    assert str(FIRST) == "spec.a: is wrong"
    assert str(Problem(path="", message="internal error", code="EP900")) == "internal error"


def test_only_the_text_of_a_problem_is_escaped_its_path_leads_into_a_file() -> None:
    problem = Problem(path="spec.a\n::error", message="is \x1b[31mwrong", code="EP100")
    assert str(problem) == r"spec.a\n::error: is \x1b[31mwrong"
    assert problem.path == "spec.a\n::error"


def test_errors_and_warnings_are_kept_apart_sorted_and_each_once() -> None:
    found = [SECOND, ODD, FIRST, SECOND]
    assert errors(found) == (FIRST, SECOND)
    assert warnings(found) == (ODD,)


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        (("spec", "env", 2, "name"), "spec.env[2].name"),
        (("spec",), "spec"),
        ((), ""),
        ((0, "name"), "[0].name"),
        (("metadata", "labels", "example.org/team"), "metadata.labels.example.org/team"),
    ],
)
def test_a_path_is_spelled_as_users_read_it(steps: tuple[str | int, ...], expected: str) -> None:
    assert join("", *steps) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("xlarge", "'xlarge'"),
        ("", "''"),
        ("größe", "'größe'"),
        ("a" * 60, f"'{'a' * 60}'"),
        ("a" * 61, f"'{'a' * 57}'…"),
        ("two\nlines", "'two\\nlines'"),
        ("PASSWORD=CANARY", "'PASSWORD=…'"),
        (f"{'a' * 99}=CANARY", f"'{'a' * 60}=…'"),
        ("https://user:CANARY@host/CANARY", "'https:…'"),
        ("user:CAN@RY@host:9092", "'user:…'"),
        ("user:CANARY\n@host", "'user:…'"),
        ("-----BEGIN PRIVATE KEY-----CANARY", "'-----BEGIN P…'"),
        ("user@host:9092", "'user@host:9092'"),
        ("example.org:5000/Orders@sha256:0", "'example.org:5000/Orders@sha256:0'"),
        (True, "true"),
        (False, "false"),
        (None, "null"),
        (8080, "8080"),
        (1.5, "1.5"),
        ([1, 2], "a list"),
        ((), "a list"),
        ({"a": 1}, "an object"),
        (10**60 - 1, "9" * 60),
        (10**60, "a number of more than 60 digits"),
        (-(10**4200), "a number of more than 60 digits"),
        (1e300, "1e+300"),
    ],
)
def test_a_rejected_value_is_short_and_spelled_as_in_yaml(value: object, expected: str) -> None:
    assert shown(value) == expected


def test_a_number_that_python_does_not_spell_out_has_a_literal() -> None:
    assert shown(10**5000) == "a number of more than 60 digits"


def test_a_very_long_path_is_truncated_however_it_grows() -> None:
    path = join("spec", "k" * 2000)
    assert path == f"spec.{'k' * 995}…"
    assert join(path, "a", 1, "b" * 2000) == path
