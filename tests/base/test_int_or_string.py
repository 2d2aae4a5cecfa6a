from typing import Annotated

import pytest
from pydantic import StringConstraints, TypeAdapter, ValidationError

from function.base.int_or_string import IntOrString

SHORT: TypeAdapter[str] = TypeAdapter(
    Annotated[str, StringConstraints(pattern="^[-0-9a-z]*$", max_length=3), IntOrString()], config={"strict": True}
)


@pytest.mark.parametrize(("value", "expected"), [("x", "x"), ("", ""), (5, "5"), (-1, "-1"), (0, "0")])
def test_a_whole_number_is_taken_as_its_text(value: object, expected: str) -> None:
    assert SHORT.validate_python(value) == expected


@pytest.mark.parametrize("value", [True, False, 0.5, 1.0, None, ["x"], b"x", "X", "abcd", 1000])
def test_other_types_and_bounds_are_refused_as_ever(value: object) -> None:
    with pytest.raises(ValidationError):
        SHORT.validate_python(value)


def test_the_schema_has_the_keyword_of_kubernetes_in_place_of_the_type() -> None:
    expected = {"x-kubernetes-int-or-string": True, "pattern": "^[-0-9a-z]*$", "maxLength": 3}
    assert SHORT.json_schema() == expected
