import pytest
from pydantic import ValidationError

from function.apis.infra_binding.sections.streams.kafka import Model
from function.base.manifest import Json, Manifest
from tests.bindings import binding, manifests, topic
from tests.leaves import leaves, replaced

WHOLE: Manifest = topic(partitions=3, replication=3, retention_ms=1, compaction="compact", properties={"p": "v"})
CHANGES: dict[str, Json] = {
    "topic": "other",
    "brokers": "main-kafka-bootstrap.shop.svc:9093",
    "partitions": 4,
    "replication": 1,
    "retention_ms": -1,
    "compaction": "delete",
}


@pytest.mark.parametrize(("place", "value"), CHANGES.items(), ids=CHANGES)
def test_another_value_gives_another_topic(place: str, value: Json) -> None:
    before = manifests(binding(streams={"a": WHOLE}))
    changed = manifests(binding(streams={"a": replaced(WHOLE, place, value)}))
    assert changed["stream-a"] != before["stream-a"]


def test_properties_are_for_applications() -> None:
    before = manifests(binding(streams={"a": WHOLE}))
    changed = manifests(binding(streams={"a": replaced(WHOLE, "properties{p}", "w")}))
    assert changed["stream-a"] == before["stream-a"]
    assert changed["document"] != before["document"]


def test_every_field_has_its_case() -> None:
    assert {*CHANGES, "properties{}"} == set(leaves(Model))


def test_it_is_made_under_the_key_of_a_stream() -> None:
    made = manifests(binding(streams={"orders": topic()}))["stream-orders"]
    assert [made["kind"]] == [kind for kind, _ in Model.makes]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("properties", {"a": True}), ("properties", {"a b": "c"}), ("properties", [])),
        *(("properties", {f"p{number}": "v" for number in range(65)}), ("type", "kinesis"), ("group_id", "x")),
    ],
)
def test_what_is_refused(field: str, value: Json) -> None:
    with pytest.raises(ValidationError):
        Model.model_validate({**topic(), field: value})
