import pytest
from pydantic import TypeAdapter, ValidationError

from function.apis.infra_binding.l5 import Binding, PropertyValue

VALUES: TypeAdapter[str] = TypeAdapter(PropertyValue)


class Example(Binding):
    retention_ms: int


def test_fields_keep_their_underscores() -> None:
    assert Example.model_validate({"retention_ms": 5}).model_dump() == {"retention_ms": 5}
    with pytest.raises(ValidationError):
        Example.model_validate({"retentionMs": 5})


@pytest.mark.parametrize(("value", "expected"), [("x", "x"), ("", ""), (5, "5"), (-1, "-1"), (10**30, "1" + "0" * 30)])
def test_a_whole_number_is_taken_as_its_text(value: object, expected: str) -> None:
    assert VALUES.validate_python(value, strict=True) == expected


@pytest.mark.parametrize("value", [True, False, 0.5, 1.0, None, ["x"], {"a": "b"}, "x" * 1025, b"x"])
def test_what_is_no_property(value: object) -> None:
    with pytest.raises(ValidationError):
        VALUES.validate_python(value, strict=True)
