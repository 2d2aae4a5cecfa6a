import pytest

from function.apis.infra_binding.sections.lookups.redis import Model
from function.base.manifest import Manifest, at
from function.base.validation import broken_rules
from tests.apis.infra_binding.test_document import files
from tests.bindings import binding, composite
from tests.cel import judge
from tests.lookups import CHANGES, LOGIN, LOGIN_CHANGES, SHARED, TLS, TLS_CHANGES
from tests.plug_ins.cases import Cases
from tests.support import outcome

RATES: Manifest = {"type": "redis", "uri": "redis://redis.shop.svc:6379"}
WHOLE: Manifest = {
    **RATES,
    "database": 0,
    "key_pattern": "fx:rate:{currency}",
    "cluster_mode": False,
    "pool_size": 50,
    "cluster": {"max_redirects": 5, "nodes": ["redis-1:6379", "redis-2:6379"]},
    "sentinel": {"master_name": "mymaster", "nodes": ["sentinel-1:26379", "sentinel-2:26379"]},
    "connection": {"min_idle": 10, "connect_timeout": "5s", "socket_timeout": "1s", "max_retries": 3},
    "auth": LOGIN,
    "tls": TLS,
    "lookup": {
        "type": "hash",
        "hash_field": "data",
        "fetch_all": False,
        "ttl_field": "_ttl",
        "range_type": "score",
        "min_score": "-inf",
        "max_score": "+inf",
        "limit": 10,
    },
    "serialization": {"format": "json", "compression": "none"},
    **SHARED,
}
OTHERS: Manifest = {
    "uri": "secret://db/uri",
    "database": 15,
    "key_pattern": "{{card_id}}:limit",
    "cluster_mode": None,
    "pool_size": 20,
    "cluster.enabled": False,
    "cluster.max_redirects": 0,
    "cluster.nodes[0]": "redis-3:6379",
    "sentinel.master_name": "other",
    "sentinel.nodes[1]": "sentinel-3:26379",
    "connection.pool_size": 50,
    "connection.min_idle": 0,
    "connection.connect_timeout": "100ms",
    "connection.socket_timeout": "2s",
    "connection.max_retries": 0,
    "lookup.key_pattern": "fx:rate:{currency}",
    "lookup.type": "zset",
    "lookup.hash_field": "value",
    "lookup.fetch_all": True,
    "lookup.ttl_field": "expires",
    "lookup.range_type": "rank",
    "lookup.min_score": 0,
    "lookup.max_score": "1.5",
    "lookup.limit": 1,
    "serialization.format": "msgpack",
    "serialization.compression": "lz4",
    **LOGIN_CHANGES,
    **TLS_CHANGES,
    **CHANGES,
}
CASES = Cases(
    whole=WHOLE,
    changes=OTHERS,
    for_applications=OTHERS,
    refused=[
        *(
            ("uri", None),
            ("uri", ""),
            ("uri", "redis"),
            ("uri", "redis://"),
            ("uri", "http://a"),
            ("uri", "redis://a b"),
            ("database", 16),
            ("database", -1),
            ("database", "0"),
            ("database", "users"),
        ),
        *(("key_pattern", "fx:{currency"), ("key_pattern", "fx rate"), ("key_pattern", "fx:{}"), ("key_pattern", "")),
        *(("key_pattern", "fx:{1}"), ("lookup.key_pattern", "fx:{other}"), ("cluster_mode", "on")),
        *(("cluster_mode", True), ("cluster.enabled", True), ("connection.pool_size", 1), ("pool_size", 0)),
        *(("cluster.nodes", []), ("cluster.nodes[0]", "redis-1"), ("cluster.nodes[0]", "redis://redis-1:6379")),
        *(("sentinel.nodes", None), ("sentinel.master_name", None), ("sentinel.nodes[0]", "a:b@c:1")),
        *(("connection.max_retries", -1), ("connection.socket_timeout", "1"), ("auth.password", "CANARY")),
        *(("auth.mechanism", "PLAIN"), ("tls", {"key_file": "/a"}), ("tls.verify", True), ("lookup.type", "list")),
        *(("lookup.min_score", "low"), ("lookup.min_score", True), ("lookup.limit", -1), ("lookup.key_field", "a")),
        *(("serialization.format", "yaml"), ("serialization.compression", True), ("cache.l1.ttl", "1")),
        *(("cache.l3", {}), ("async.timeout", 30), ("collection", "a"), ("password", "CANARY")),
    ],
)


