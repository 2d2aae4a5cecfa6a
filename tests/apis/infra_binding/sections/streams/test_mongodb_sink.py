import json

import pytest

from function.apis.infra_binding.sections.streams.mongodb_sink import Model
from function.base.manifest import Json, Manifest, text_at
from tests.bindings import binding, manifests, secret
from tests.plug_ins.cases import Cases
from tests.plug_ins.families import COMPLETIONS

SINK: Manifest = {
    "type": "mongodb_sink",
    "uri": "secret://db/uri",
    "database": "credit_card",
    "collection": "accounts",
    "direction": "sink",
    "properties": {"p": "v"},
    "completion": {
        "enabled": True,
        "target": "accounts",
        "id_field": "_id",
        "write_concern": "majority",
    },
}
CHANGES: Manifest = {
    "direction": "bidirectional",
    "properties{p}": "w",
    "uri": "mongodb://mongo.shop.svc:27017",
    "database": "other",
    "collection": "system.accounts",
    "completion.enabled": False,
    "completion.target": "others",
    "completion.id_field": "account.id",
    "completion.write_concern": 2,
}
NO_URI = (
    *("", "mongo", "mongodb://", "mongodb://a b", "mongodb://a,", "http://mongo", "mongodb://u:CANARY@a", "a:27017"),
    *("mongodb://a/b?c d", "mongodb://a/b/c", "mongodb://$A", "secret://", "secret://DB", "secret://db/"),
    *("secret://db/uri/x", "secret://db/uri,mongodb://a"),
)
CASES = Cases(
    whole=SINK,
    changes=CHANGES,
    for_applications=CHANGES,
    refused=[
        *(("uri", text) for text in (None, *NO_URI)),
        *(("database", None), ("database", "a.b"), ("database", "d" * 257)),
        *(("collection", None), ("collection", "a b"), ("completion.target", "Completions")),
        *(("completion.id_field", ""), ("completion.write_concern", "a b"), ("completion.write_concern", True)),
        *(("completion", "accounts"), ("completion.target", "nobody"), ("topic", "a"), ("password", "CANARY")),
        ("direction", "source"),
    ],
)


@pytest.mark.parametrize(("direction", "reads"), [(None, False), ("sink", False), ("bidirectional", True)])
def test_it_is_written_and_read_only_if_that_is_said(direction: str | None, *, reads: bool) -> None:
    stream = Model.model_validate({**SINK, "direction": direction})
    assert (stream.reads, stream.writes) == (reads, True)


def test_no_object_makes_a_collection_and_that_is_said() -> None:
    found = manifests(binding(streams={"accounts": SINK}, completions=COMPLETIONS, secrets={"db": secret()}))
    assert list(found) == ["document"]
    unmanaged = json.loads(text_at(found["document"], "data", "unmanaged.yaml"))
    assert "MongoDB" in unmanaged["streams.accounts"]


def test_applications_find_where_to_write() -> None:
    found = manifests(binding(streams={"accounts": SINK}, completions=COMPLETIONS, secrets={"db": secret("mongo")}))
    streams = json.loads(text_at(found["document"], "data", "streams.yaml"))
    assert streams["accounts"]["physical"] == "credit_card.accounts"
    assert streams["accounts"]["uri"] == {"secretKeyRef": {"name": "mongo", "key": "uri"}}


@pytest.mark.parametrize("fields", [{}, {"completion": {"target": "others"}}])
def test_a_collection_may_have_several_entries(fields: dict[str, Json]) -> None:
    both: Json = {"a": SINK, "b": {**SINK, **fields}}
    assert manifests(binding(streams=both, completions=COMPLETIONS, secrets={"db": secret()}))
    assert list(Model.model_validate(SINK).identities()) == []
