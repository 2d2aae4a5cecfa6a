"""Where a credential is, is told; what it is, never."""

import pytest

from function.apis.infra_binding.endpoints.credential import exported, told
from tests.bindings import resolved
from tests.connections import READ, SECRETS

BOUND = resolved(secrets=SECRETS).secrets
CANARY = "hunter2-canary"


def test_a_secret_is_named() -> None:
    assert told("secret://db/password", BOUND) == "Secret `db-login`, key `password`"
    assert exported("PGPASSWORD", "secret://db/password", BOUND, "shop") == f'export PGPASSWORD="$({READ})"'


def test_a_variable_is_named() -> None:
    assert told("secret://env/pw", BOUND) == "variable `DB_PW` of the application"
    assert "variable of the application" in exported("PGPASSWORD", "secret://env/pw", BOUND, "shop")


@pytest.mark.parametrize("value", [CANARY, f"secret://{CANARY}", "", f"secret://unknown/{CANARY}"])
def test_a_text_that_refers_to_nothing_is_not_repeated(value: str) -> None:
    assert CANARY not in told(value, BOUND)
    assert CANARY not in exported("PGUSER", value, BOUND, "shop")
