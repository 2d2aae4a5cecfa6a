import pytest

from function.apis.infra_binding.sections.lookups.postgresql import Model, Ssl
from function.apis.infra_binding.stores.postgresql_inquiry import NO_USER, OWN_QUERY, VERIFIED
from function.base.manifest import Json, Manifest
from function.base.validation import broken_rules
from function.platform.preflight import CHECK
from tests.apis.infra_binding.test_document import files
from tests.bindings import binding, composite
from tests.cel import judge
from tests.lookups import CHANGES, LOGIN, LOGIN_CHANGES, SHARED
from tests.plug_ins.cases import Cases
from tests.support import outcome

CATEGORIES: Manifest = {"type": "postgresql", "jdbc_url": "jdbc:postgresql://postgres.shop.svc:5432/credit_card"}
WHOLE: Manifest = {
    **CATEGORIES,
    "schema": "reference",
    "table": "merchant_categories",
    "pool_size": 20,
    "pool": {"min_idle": 5, "max_lifetime": "30m", "idle_timeout": "10m", "connection_timeout": "30s"},
    "query": {
        "sql": "SELECT risk_level FROM reference.merchant_categories WHERE mcc_code = ?\n",
        "key_column": "mcc_code",
        "key_columns": ["card_id", "effective_date"],
        "select_columns": ["mcc_code", "risk_level"],
    },
    "read": {"fetch_size": 1000, "read_only": True, "isolation_level": "READ_COMMITTED"},
    "auth": LOGIN,
    "ssl": {
        "mode": "verify-full",
        "root_cert": "/etc/ssl/postgres-ca.pem",
        "client_cert": "/etc/ssl/client.pem",
        "client_key": "/etc/ssl/client-key.pem",
    },
    **SHARED,
}
OTHERS: Manifest = {
    "jdbc_url": "secret://db/jdbc_url",
    "schema": "Public",
    "table": "merchants$2",
    "pool_size": 30,
    "pool.size": 20,
    "pool.min_idle": 0,
    "pool.max_lifetime": "1h",
    "pool.idle_timeout": "1m",
    "pool.connection_timeout": "1s",
    "query.sql": "SELECT 1",
    "query.key_column": "code",
    "query.key_columns[1]": "valid_from",
    "query.select_columns[0]": "category_name",
    "read.fetch_size": 1,
    "read.read_only": False,
    "read.isolation_level": "SERIALIZABLE",
    "ssl.mode": "require",
    "ssl.root_cert": "/other/ca.pem",
    "ssl.client_cert": "/other/client.pem",
    "ssl.client_key": "/other/client-key.pem",
    **LOGIN_CHANGES,
    **CHANGES,
}
CASES = Cases(
    whole=WHOLE,
    changes=OTHERS,
    for_applications=OTHERS,
    refused=[
        *(
            ("jdbc_url", None),
            ("jdbc_url", ""),
            ("jdbc_url", "postgres"),
            ("jdbc_url", "jdbc:mysql://a/b"),
            ("schema", "a.b"),
            ("schema", "1st"),
            ("table", "a b"),
            ("table", ""),
        ),
        *(("pool_size", 0), ("pool_size", "20"), ("pool.size", 30), ("pool.min_idle", -1), ("pool.max_lifetime", "30")),
        *(("pool.max_size", 3), ("query.key_column", "a-b"), ("query.key_columns", []), ("query.select_columns", "a")),
        *(("query.limit", 3), ("read.fetch_size", -1), ("read.isolation_level", "read_committed")),
        *(("read.preference", "primary"), ("read.read_only", "yes"), ("auth.password", "CANARY")),
        *(
            ("auth.password", "postgres"),
            ("auth", {"password": "secret://db/password"}),
            ("auth.source", "admin"),
            ("ssl.mode", "on"),
        ),
        *(
            ("ssl", {"client_cert": "/a"}),
            ("ssl", {"client_key": "/a"}),
            ("ssl.root_cert", "~/ca.pem"),
            ("ssl.enabled", True),
        ),
        *(("tls", {}), ("uri", "postgresql://a/b"), ("connection", {}), ("cache.refresh_strategy", "never")),
    ],
)


@pytest.mark.parametrize("other", [{"pool_size": 20}, {"pool": {"size": 20}}])
def test_trap_two_spellings_of_the_pool_size_are_one_in_the_document(other: Manifest) -> None:
    categories = files(lookups={"categories": {**CATEGORIES, **other}})["lookups.yaml"]["categories"]
    assert (categories["pool_size"], categories.get("pool")) == (20, None)


