import pytest

from function.base.alternatives import Alternative
from function.base.marks import InSeconds
from function.base.type_hint import QUOTES, UNQUOTE, scalar_hint, structure_hint

SECONDS = [InSeconds()]
UNIT = "write a number without a unit"


@pytest.mark.parametrize(
    ("kind", "given", "marks", "expected"),
    [
        ("int_type", "3000", [], UNQUOTE),
        ("int_type", "-1", SECONDS, UNQUOTE),
        ("int_type", "abc", [], ""),
        ("int_type", "", [], ""),
        ("int_type", "3000 ", [], ""),
        ("int_type", "1.5", [], ""),
        ("int_type", "5m", [], UNIT),
        ("int_type", "5m", SECONDS, "write the seconds as a number: 300"),
        ("int_type", "2s", SECONDS, "write the seconds as a number: 2"),
        ("int_type", "1h", SECONDS, "write the seconds as a number: 3600"),
        ("int_type", "500ms", SECONDS, "write the seconds as a number"),
        ("int_type", "5 minutes", SECONDS, ""),
        ("int_type", "9" * 20, [], "use a number with at most 19 digits"),
        ("int_type", ["5m"], [], ""),
        ("float_type", "1.5", [], UNQUOTE),
        ("float_type", "abc", [], ""),
        ("bool_type", "yes", [], UNQUOTE),
        ("bool_type", "True", [], UNQUOTE),
        ("bool_type", "maybe", [], ""),
        ("bool_type", "5m", SECONDS, ""),
        ("string_type", 8080, [], QUOTES),
        ("string_type", False, [], QUOTES),
        ("string_type", [], [], ""),
        ("list_type", "a", [], ""),
    ],
)
def test_what_to_do_about_a_scalar(kind: str, given: object, marks: list[object], expected: str) -> None:
    assert scalar_hint(kind, given, marks) == expected


@pytest.mark.parametrize(
    ("step", "wanted", "expected"),
    [
        ("args", [Alternative(list[int])], "write args: [1]"),
        (0, [Alternative(list[int])], "write - [1]"),
        ("args", [], ""),
    ],
)
def test_a_structure_is_shown(step: str | int, wanted: list[Alternative], expected: str) -> None:
    assert structure_hint(step, wanted) == expected
