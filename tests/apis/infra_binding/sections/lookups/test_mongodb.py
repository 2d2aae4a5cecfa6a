import pytest

from function.apis.infra_binding.sections.lookups.mongodb import Model
from function.base.manifest import Json, Manifest, at
from function.base.validation import broken_rules
from tests.apis.infra_binding.test_document import files
from tests.bindings import binding, composite, secret
from tests.cel import judge
from tests.lookups import CHANGES, LOGIN, LOGIN_CHANGES, SHARED, TLS, TLS_CHANGES
from tests.plug_ins.cases import Cases
from tests.support import outcome

CUSTOMERS: Manifest = {
    "type": "mongodb",
    "uri": "mongodb://mongo.shop.svc:27017",
    "database": "credit_card",
    "collection": "customers",
}
WHOLE: Manifest = {
    **CUSTOMERS,
    "read_preference": "secondaryPreferred",
    "max_pool_size": 100,
    "connection": {
        "min_pool_size": 10,
        "max_idle_time": "60s",
        "connect_timeout": "10s",
        "socket_timeout": "30s",
        "server_selection_timeout": "30s",
    },
    "read": {"concern": "majority", "max_staleness": "90s"},
    "write": {"concern": "majority", "journal": True, "wtimeout": "10s"},
    "auth": {"mechanism": "SCRAM-SHA-256", "source": "admin", **LOGIN},
    "tls": TLS,
    "lookup": {"key_field": "card_id", "projection": ["customer_name", "credit_limit"], "hint": "idx_card_id"},
    **SHARED,
}
OTHERS: Manifest = {
    "uri": "secret://db/uri",
    "database": "other",
    "collection": "system.customers",
    "read_preference": "nearest",
    "read.preference": "secondaryPreferred",
    "read.concern": "local",
    "read.max_staleness": "2m",
    "max_pool_size": 50,
    "connection.max_pool_size": 100,
    "connection.min_pool_size": 0,
    "connection.max_idle_time": "1h",
    "connection.connect_timeout": "500ms",
    "connection.socket_timeout": "1s",
    "connection.server_selection_timeout": "1s",
    "write.concern": 2,
    "write.journal": False,
    "write.wtimeout": "1s",
    "auth.mechanism": "PLAIN",
    "auth.source": "credit_card",
    "lookup.key_field": "_id",
    "lookup.projection[0]": "risk_tier",
    "lookup.hint": "idx_2",
    **LOGIN_CHANGES,
    **TLS_CHANGES,
    **CHANGES,
}
CASES = Cases(
    whole=WHOLE,
    changes=OTHERS,
    for_applications=OTHERS,
    refused=[
        *(("uri", None), ("uri", ""), ("database", None), ("database", "a.b"), ("collection", None)),
        *(("collection", "a b"), ("read_preference", "secondary_preferred"), ("read_preference", "nearest,primary")),
        *(("read.preference", "nearest"), ("connection.max_pool_size", 99), ("max_pool_size", 0)),
        *(("max_pool_size", "100"), ("connection.min_pool_size", -1), ("connection.max_idle_time", "60")),
        *(("read.concern", "quorum"), ("read.max_staleness", 90), ("write.concern", True), ("write.wtimeout", "1 s")),
        *(("auth.mechanism", "SCRAM"), ("auth.password", "postgres"), ("auth.password", "CANARY")),
        *(
            ("auth", {"password": "secret://db/password"}),
            ("auth.source", "a b"),
            ("tls", {"cert_file": "/a"}),
            ("tls.ca_file", "ca.pem"),
        ),
        *(("lookup.projection", []), ("lookup.projection[0]", "a b"), ("lookup.key_pattern", "a")),
        *(("cache", True), ("cache.ttl", "5 minutes"), ("cache.ttl", 300), ("cache.max_size", -1)),
        *(("cache.eviction", "LRU"), ("cache.refresh.async", "yes"), ("async.capacity", 0), ("async", True)),
        *(("keyspace", "a"), ("password", "CANARY"), ("type", "mongodb_sink")),
    ],
)


@pytest.mark.parametrize(
    "other",
    [
        {"read": {"preference": "nearest"}},
        {"read": {"preference": "nearest"}, "read_preference": "nearest"},
        {"read_preference": "nearest"},
    ],
)
def test_trap_two_spellings_of_the_read_preference_are_one_in_the_document(other: Manifest) -> None:
    found = files(lookups={"customers": {**CUSTOMERS, **other}})
    assert found["binding.yaml"]["lookups"] == {"customers": {**CUSTOMERS, **other}}
    assert at(found["lookups.yaml"], "customers", "read_preference") == "nearest"
    assert at(found["lookups.yaml"], "customers", "read") is None


