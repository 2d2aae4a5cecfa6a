import pytest

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.inquiry import IN_VARIABLES, secret_key
from function.base.preflight_target import SecretKey

SECRETS = {
    "reader": BoundSecret(name="kafka-reader", existing=True, keys=(), only_key="password"),
    "fetched": BoundSecret(name="payments.fetched", existing=False, keys=("user",), whole=True),
    "given": BoundSecret(name="A, B", existing=True, keys=(), variables={"user": "A", "password": "B"}),
}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("secret://reader/user", SecretKey("kafka-reader", "user")),
        ("secret://reader", SecretKey("kafka-reader", "password")),
        ("secret://fetched", SecretKey("payments.fetched", "value")),
        ("secret://given/password", IN_VARIABLES),
        ("secret://nobody/password", None),
        ("hunter2", None),
        ("user=secret://reader/user", None),
        ("", None),
    ],
)
def test_only_a_reference_to_a_secret_is_a_key(value: str, expected: SecretKey | str | None) -> None:
    assert secret_key(value, SECRETS) == expected
