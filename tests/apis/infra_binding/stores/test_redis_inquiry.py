import pytest

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.inquiry import IN_VARIABLES, Inquiry
from function.apis.infra_binding.stores.redis_endpoint import Redis
from function.apis.infra_binding.stores.redis_inquiry import ENCRYPTED, NO_AMOUNT, NO_KEYS, SENTINEL, inquiry
from function.base.preflight_target import SecretKey

SECRETS = {
    "reader": BoundSecret(name="redis-reader", existing=True, keys=()),
    "given": BoundSecret(name="A", existing=True, keys=(), variables={"password": "A"}),
}
PASSWORD = "secret://reader/password"  # noqa: S105 - a reference


def server(
    address: str = "redis://r/2", user: str | None = None, password: str | None = None, database: int | None = None
) -> Redis:
    return Redis(address=address, namespace="", secrets=SECRETS, user=user, password=password, database=database)


def found(redis: Redis | None, pattern: str | None = "fx:{currency}", kind: str | None = None) -> Inquiry:
    return inquiry("permissions", redis, pattern, kind, whole=True)


def test_a_key_like_those_of_the_applications_is_asked_for() -> None:
    asked = found(server(), "fx:{{a.b}}:{c}")
    assert asked.settings == {"key": "fx:preflight:preflight", "holds": "string", "database": "2"}
    assert (asked.platform, asked.about, asked.address) == ("redis", "keys fx:{{a.b}}:{c}", "redis://r/2")
    assert asked.credentials == {}


@pytest.mark.parametrize(
    ("kind", "whole", "holds"),
    [
        (None, True, "string"),
        ("hash", True, "fields"),
        ("hash", False, "hash"),
        ("set", True, "set"),
        ("zset", False, "zset"),
    ],
)
def test_it_is_read_as_what_it_holds(kind: str | None, holds: str, *, whole: bool) -> None:
    assert inquiry("permissions", server(), "a", kind, whole=whole).settings["holds"] == holds


@pytest.mark.parametrize(
    ("address", "database", "expected"), [("redis://r/2", 3, "3"), ("redis://r/2", 0, "0"), ("redis://r", None, "0")]
)
def test_the_database_is_that_of_the_field_or_of_the_address(address: str, database: int | None, expected: str) -> None:
    assert found(server(address, database=database)).settings["database"] == expected


@pytest.mark.parametrize(
    ("user", "settings", "credentials"),
    [
        (None, {"username": "default"}, {"password"}),
        ("me", {"username": "me"}, {"password"}),
        ("secret://reader/username", {}, {"username", "password"}),
    ],
)
def test_a_password_is_a_key_of_a_secret(user: str | None, settings: dict[str, str], credentials: set[str]) -> None:
    asked = found(server(user=user, password=PASSWORD))
    assert {name: value for name, value in asked.settings.items() if name == "username"} == settings
    assert asked.credentials == {name: SecretKey("redis-reader", name) for name in credentials}


def test_without_a_password_nobody_logs_in() -> None:
    assert found(server(user="secret://reader/username")).credentials == {}


@pytest.mark.parametrize(
    ("redis", "pattern", "reason"),
    [
        (None, "a", SENTINEL),
        (server("rediss://r"), "a", ENCRYPTED),
        (server(), None, NO_KEYS),
        (server(user="me", password="secret://given/password"), "a", IN_VARIABLES),  # noqa: S106 - a reference
    ],
)
def test_what_cannot_be_asked_has_a_reason(redis: Redis | None, pattern: str | None, reason: str) -> None:
    assert found(redis, pattern) == Inquiry(unknown=reason)


def test_no_field_says_how_much_there_must_be() -> None:
    assert inquiry("capacity", server(), "a", None, whole=True) == Inquiry(unknown=NO_AMOUNT)
