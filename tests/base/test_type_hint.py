import pytest

from function.base.alternatives import Alternative
from function.base.fix import Quote, Replace
from function.base.marks import InSeconds
from function.base.type_hint import QUOTES, UNQUOTE, scalar_fix, scalar_hint, structure_hint

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


@pytest.mark.parametrize(
    ("kind", "given", "marks", "expected"),
    [
        ("string_type", 8080, [], Quote()),
        ("string_type", 1.10, [], Quote()),
        ("string_type", False, [], Quote()),
        ("int_type", "8080", [], Replace(8080)),
        ("int_type", "-1", [], Replace(-1)),
        ("int_type", "5m", SECONDS, Replace(300)),
        ("float_type", "1.50", [], Replace(1.5)),
        ("float_type", "2", [], Replace(2.0)),
        ("bool_type", "yes", [], Replace(value=True)),
        ("bool_type", "Off", [], Replace(value=False)),
    ],
)
def test_a_value_that_can_be_written_right_in_one_way(
    kind: str, given: object, marks: list[object], expected: object
) -> None:
    assert scalar_fix(kind, given, marks) == expected


@pytest.mark.parametrize(
    ("kind", "given", "marks"),
    [
        ("string_type", None, []),
        ("string_type", [], []),
        ("string_type", {}, []),
        ("int_type", "010", []),
        ("int_type", "0x10", []),
        ("int_type", "1_000", []),
        ("int_type", "8080 ", []),
        ("int_type", "", []),
        ("int_type", "1.5", []),
        ("int_type", "5m", []),
        ("int_type", "500ms", SECONDS),
        ("int_type", "٣", []),
        ("int_type", "9" * 20, []),
        ("int_type", True, []),
        ("int_from_float", 1.5, []),
        ("float_type", "010.5", []),
        ("float_type", "1e3", []),
        ("bool_type", "maybe", []),
        ("bool_type", 1, []),
        ("bool_type", "5m", SECONDS),
        ("list_type", "a", []),
    ],
)
def test_a_value_that_nobody_can_be_sure_about(kind: str, given: object, marks: list[object]) -> None:
    assert scalar_fix(kind, given, marks) is None
