import pytest

from function.apis.infra_binding.sections.lookups.cassandra import Model
from function.base.manifest import Manifest
from function.base.validation import broken_rules
from tests.apis.infra_binding.test_document import files
from tests.bindings import binding, composite
from tests.cel import judge
from tests.lookups import CHANGES, LOGIN, LOGIN_CHANGES, SHARED, TLS, TLS_CHANGES
from tests.plug_ins.cases import Cases
from tests.support import outcome

HISTORY: Manifest = {
    "type": "cassandra",
    "contact_points": ["cassandra-1:9042", "cassandra-2"],
    "keyspace": "credit_card",
    "table": "transaction_history",
}
WHOLE: Manifest = {
    **HISTORY,
    "datacenter": "us-east-1",
    "consistency_level": "LOCAL_QUORUM",
    "pool_size": 8,
    "connection": {"max_requests_per_connection": 1024},
    "query": {
        "partition_key": "card_id",
        "clustering_keys": ["transaction_date", "transaction_id"],
        "select_columns": ["amount", "status"],
        "limit": 100,
    },
    "load_balancing": {"policy": "token_aware", "shuffle_replicas": True},
    "consistency": {"serial": "LOCAL_SERIAL"},
    "auth": LOGIN,
    "tls": TLS,
    **SHARED,
}
OTHERS: Manifest = {
    "contact_points[0]": "cassandra-3.data.svc:9042",
    "keyspace": "other",
    "table": "other",
    "datacenter": "eu-central-1",
    "consistency_level": "ALL",
    "pool_size": 1,
    "connection.pool_size": 8,
    "connection.max_requests_per_connection": 1,
    "query.partition_key": "account_id",
    "query.clustering_keys[1]": "id",
    "query.select_columns[0]": "merchant_id",
    "query.limit": 1,
    "load_balancing.policy": "dc_aware",
    "load_balancing.local_datacenter": "us-east-1",
    "load_balancing.shuffle_replicas": False,
    "consistency.read": "LOCAL_QUORUM",
    "consistency.serial": "SERIAL",
    **LOGIN_CHANGES,
    **TLS_CHANGES,
    **CHANGES,
}
CASES = Cases(
    whole=WHOLE,
    changes=OTHERS,
    for_applications=OTHERS,
    refused=[
        *(("contact_points", None), ("contact_points", []), ("contact_points", "cassandra-1:9042")),
        *(("contact_points[0]", "cassandra-1:port"), ("contact_points[1]", "a:b@cassandra"), ("keyspace", None)),
        *(("keyspace", "credit-card"), ("table", None), ("table", "a.b"), ("table", "1st"), ("datacenter", "a b")),
        *(("load_balancing.local_datacenter", "us-west-2"), ("consistency_level", "ANY")),
        *(("consistency_level", "local_quorum"), ("consistency.read", "ONE"), ("consistency.serial", "QUORUM")),
        *(("connection.pool_size", 4), ("pool_size", 0), ("connection.max_requests_per_connection", 40000)),
        *(("query.clustering_keys", []), ("query.partition_key", "a b"), ("query.limit", "100"), ("query.sql", "a")),
        *(
            ("load_balancing.policy", "random"),
            ("auth", {"password": "secret://db/password"}),
            ("auth.password", "CANARY"),
        ),
        *(("tls", {"cert_file": "/a"}), ("ssl", {}), ("uri", "cassandra://a"), ("cache.warm_limit", -1)),
    ],
)


@pytest.mark.parametrize("other", [{"consistency_level": "QUORUM"}, {"consistency": {"read": "QUORUM"}}])
def test_trap_two_spellings_of_the_consistency_are_one_in_the_document(other: Manifest) -> None:
    history = files(lookups={"history": {**HISTORY, **other}})["lookups.yaml"]["history"]
    assert (history["consistency_level"], history.get("consistency")) == ("QUORUM", None)


@pytest.mark.parametrize("other", [{"pool_size": 8}, {"connection": {"pool_size": 8}}])
def test_trap_two_spellings_of_the_pool_size_are_one_in_the_document(other: Manifest) -> None:
    history = files(lookups={"history": {**HISTORY, **other}})["lookups.yaml"]["history"]
    assert (history["pool_size"], history.get("connection")) == (8, None)


@pytest.mark.parametrize("other", [{"datacenter": "a"}, {"load_balancing": {"local_datacenter": "a"}}])
def test_two_spellings_of_the_datacenter_are_one_in_the_document(other: Manifest) -> None:
    history = files(lookups={"history": {**HISTORY, **other}})["lookups.yaml"]["history"]
    assert (history["datacenter"], history.get("load_balancing")) == ("a", None)


def test_trap_no_object_is_made_for_a_store_and_that_is_said() -> None:
    assert list(outcome(composite(binding(lookups={"history": HISTORY}))).resources) == ["document"]
    found = files(lookups={"history": HISTORY})
    assert "must exist" in found["unmanaged.yaml"]["lookups.history"]
    assert found["lookups.yaml"]["history"]["physical"] == "credit_card.transaction_history"


def test_trap_an_inline_password_is_refused_and_never_in_a_config_map() -> None:
    auth: Manifest = {"username": "cassandra", "password": "hunter2"}
    answer = outcome(composite(binding(lookups={"history": {**HISTORY, "auth": auth}})))
    assert {problem.path for problem in answer.problems} == {"spec.lookups.history.auth.password"}
    assert "hunter2" not in str(answer)


@pytest.mark.parametrize(
    ("fields", "holds"),
    [
        ({}, True),
        ({"consistency_level": "QUORUM"}, True),
        ({"consistency_level": "LOCAL_ONE", "datacenter": "a"}, True),
        ({"consistency": {"read": "LOCAL_ONE"}, "load_balancing": {"local_datacenter": "a"}}, True),
        ({"consistency": {"serial": "LOCAL_SERIAL"}}, True),
        ({"consistency_level": "LOCAL_ONE"}, False),
        ({"consistency_level": "LOCAL_QUORUM", "load_balancing": {"policy": "dc_aware"}}, False),
        ({"consistency": {"read": "LOCAL_QUORUM"}}, False),
    ],
)
def test_a_consistency_of_the_local_datacenter_says_which_that_is(fields: Manifest, *, holds: bool) -> None:
    history = {**HISTORY, **fields}
    assert judge(Model.rules[-1].cel, "self", history) == holds
    found = list(broken_rules(Model.model_validate(history), "a"))
    assert [problem.path for problem in found] == ([] if holds else ["a.datacenter"])
