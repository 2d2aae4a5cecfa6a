import pytest

from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.required_with import required_with
from function.base.rule import Rule


class Client(Binding):
    kind: str | None = None
    role: str | None = None


@pytest.mark.parametrize(
    ("kind", "role", "holds"),
    [
        (None, None, True),
        ("user", None, True),
        ("assumed", "admin", True),
        ("assumed", "", True),
        ("assumed", None, False),
    ],
)
@pytest.mark.parametrize("rule", [required_with("role", "kind", "assumed", always=given) for given in (False, True)])
def test_the_field_is_required_with_the_value_only(rule: Rule, kind: str | None, role: str | None, holds: bool) -> None:
    assert rule.holds(Client(kind=kind, role=role)) is holds


def test_the_api_server_gets_the_same_rule() -> None:
    assert required_with("role", "kind", "assumed").cel == "!has(self.kind) || self.kind != 'assumed' || has(self.role)"
    assert required_with("role", "kind", "assumed", always=True).cel == "self.kind != 'assumed' || has(self.role)"


def test_the_message_names_the_value_and_the_field_is_the_missing_one() -> None:
    rule = required_with("role", "kind", "assumed")
    assert (rule.message, rule.field, rule.reason) == ("required with kind: assumed", "role", "FieldValueRequired")
