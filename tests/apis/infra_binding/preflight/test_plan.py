"""What is checked, from documents: `checked` has path and server, `left` path and reason."""

import pytest

from function.apis.infra_binding.kafka.registered import NO_REGISTRY
from function.apis.infra_binding.preflight.address import IN_SECRET
from function.apis.infra_binding.preflight.check import Check
from function.apis.infra_binding.preflight.plan import NO_ADDRESS, TOO_MANY, Plan, by_target, plan
from function.apis.infra_binding.stores.redis_inquiry import NO_AMOUNT, NO_KEYS
from function.base.manifest import Json
from function.base.preflight import MOST, PASSED, REFUSED
from function.base.preflight import plan as written
from function.base.preflight_target import Endpoint
from tests.bindings import model, resolved, secret, storage, topic, vault

REDIS: Json = {"a": {"type": "redis", "uri": "redis://r"}}


def planned(kinds: tuple[str, ...] = ("connectivity",), /, **fields: Json) -> Plan:
    found = resolved(**fields, preflight={"checks": kinds}).preflight
    assert found is not None
    return found.plan


def checked(**fields: Json) -> list[tuple[str, str, bool]]:
    checks = planned(**fields).checks
    return [(check.path, str(check.target), check.target.tls) for check in checks if isinstance(check.target, Endpoint)]


def left(**fields: Json) -> list[tuple[str, str]]:
    return [(check.path, check.reason) for check in planned(**fields).checks if check.target is None]


def test_without_the_field_nothing_is() -> None:
    assert plan(model(streams={"a": topic()}), {}) is None


def test_brokers_and_the_registry_of_a_stream_are() -> None:
    registry: Json = {"url": "https://registry"}
    assert sorted(checked(streams={"a": topic(brokers="k1:1,k2:2", schema_registry=registry)})) == [
        ("streams.a.brokers", "k1:1", False),
        ("streams.a.brokers", "k2:2", False),
        ("streams.a.schema_registry.url", "registry:443", True),
    ]


@pytest.mark.parametrize(
    ("protocol", "tls"), [("SSL", True), ("SASL_SSL", True), ("sasl_ssl", True), ("SASL_PLAINTEXT", False), ("", False)]
)
def test_brokers_are_asked_for_tls_if_the_properties_do(protocol: str, *, tls: bool) -> None:
    properties: Json = {"security.protocol": protocol} if protocol else {}
    assert [found[2] for found in checked(streams={"a": topic(properties=properties)})] == [tls]


def test_stores_are() -> None:
    lookups: Json = {
        "a": {"type": "redis", "uri": "redis://r", "tls": {"enabled": True}},
        "b": {"type": "cassandra", "contact_points": ["c1", "c2:2"], "keyspace": "k", "table": "t"},
        "c": {"type": "elasticsearch", "hosts": ["http://es:9200"], "index": "i"},
    }
    assert checked(lookups=lookups) == [
        ("lookups.a.uri", "r:6379", True),
        ("lookups.b.contact_points[0]", "c1:9042", False),
        ("lookups.b.contact_points[1]", "c2:2", False),
        ("lookups.c.hosts[0]", "es:9200", False),
    ]


def test_sentinels_may_speak_without_tls_although_their_master_has_it() -> None:
    sentinel: Json = {"master_name": "m", "nodes": ["s:26379"]}
    store: Json = {"type": "redis", "uri": "redis://r", "tls": {"enabled": True}, "sentinel": sentinel}
    assert [tls for _, _, tls in checked(lookups={"a": store})] == [False, False]


def test_components_of_dapr_and_what_is_sent_to_are() -> None:
    component: Json = {"type": "state.redis", "metadata": {"redisHost": "r:6379"}}
    tracing: Json = {"type": "otel", "endpoint": "http://collector:4318"}
    found = checked(dapr={"components": {"store": component}}, monitoring={"tracing": tracing})
    assert [(path, server) for path, server, _ in found] == [
        ("dapr.components.store.metadata.redisHost", "r:6379"),
        ("monitoring.tracing.endpoint", "collector:4318"),
    ]


def test_what_others_connect_to_is_not() -> None:
    """External Secrets reads from stores, and Alertmanager sends alerts: both report by themselves."""
    receiver: Json = {"type": "slack", "name": "cards", "webhook_url": "secret://slack/url"}
    secrets: Json = {"db": vault(keys=["x"]), "slack": secret("slack")}
    assert planned(secrets=secrets, monitoring={"receivers": [receiver]}).checks == ()


