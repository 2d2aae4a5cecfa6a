import pytest

from function.apis.infra_binding.kafka.client import Client
from function.base.manifest import Json, Manifest, mapping_at

CONSUMER: Manifest = {
    "group_id": "auth-enrichment-v3",
    "auto_offset_reset": "earliest",
    "max_poll_records": 500,
    "isolation_level": "read_committed",
    "fetch_min_bytes": 1048576,
    "fetch_max_wait": "500ms",
}
PRODUCER: Manifest = {
    "acks": "all",
    "idempotence": True,
    "compression": "lz4",
    "retries": 3,
    "batch_size": 16384,
    "linger_ms": 5,
    "buffer_memory": 67108864,
    "transactional_id_prefix": "enrichment",
}


def client(**fields: Json) -> Client:
    return Client.model_validate(fields)


@pytest.mark.parametrize(
    ("fields", "reads", "writes"),
    [
        ({}, True, True),
        ({"consumer": {}}, True, False),
        ({"producer": {}}, False, True),
        ({"consumer": {}, "producer": {}}, True, True),
        ({"direction": "source", "producer": {}}, True, False),
        ({"direction": "sink", "consumer": {}}, False, True),
        ({"direction": "bidirectional", "consumer": {}}, True, True),
    ],
)
def test_the_direction_is_what_is_said_or_what_there_are_settings_for(
    fields: dict[str, Json], *, reads: bool, writes: bool
) -> None:
    found = client(**fields, schema_registry={"url": "https://registry"})
    assert (found.reads, found.writes) == (reads, writes)
    assert list(found.client("a")) == [*(["consumer"] if reads else []), *(["producer"] if writes else [])]


def test_clients_find_their_settings_under_the_names_of_kafka() -> None:
    found = client(consumer=CONSUMER, producer=PRODUCER)
    assert found.client("a") == {
        "consumer": {
            "group.id": "auth-enrichment-v3",
            "auto.offset.reset": "earliest",
            "max.poll.records": "500",
            "isolation.level": "read_committed",
            "fetch.min.bytes": "1048576",
            "fetch.max.wait.ms": "500",
        },
        "producer": {
            "acks": "all",
            "enable.idempotence": "true",
            "compression.type": "lz4",
            "retries": "3",
            "batch.size": "16384",
            "linger.ms": "5",
            "buffer.memory": "67108864",
        },
    }


def test_the_registry_that_the_serialization_names_wins() -> None:
    found = client(
        direction="source",
        schema_registry={"url": "https://registry", "basic_auth": "secret://db/auth"},
        serialization={"avro": {"schema_registry_url": "https://own"}},
    )
    assert mapping_at(found.client("a"), "consumer").items() >= {
        ("schema.registry.url", "https://own"),
        ("basic.auth.user.info", "secret://db/auth"),
    }
