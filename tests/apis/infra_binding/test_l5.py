import pytest
from pydantic import TypeAdapter, ValidationError

from function.apis.infra_binding.l5 import SECRET_REFERENCE, Binding, PropertyValue, object_name, physical_name
from function.base.types import LogicalName
from function.base.validation import matches
from tests.schemas.values import is_label

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


@pytest.mark.parametrize("text", ["secret://a/b", "secret://_a1/tls.key", "secret://kafka_credentials/sasl-user_NAME"])
def test_a_reference(text: str) -> None:
    assert matches(SECRET_REFERENCE, text)


@pytest.mark.parametrize(
    "text",
    [
        *("secret://", "secret://a", "secret://a/", "secret:///b", "secret://A/b", "secret://a-b/c", "secret://1/b"),
        *("secret://a/b/c", "secret://a/b?version=1", "Secret://a/b", " secret://a/b", "secret://a/b\n", "secret:/a/b"),
    ],
)
def test_what_is_no_reference(text: str) -> None:
    assert not matches(SECRET_REFERENCE, text)


def test_no_two_logical_names_become_one_object() -> None:
    names = ["a_b", "a__b", "ab", "a_b_", "a1_2"]
    assert len({object_name(name) for name in names}) == len(names)
    assert object_name("kafka_credentials") == "kafka-credentials"
    with pytest.raises(ValidationError):
        TypeAdapter(LogicalName).validate_python("a-b")


@pytest.mark.parametrize(("text", "expected"), [("orders", "orders"), ("prod.auth.v3", "prod-auth-v3"), ("0-1", "0-1")])
def test_a_clean_name_keeps_its_letters(text: str, expected: str) -> None:
    assert physical_name(text) == expected


def test_names_that_had_to_change_stay_apart_and_are_names() -> None:
    texts = ["Orders", "orders_v1", "_", "-", "..", "a.", "o" * 249, "o" * 250, "orders__v1", "ORDERS_V1", "ä", ""]
    names = [physical_name(text) for text in texts]
    assert len(set(names)) == len(texts)
    assert [name for name in names if not is_label(name)] == []
