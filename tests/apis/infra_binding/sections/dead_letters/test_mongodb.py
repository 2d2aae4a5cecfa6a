import json

from function.apis.infra_binding.sections.dead_letters.mongodb import Model
from function.base.manifest import Manifest, text_at
from tests.bindings import binding, manifests, secret
from tests.plug_ins.cases import Cases

WHOLE: Manifest = {
    "type": "mongodb",
    "uri": "secret://db/uri",
    "database": "failed",
    "collection": "events",
    "include_metadata": True,
}
CHANGES: Manifest = {
    "uri": "mongodb://mongo.shop.svc:27017",
    "database": "other",
    "collection": "other",
    "include_metadata": False,
}
CASES = Cases(
    whole=WHOLE,
    changes=CHANGES,
    for_applications=CHANGES,
    refused=[
        *(("uri", None), ("uri", ""), ("database", "a b"), ("collection", ""), ("include_metadata", 1)),
        *(("topic", "a"), ("password", "CANARY"), ("type", "mongodb_sink")),
    ],
)


def test_no_object_makes_a_collection_and_that_is_said() -> None:
    made = manifests(binding(dead_letters={"failed": WHOLE}, secrets={"db": secret()}))
    assert list(made) == ["document"]
    data = {
        name: json.loads(text_at(made["document"], "data", name)) for name in ("unmanaged.yaml", "dead_letters.yaml")
    }
    assert "MongoDB" in data["unmanaged.yaml"]["dead_letters.failed"]
    assert data["dead_letters.yaml"]["failed"]["physical"] == "failed.events"


def test_a_collection_may_have_several_entries() -> None:
    assert list(Model.model_validate(WHOLE).identities()) == []
