from function.apis.infra_binding.connections.group import groups
from tests.bindings import resolved, topic
from tests.connections import SECRETS
from tests.dapr import KAFKA


def test_entries_with_one_server_are_together() -> None:
    lookup = {"type": "redis", "uri": "redis://redis"}
    found = groups(
        resolved(
            streams={"b": topic(brokers="kafka:9092"), "a": topic("x", brokers="kafka:9092")},
            dapr={"components": {"bus": KAFKA}},
            lookups={
                "rates": lookup,
                "again": {**lookup, "uri": "redis://redis:6379/"},
                "far": {**lookup, "uri": "redis://far"},
            },
        )
    )
    assert [(group.service, group.address) for group in found] == [
        ("Kafka", "kafka:9092"),
        ("Redis", "far:6379"),
        ("Redis", "redis:6379"),
    ]
    assert [entry.path for entry, _ in found[0].users] == ["streams.a", "streams.b", "dapr.components.bus"]
    assert len(found[2].users) == 2


def test_each_line_stands_once() -> None:
    lookup = {"type": "redis", "uri": "redis://redis"}
    (found,) = groups(resolved(lookups={"a": lookup, "b": lookup}))
    lines = found.lines(lambda endpoint: endpoint.development)
    assert len(lines) == len(set(lines)) == 3
    assert len(found.texts(lambda endpoint: endpoint.backup)) == 1


def test_servers_whose_address_is_in_a_secret_are_told_apart_by_it() -> None:
    lookups = {
        name: {"type": "redis", "uri": f"secret://db/{key}"} for name, key in (("a", "x"), ("b", "x"), ("c", "y"))
    }
    found = groups(resolved(secrets=SECRETS, lookups=lookups))
    assert [group.heading for group in found] == [
        "### Redis: in Secret `db-login`, key `x`",
        "### Redis: in Secret `db-login`, key `y`",
    ]


def test_what_has_no_server_is_in_no_group() -> None:
    assert groups(resolved(secrets=SECRETS, state_backends={"default": {"type": "hashmap"}})) == ()