def test_what_has_no_address_is_listed_with_a_reason() -> None:
    kinesis: Json = {"type": "kinesis", "stream": "s", "region": "us-east-1"}
    mongo: Json = {"type": "mongodb", "uri": "secret://mongo/uri", "database": "d", "collection": "c"}
    fields: dict[str, Json] = {
        "streams": {"a": kinesis},
        "lookups": {"b": mongo},
        "checkpoints": {"c": storage()},
        "secrets": {"mongo": secret("mongo")},
    }
    assert checked(**fields) == []
    assert left(**fields) == [
        ("streams.a", NO_ADDRESS),
        ("lookups.b.uri", IN_SECRET),
        ("checkpoints.c", NO_ADDRESS),
    ]


def test_a_server_is_reached_once_however_many_use_it() -> None:
    found = planned(streams={"a": topic("a"), "b": topic("b")})
    assert [check.path for check in found.checks] == ["streams.a.brokers", "streams.b.brokers"]
    assert len(found.targets) == 1


def test_servers_beyond_the_bound_are_not_checked_and_say_so() -> None:
    brokers = ",".join(f"k{number}:9092" for number in range(MOST))
    found = planned(streams={"a": topic("a", brokers=brokers), "b": topic("b", brokers="k0:9092,late:9092")})
    assert len(found.targets) == MOST
    assert [check.target for check in found.checks][-2:] == [Endpoint("k0", 9092), None]
    assert found.checks[-1].reason == f"{TOO_MANY}; late:9092 is not among them"


def registered(**fields: Json) -> Json:
    serialization: Json = {"value_format": "avro", "schema_registry_url": "https://registry/api/"}
    return topic("orders.v1", **{"serialization": serialization, **fields})


def test_schemas_of_streams_are_looked_for_in_their_registry() -> None:
    found = planned(("schema_compatibility",), streams={"a": registered(), "b": topic("b")}, lookups=REDIS)
    schema = Endpoint("registry", 443, tls=True, path="/api/subjects/orders.v1-value/versions/latest", format="AVRO")
    assert found.checks == (
        Check("schema_compatibility", "streams.a", schema),
        Check("schema_compatibility", "streams.b", reason=NO_REGISTRY),
    )
    assert found.targets == (schema,)


def test_each_check_is_made_in_the_order_of_the_binding_and_once() -> None:
    kinds = ("schema_compatibility", "connectivity", "schema_compatibility")
    found = planned(kinds, streams={"a": registered()})
    assert [check.kind for check in found.checks] == ["schema_compatibility", "connectivity", "connectivity"]
    assert found.kinds == ("schema_compatibility", "connectivity")


def test_results_are_those_of_servers() -> None:
    found = planned(streams={"a": topic(brokers="k1:1,k2:2")})
    assert by_target(found, (PASSED, REFUSED)) == {Endpoint("k1", 1): PASSED, Endpoint("k2", 2): REFUSED}


def test_a_plan_is_an_argument_that_linux_accepts() -> None:
    long = ",".join(f"{'a' * 63}.{'b' * 63}.{'c' * 60}-{number}:9092" for number in range(3))
    streams: Json = {f"s{number}": topic(f"{'t' * 240}-{number}", brokers=long) for number in range(64)}
    found = planned(("permissions", "capacity"), streams=streams)
    assert 50 < len(found.targets) < MOST
    assert len(written(found.targets)) < 110_000
    assert found.checks[-1].reason.startswith(f"{TOO_MANY}; ")


def test_topics_are_asked_about_and_what_is_not_asked_has_a_reason() -> None:
    found = planned(("permissions", "capacity"), streams={"a": topic("orders")}, lookups=REDIS)
    assert [(check.kind, check.path, str(check.target or check.reason)) for check in found.checks] == [
        ("permissions", "streams.a", "main-kafka-bootstrap.kafka.svc:9093 topic orders"),
        ("permissions", "lookups.a", NO_KEYS),
        ("capacity", "streams.a", "main-kafka-bootstrap.kafka.svc:9093 topic orders"),
        ("capacity", "lookups.a", NO_AMOUNT),
    ]
    assert len(found.targets) == 2