@pytest.mark.parametrize("other", [{"cluster_mode": True}, {"cluster": {"enabled": True}}])
def test_trap_two_spellings_of_the_cluster_mode_are_one_in_the_document(other: Manifest) -> None:
    rates = files(lookups={"rates": {**RATES, **other}})["lookups.yaml"]["rates"]
    assert (rates["cluster_mode"], rates.get("cluster")) == (True, None)


@pytest.mark.parametrize("other", [{"pool_size": 50}, {"connection": {"pool_size": 50}}])
def test_trap_two_spellings_of_the_pool_size_are_one_in_the_document(other: Manifest) -> None:
    rates = files(lookups={"rates": {**RATES, **other}})["lookups.yaml"]["rates"]
    assert (rates["pool_size"], rates.get("connection")) == (50, None)


@pytest.mark.parametrize("other", [{"key_pattern": "fx:{c}"}, {"lookup": {"key_pattern": "fx:{c}"}}])
def test_trap_two_spellings_of_the_key_pattern_are_one_in_the_document(other: Manifest) -> None:
    rates = files(lookups={"rates": {**RATES, **other}})["lookups.yaml"]["rates"]
    assert (rates["key_pattern"], rates.get("lookup"), rates["physical"]) == ("fx:{c}", None, "fx:{c}")


@pytest.mark.parametrize(("fields", "physical"), [({}, "database 0"), ({"database": 3}, "database 3")])
def test_without_a_pattern_the_keys_are_those_of_the_database(fields: Manifest, physical: str) -> None:
    assert Model.model_validate({**RATES, **fields}).physical("rates", {}) == physical


def test_trap_no_object_is_made_for_a_store_and_that_is_said() -> None:
    assert list(outcome(composite(binding(lookups={"rates": RATES}))).resources) == ["document"]
    assert "must exist" in files(lookups={"rates": RATES})["unmanaged.yaml"]["lookups.rates"]


@pytest.mark.parametrize("uri", ["redis://:hunter2@redis:6379", "rediss://reader:hunter2@redis:6380/0"])
def test_trap_credentials_in_an_address_are_refused(uri: str) -> None:
    answer = outcome(composite(binding(lookups={"rates": {**RATES, "uri": uri}})))
    assert {problem.path for problem in answer.problems} == {"spec.lookups.rates.uri"}
    assert "hunter2" not in str(answer)


@pytest.mark.parametrize("node", ["localhost:6379", "127.0.0.1:6379", "169.254.169.254:80"])
def test_a_node_is_no_address_that_no_claim_may_name(node: str) -> None:
    answer = outcome(composite(binding(lookups={"rates": {**RATES, "cluster": {"nodes": [node]}}})))
    assert {(problem.path, problem.code) for problem in answer.problems} == {
        ("spec.lookups.rates.cluster.nodes[0]", "EP225")
    }


@pytest.mark.parametrize(
    ("fields", "paths"),
    [
        ({"database": 3}, []),
        ({"database": 0, "cluster_mode": True}, []),
        ({"database": 3, "cluster": {"enabled": False}}, []),
        ({"database": 3, "cluster_mode": True}, ["a.database"]),
        ({"database": 3, "cluster": {"enabled": True}}, ["a.database"]),
        ({"cluster_mode": True, "sentinel": WHOLE["sentinel"]}, ["a.sentinel"]),
        ({"cluster": {"enabled": True}, "sentinel": WHOLE["sentinel"], "database": 1}, ["a.database", "a.sentinel"]),
    ],
)
def test_a_cluster_has_one_database_and_no_sentinels(fields: Manifest, paths: list[str]) -> None:
    rates = {**RATES, **fields}
    assert [problem.path for problem in broken_rules(Model.model_validate(rates), "a")] == paths
    assert [judge(rule.cel, "self", rates) for rule in Model.rules].count(False) == len(paths)


def test_a_password_alone_is_that_of_the_default_user() -> None:
    found = files(lookups={"rates": {**RATES, "auth": {"password": "secret://db/password"}}}, secrets={"db": SECRET})
    assert at(found["lookups.yaml"], "rates", "auth", "password", "secretKeyRef", "name") == "redis-reader"


SECRET: Manifest = {"provider": "kubernetes", "secret_name": "redis-reader"}
