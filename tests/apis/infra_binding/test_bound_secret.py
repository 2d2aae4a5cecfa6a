import pytest

from function.apis.infra_binding.bound_secret import BoundSecret

FETCHED = BoundSecret(name="payments.db", existing=False, keys=("user",))


@pytest.mark.parametrize(
    ("secret", "key", "expected"),
    [
        (FETCHED, "user", {"secretKeyRef": {"name": "payments.db", "key": "user"}}),
        (FETCHED, "", {"secretKeyRef": {"name": "payments.db", "key": "value"}}),
        (
            BoundSecret(name="own", existing=True, keys=(), only_key="tls.key"),
            "",
            {"secretKeyRef": {"name": "own", "key": "tls.key"}},
        ),
        (BoundSecret(name="A, B", existing=True, keys=(), variables={"a": "A", "b": "B"}), "b", {"env": "B"}),
        (BoundSecret(name="A", existing=True, keys=(), only_key="a", variables={"a": "A"}), "", {"env": "A"}),
    ],
)
def test_where_an_application_finds_a_key(secret: BoundSecret, key: str, expected: object) -> None:
    assert secret.source(key) == expected


@pytest.mark.parametrize("key", ["", "c"])
def test_a_key_that_the_policy_will_refuse_is_no_crash(key: str) -> None:
    """Entries are resolved before they are judged."""
    assert BoundSecret(name="A", existing=True, keys=(), variables={"a": "A"}).source(key) == {"env": ""}


@pytest.mark.parametrize(
    ("keys", "whole", "expected"), [((), False, False), (("a",), False, True), ((), True, True), (("a",), True, True)]
)
def test_whether_anything_is_fetched(keys: tuple[str, ...], whole: bool, expected: bool) -> None:
    assert BoundSecret(name="a", existing=False, keys=keys, whole=whole).fetched is expected