@pytest.mark.parametrize(
    ("fields", "physical"),
    [
        ({}, "categories"),
        ({"table": "merchants"}, "merchants"),
        ({"schema": "reference"}, "reference.categories"),
        ({"schema": "reference", "table": "merchants"}, "reference.merchants"),
    ],
)
def test_the_table_is_named_as_the_lookup_unless_it_has_another_name(fields: Manifest, physical: str) -> None:
    found = files(lookups={"categories": {**CATEGORIES, **fields}})
    assert found["lookups.yaml"]["categories"]["physical"] == physical


def test_a_field_whose_name_python_does_not_allow_has_the_name_of_l5_in_the_document() -> None:
    requests: Json = {"enabled": True, "capacity": 10}
    fields: Manifest = {"schema": "reference", "async": requests, "cache": {"refresh": {"async": False}}}
    found = files(lookups={"categories": {**CATEGORIES, **fields}})
    assert found["binding.yaml"]["lookups"] == {"categories": {**CATEGORIES, **fields}}
    assert found["lookups.yaml"]["categories"].items() >= {**CATEGORIES, **fields}.items()


def test_trap_no_object_is_made_for_a_store_and_that_is_said() -> None:
    assert list(outcome(composite(binding(lookups={"categories": CATEGORIES}))).resources) == ["document"]
    assert "must exist" in files(lookups={"categories": CATEGORIES})["unmanaged.yaml"]["lookups.categories"]


def test_trap_an_inline_password_is_refused_and_never_in_a_config_map() -> None:
    auth: Json = {"username": "postgres", "password": "postgres"}
    answer = outcome(composite(binding(lookups={"categories": {**CATEGORIES, "auth": auth}})))
    assert {problem.path for problem in answer.problems} == {"spec.lookups.categories.auth.password"}
    assert answer.resources == {}


@pytest.mark.parametrize(
    "url",
    [
        "jdbc:postgresql://postgres:5432/db?user=reader&password=hunter2",
        "jdbc:postgresql://reader:hunter2@postgres:5432/db",
        "jdbc:postgresql://postgres/db?sslmode=verify-full&sslpassword=hunter2",
    ],
)
def test_trap_credentials_in_an_address_are_refused(url: str) -> None:
    answer = outcome(composite(binding(lookups={"categories": {**CATEGORIES, "jdbc_url": url}})))
    assert {problem.path for problem in answer.problems} == {"spec.lookups.categories.jdbc_url"}
    assert "hunter2" not in str(answer)
    assert answer.resources == {}


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("jdbc:postgresql://localhost:5432/db", "EP225"),
        ("jdbc:postgresql:db", "EP106"),
        ("jdbc:postgresql:///db", "EP106"),
    ],
)
def test_an_address_without_a_host_or_of_the_machine_itself_is_refused(url: str, code: str) -> None:
    answer = outcome(composite(binding(lookups={"categories": {**CATEGORIES, "jdbc_url": url}})))
    assert [(problem.path, problem.code) for problem in answer.problems] == [("spec.lookups.categories.jdbc_url", code)]


def test_a_certificate_of_the_client_has_its_key() -> None:
    categories = {**CATEGORIES, "ssl": {"client_cert": "/etc/ssl/client.pem"}}
    (problem,) = broken_rules(Model.model_validate(categories), "a")
    assert problem.path == "a.ssl"
    assert not judge(Ssl.rules[0].cel, "self", categories["ssl"])


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, {"table": "categories", "reads": "all"}),
        (
            {"query": {"key_columns": ["a", "b"], "select_columns": ["b", "c"]}},
            {"table": "categories", "columns": "a,b,c", "reads": "columns"},
        ),
    ],
)
def test_a_preflight_asks_for_what_is_read(fields: Manifest, expected: dict[str, str]) -> None:
    model = Model.model_validate({**CATEGORIES, "auth": {"username": "me"}, **fields})
    (asked,) = model.inquiries("categories", "permissions", {})
    assert asked.settings == {"username": "me", "database": "credit_card", "tls": "offered", **expected}


@pytest.mark.parametrize(
    ("fields", "check", "reason"),
    [
        ({"query": {"sql": "SELECT 1"}}, "permissions", OWN_QUERY),
        ({}, "permissions", NO_USER),
        ({"pool": {"size": 20}, "ssl": {"root_cert": "/ca.pem"}}, "capacity", VERIFIED),
        ({"ssl": {"client_cert": "/a", "client_key": "/b"}}, "permissions", VERIFIED),
    ],
)
def test_what_a_preflight_does_not_ask_has_a_reason(fields: Manifest, check: CHECK, reason: str) -> None:
    (asked,) = Model.model_validate({**CATEGORIES, **fields}).inquiries("categories", check, {})
    assert asked.unknown == reason
