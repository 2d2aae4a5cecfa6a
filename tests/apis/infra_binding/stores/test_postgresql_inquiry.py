import pytest

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.inquiry import IN_VARIABLES, Inquiry
from function.apis.infra_binding.stores.postgresql_endpoint import Postgresql
from function.apis.infra_binding.stores.postgresql_inquiry import (
    NO_POOL,
    NO_USER,
    OWN_QUERY,
    VERIFIED,
    Table,
    capacity,
    permissions,
)
from function.base.preflight_target import SecretKey

SECRETS = {
    "db": BoundSecret(name="shop-db", existing=True, keys=()),
    "given": BoundSecret(name="A", existing=True, keys=(), variables={"password": "A"}),
}
URL = "jdbc:postgresql://p:5432/shop"
PASSWORD = "secret://db/password"  # noqa: S105 - a reference
RATES = Table(schema=None, name="rates")


def server(
    url: str = URL, user: str | None = "me", password: str | None = PASSWORD, mode: str | None = None
) -> Postgresql:
    return Postgresql(url=url, namespace="", secrets=SECRETS, user=user, password=password, mode=mode)


def found(postgresql: Postgresql, *, files: bool = False) -> Inquiry:
    return permissions(postgresql, RATES, files=files)


def test_the_pod_knows_what_is_read() -> None:
    table = Table(schema="reference", name="rates", columns=("code", "rate"), whole=False)
    asked = permissions(server(), table, files=False)
    assert asked.settings == {
        "username": "me",
        "database": "shop",
        "tls": "offered",
        "schema": "reference",
        "table": "rates",
        "columns": "code,rate",
        "reads": "columns",
    }
    assert (asked.platform, asked.about, asked.address) == ("postgresql", "table reference.rates", URL)
    assert asked.credentials == {"password": SecretKey("shop-db", "password")}


def test_a_table_without_a_schema_is_that_of_the_search_path() -> None:
    asked = found(server(f"{URL}?currentSchema=a,b&targetServerType=primary"))
    assert (asked.about, asked.settings["search_path"], "schema" in asked.settings) == ("table rates", "a,b", False)


def test_a_pool_is_that_of_one_client() -> None:
    asked = capacity(server(), 20, files=False)
    assert asked.about == "pool of 20"
    assert asked.settings == {"username": "me", "database": "shop", "tls": "offered", "pool_size": "20"}


@pytest.mark.parametrize(
    ("url", "mode", "expected"),
    [
        (URL, None, "offered"),
        (URL, "disable", None),
        (URL, "allow", "offered"),
        (URL, "require", "required"),
        (f"{URL}?sslmode=require", None, "required"),
        (f"{URL}?sslmode=verify-full", "disable", None),
    ],
)
def test_the_pod_encrypts_as_clients_do(url: str, mode: str | None, expected: str | None) -> None:
    assert found(server(url, mode=mode)).settings.get("tls") == expected


@pytest.mark.parametrize(
    ("user", "url", "settings", "credentials"),
    [
        ("me", URL, "me", {"password"}),
        (None, f"{URL}?user=you", "you", {"password"}),
        ("secret://db/username", URL, None, {"username", "password"}),
    ],
)
def test_a_user_may_be_a_key_of_a_secret(
    user: str | None, url: str, settings: str | None, credentials: set[str]
) -> None:
    asked = found(server(url, user))
    assert asked.settings.get("username") == settings
    assert asked.credentials == {name: SecretKey("shop-db", name) for name in credentials}


def test_without_a_password_there_are_no_credentials() -> None:
    assert found(server(password=None)).credentials == {}


@pytest.mark.parametrize(
    ("postgresql", "files", "reason"),
    [
        (server(mode="verify-full"), False, VERIFIED),
        (server(mode="verify-ca"), False, VERIFIED),
        (server(mode="require"), True, VERIFIED),
        (server(f"{URL}?sslmode=verify-ca"), False, VERIFIED),
        (server(f"{URL}?ssl=true"), False, VERIFIED),
        (server(f"{URL}?sslrootcert=/ca.pem"), False, VERIFIED),
        (server(user=None, password=None), False, NO_USER),
        (server(password="secret://given/password"), False, IN_VARIABLES),  # noqa: S106 - a reference
    ],
)
def test_what_cannot_be_asked_has_a_reason(postgresql: Postgresql, reason: str, *, files: bool) -> None:
    assert found(postgresql, files=files) == Inquiry(unknown=reason)
    assert capacity(postgresql, 20, files=files) == Inquiry(unknown=reason)


def test_sql_is_not_read_and_no_number_is_made_up() -> None:
    assert permissions(server(), None, files=False) == Inquiry(unknown=OWN_QUERY)
    assert capacity(server(), None, files=False) == Inquiry(unknown=NO_POOL)


def test_of_an_address_in_a_secret_nothing_is_known() -> None:
    hidden = server("secret://db/url", user=None)
    assert (
        found(hidden) == capacity(hidden, 20, files=False) == Inquiry(platform="postgresql", address="secret://db/url")
    )
