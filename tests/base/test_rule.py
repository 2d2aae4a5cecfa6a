import re

import pytest

from function.apis.registry import APIS
from function.base.model import Spec
from function.base.rule import Rule
from function.platform.config import PlatformConfig
from tests import every_rule

RULES = [
    pytest.param(model, rule, id=f"{model.__module__}.{model.__name__}-{position}")
    for position, (model, rule) in enumerate(every_rule.RULES)
]


def test_there_are_rules_in_every_part() -> None:
    assert APIS["EventDrivenService"].spec.rules
    assert PlatformConfig.rules


@pytest.mark.parametrize(("model", "rule"), RULES)
def test_a_message_is_written_as_all_are(model: type[Spec], rule: Rule) -> None:
    assert not rule.message.endswith("."), model
    # a field or a variable may begin it in its own spelling, a sentence of ours begins in lower case
    assert rule.message[0].islower() or rule.message.split("_")[0].isupper(), model
    assert "\n" not in rule.message, model


@pytest.mark.parametrize(("model", "rule"), RULES)
def test_the_field_of_a_rule_exists(model: type[Spec], rule: Rule) -> None:
    known = {info.alias or name for name, info in model.model_fields.items()}
    assert not rule.field or rule.field.split(".")[0] in known


@pytest.mark.parametrize(("model", "rule"), RULES)
def test_a_rule_guards_each_field_that_may_be_absent(model: type[Spec], rule: Rule) -> None:
    optional = {info.alias or name for name, info in model.model_fields.items() if not info.is_required()}
    read = set(re.findall(r"\bself\.(\w+)", re.sub(r"has\(self\.\w+\)", "", rule.cel))) & optional
    assert [field for field in sorted(read) if f"has(self.{field})" not in rule.cel] == []


@pytest.mark.parametrize(("model", "rule"), RULES)
def test_the_code_of_a_rule_is_one_that_can_be_looked_up(model: type[Spec], rule: Rule) -> None:
    assert re.fullmatch("EP[0-9]{3}", rule.code), model
