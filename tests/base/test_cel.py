import pytest

from function.base import cel
from function.base.manifest import Json


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("plain", "'plain'"),
        ("it's", r"'it\'s'"),
        (r"a\.b", r"'a\\.b'"),
        ('"', "'\"'"),
        ("", "''"),
        (-1, "-1"),
        (0.5, "0.5"),
        (True, "true"),
    ],
)
def test_literal(value: Json, expected: str) -> None:
    assert cel.literal(value) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("mountPath", "mountPath"),
        ("a_b", "a_b"),
        ("_defaults", "_defaults"),
        ("a__b", "a__underscores__b"),
        ("security.protocol", "security__dot__protocol"),
        ("ephemeral-storage", "ephemeral__dash__storage"),
        ("a/b", "a__slash__b"),
        ("in", "__in__"),
        ("namespace", "__namespace__"),
    ],
)
def test_property_names(name: str, expected: str) -> None:
    assert cel.property_name(name) == expected


@pytest.mark.parametrize("name", ["a$b", "a b", "1a", ""])
def test_a_name_that_no_rule_can_use_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="cannot refer to this field"):
        cel.property_name(name)
