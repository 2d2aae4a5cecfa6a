import pytest

from function.base.rule import Reason, Rule
from function.base.types import DNS_LABEL
from function.publish.schema import cel
from function.publish.schema.tree import Scalar


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
    with pytest.raises(ValueError, match="cannot name this field"):
        cel.property_name(name)


@pytest.mark.parametrize("reason", ["FieldValueInvalid", "FieldValueDuplicate"])
def test_a_reason_that_says_nothing_or_hides_the_message_is_left_out(reason: Reason) -> None:
    rule = Rule(cel="has(self.a)", message="needs a", reason=reason, holds=bool)
    assert cel.validation(rule) == {"rule": "has(self.a)", "message": "needs a"}


def test_place_and_reason() -> None:
    rule = Rule(cel="x", message="y", field="a.b-c", reason="FieldValueForbidden", holds=bool)
    assert cel.validation(rule) == {
        "rule": "x",
        "message": "y",
        "fieldPath": ".a['b-c']",
        "reason": "FieldValueForbidden",
    }


@pytest.mark.parametrize(("text", "message"), [("a\n&& b", "y"), ("a", "two\nlines")])
def test_several_lines_are_refused(text: str, message: str) -> None:
    with pytest.raises(ValueError, match="one line only"):
        cel.validation(Rule(cel=text, message=message, holds=bool))


def test_free_keys_need_no_rule() -> None:
    assert cel.key_rules(Scalar(type="string")) == []


def test_key_rules_use_the_words_of_fields() -> None:
    key = Scalar(type="string", limits={"pattern": DNS_LABEL, "maxLength": 63, "minLength": 2})
    assert cel.key_rules(key) == [
        {
            "rule": "self.all(key, key.matches('^[a-z]([-a-z0-9]*[a-z0-9])?$'))",
            "message": "each key must be lower-case letters, digits and dashes, beginning with a letter",
        },
        {
            "rule": "self.all(key, size(key) <= 63)",
            "message": "each key must be at most 63 characters long",
        },
        {
            "rule": "self.all(key, size(key) >= 2)",
            "message": "each key must be at least 2 character(s) long",
        },
    ]


def test_keys_from_a_list() -> None:
    assert cel.key_rules(Scalar(type="string", enum=("a", "b"))) == [
        {"rule": "self.all(key, key in ['a', 'b'])", "message": "each key must be one of [a, b]"}
    ]


def test_a_pattern_without_words_is_shown() -> None:
    (rule,) = cel.key_rules(Scalar(type="string", limits={"pattern": "^x+$"}))
    assert rule["message"] == "each key must be text that matches ^x+$"