def test_trap_two_spellings_of_the_pool_size_are_one_in_the_document() -> None:
    pool: Json = {"max_pool_size": 100, "min_pool_size": 10}
    found = files(lookups={"customers": {**CUSTOMERS, "connection": pool}})
    assert at(found["lookups.yaml"], "customers", "max_pool_size") == 100
    assert at(found["lookups.yaml"], "customers", "connection") == {"min_pool_size": 10}


def test_trap_no_object_is_made_for_a_store_and_that_is_said() -> None:
    answer = outcome(composite(binding(lookups={"customers": CUSTOMERS})))
    assert list(answer.resources) == ["document"]
    assert at(answer.status, "bindings") == [
        {
            "name": "lookups.customers",
            "managed": False,
            "physical": "credit_card.customers",
            "reason": "applications connect to a store that must exist; no object creates it",
        }
    ]
    assert "must exist" in files(lookups={"customers": CUSTOMERS})["unmanaged.yaml"]["lookups.customers"]


def test_trap_an_inline_password_is_refused_and_never_in_a_config_map() -> None:
    auth: Json = {"username": "postgres", "password": "hunter2"}
    answer = outcome(composite(binding(lookups={"customers": {**CUSTOMERS, "auth": auth}})))
    assert {problem.path for problem in answer.problems} == {"spec.lookups.customers.auth.password"}
    assert "hunter2" not in str(answer)
    assert answer.resources == {}


@pytest.mark.parametrize("uri", ["mongodb://root:hunter2@mongo:27017", "mongodb+srv://root:hunter2@mongo/db"])
def test_trap_credentials_in_an_address_are_refused(uri: str) -> None:
    answer = outcome(composite(binding(lookups={"customers": {**CUSTOMERS, "uri": uri}})))
    assert {problem.path for problem in answer.problems} == {"spec.lookups.customers.uri"}
    assert "hunter2" not in str(answer)
    assert answer.resources == {}


def test_a_reference_in_any_field_is_one_to_the_secret_and_its_key() -> None:
    auth: Json = {"username": "secret://db/username", "password": "secret://db/password"}
    customers: Json = {**CUSTOMERS, "uri": "secret://db/uri", "auth": auth}
    found = files(lookups={"customers": customers}, secrets={"db": secret("mongo")})
    assert at(found["lookups.yaml"], "customers", "uri") == {"secretKeyRef": {"name": "mongo", "key": "uri"}}
    reference = {"secretKeyRef": {"name": "mongo", "key": "password"}}
    assert at(found["lookups.yaml"], "customers", "auth", "password") == reference


@pytest.mark.parametrize(
    ("fields", "holds"),
    [
        ({}, True),
        ({"read": {"max_staleness": "90s"}, "read_preference": "secondary"}, True),
        ({"read": {"max_staleness": "90s", "preference": "nearest"}}, True),
        ({"read": {"max_staleness": "90s"}}, False),
        ({"read": {"max_staleness": "90s", "concern": "local"}, "read_preference": "primary"}, False),
        ({"read": {"max_staleness": "90s", "preference": "primary"}}, False),
    ],
)
def test_a_primary_is_never_behind(fields: Manifest, *, holds: bool) -> None:
    rule = Model.rules[-1]
    assert judge(rule.cel, "self", {**CUSTOMERS, **fields}) == holds
    assert bool(list(broken_rules(Model.model_validate({**CUSTOMERS, **fields}), "a"))) is not holds


@pytest.mark.parametrize(
    ("auth", "paths"),
    [
        ({"mechanism": "MONGODB-X509", "username": "CN=reader"}, []),
        ({"mechanism": "MONGODB-X509", **LOGIN}, ["a.auth.password"]),
        ({"password": "secret://db/password"}, ["a.auth.username"]),
        ({"mechanism": "MONGODB-X509", "password": "secret://db/p"}, ["a.auth.username", "a.auth.password"]),
    ],
)
def test_a_password_needs_a_user_and_a_certificate_none(auth: Json, paths: list[str]) -> None:
    found = broken_rules(Model.model_validate({**CUSTOMERS, "auth": auth}), "a")
    assert [problem.path for problem in found] == paths


def test_a_collection_may_have_several_entries() -> None:
    assert list(Model.model_validate(CUSTOMERS).identities()) == []
    both: Json = {"a": CUSTOMERS, "b": {**CUSTOMERS, "cache": {"enabled": False}}}
    assert outcome(composite(binding(lookups=both))).problems == ()
