import pytest

from function.base.rule import Reason, Rule
from function.publish.schema import cel
from function.publish.schema.tree import Scalar


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
    with pytest.raises(ValueError, match="of one line"):
        cel.validation(Rule(cel=text, message=message, holds=bool))


def test_free_keys_need_no_rule() -> None:
    assert cel.key_rules(Scalar(type="string")) == []


def test_key_rules_use_the_words_of_fields() -> None:
    key = Scalar(
        type="string", limits={"pattern": "^[a-z]+$", "maxLength": 63, "minLength": 2}, meaning="small letters"
    )
    assert cel.key_rules(key) == [
        {
            "rule": "self.all(key, key.matches('^[a-z]+$'))",
            "message": "each key must be small letters",
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
