"""Names that processes use have entries, and streams are used in their direction."""

import pytest

from function.apis.infra_binding.model.uses import Uses
from function.base.manifest import Json, Manifest
from function.render import check
from tests.bindings import PLATFORM, binding, completion, composite, topic

SINK: Manifest = {"type": "mongodb_sink", "uri": "mongodb://db", "database": "a", "collection": "b"}
SPEC = binding(
    streams={
        "both": topic("both"),
        "source": topic("source", direction="source"),
        "sink": topic("sink", producer={"acks": "all"}),
        "collection": SINK,
    },
    lookups={"customers": {"type": "redis", "uri": "redis://redis.shop.svc"}},
    dead_letters={"failed": topic("failed")},
    completions={"done": completion("done")},
    checkpoints={"saved": {"type": "s3", "bucket": "flink-state"}},
    state_backends={"default": {"type": "rocksdb"}},
)
ALL: Manifest = {
    "sources": ["both", "source"],
    "sinks": ["both", "sink", "collection"],
    "lookups": ["customers"],
    "dead_letters": ["failed"],
    "completions": ["done"],
    "checkpoints": ["saved"],
    "state_backends": ["default"],
}


def reported(**uses: Json) -> list[str]:
    return [str(problem) for problem in check(composite({**SPEC, "uses": {"process": uses}}), PLATFORM)]


def test_names_with_entries_are_right() -> None:
    assert ALL.keys() == Uses.model_fields.keys()
    assert reported(**ALL) == []


@pytest.mark.parametrize("field", ALL)
def test_a_name_without_an_entry(field: str) -> None:
    section = "streams" if field in ("sources", "sinks") else field
    assert reported(**{field: ["zzzz"]}) == [
        f"spec.uses.process.{field}[0]: must name an entry of spec.{section}; got 'zzzz'"
    ]


def test_a_similar_name_is_suggested() -> None:
    assert reported(lookups=["customer"]) == [
        "spec.uses.process.lookups[0]: must name an entry of spec.lookups; got 'customer'; did you mean 'customers'?"
    ]


@pytest.mark.parametrize(
    ("field", "name", "what"),
    [
        ("sources", "sink", "is only written to, so it cannot be a source"),
        ("sources", "collection", "is only written to, so it cannot be a source"),
        ("sinks", "source", "is only read, so it cannot be a sink"),
    ],
)
def test_a_stream_against_its_direction(field: str, name: str, what: str) -> None:
    assert reported(**{field: ["both", name]}) == [
        (
            f"spec.uses.process.{field}[1]: stream '{name}' {what}. "
            f"Hint: change direction, consumer, or producer of spec.streams.{name}, or the use"
        )
    ]


def test_an_entry_that_is_wrong_itself_is_not_told_twice() -> None:
    spec: Manifest = {**SPEC, "streams": {"a": {"type": "kafka", "direction": 1}, "b": 3}}
    uses: Json = {"process": {"sources": ["a", "b", "c"], "lookups": ["none"]}}
    found = [problem.path for problem in check(composite({**spec, "uses": uses}), PLATFORM)]
    assert [path for path in found if path.startswith("spec.uses")] == [
        "spec.uses.process.sources[2]",
        "spec.uses.process.lookups[0]",
    ]


def test_everything_that_can_be_checked_before_a_start_is_told_at_once() -> None:
    """The five rules of L5: names, direction, required fields, references to secrets, and variables."""
    streams: Json = {
        "read": topic(direction="source", properties={"p": "secret://nobody/key"}),
        "incomplete": {"type": "kafka", "brokers": "${BROKERS}"},
    }
    uses: Json = {"process": {"sources": ["missing"], "sinks": ["read"]}}
    found = check(composite(binding(streams=streams, uses=uses)), PLATFORM)
    assert sorted((problem.code, problem.path) for problem in found) == [
        ("EP101", "spec.streams.incomplete.topic"),
        ("EP402", "spec"),
        ("EP410", "spec.streams.read.properties.p"),
        ("EP462", "spec.uses.process.sources[0]"),
        ("EP463", "spec.uses.process.sinks[0]"),
    ]
