import json
from collections.abc import Mapping
from typing import Any

import jsonschema
import jsonschema_rs
import pytest

from function.apis.composite import CROSSPLANE_FIELDS
from function.apis.registry import APIS
from function.base.manifest import Manifest
from function.base.one_of import Given, at_least_one, exactly_one
from function.base.rule import Rule
from function.publish.schema.json_schema import json_schema
from function.publish.schema.tree import AnyObject, List, Map, Object, Property, Scalar, Schema, Union

TEXT = Scalar(type="string", limits={"maxLength": 9}, examples=("a",))
CLAIM: dict[str, Any] = {
    "apiVersion": "platform.bizmatters.io/v1alpha1",
    "kind": "EventDrivenService",
    "metadata": {"name": "orders", "namespace": "shop"},
    "spec": {"image": "example/orders:1", "nats": {"stream": "A", "consumer": "b"}},
}


@pytest.fixture(scope="module")
def service(files: Mapping[str, str]) -> Any:
    return json.loads(files["apis/eventdrivenservice/schema.json"])


def places(schema: Any, document: Any) -> list[str]:
    return sorted(
        "/".join(str(step) for step in error.instance_path)
        for error in jsonschema_rs.validator_for(schema).iter_errors(document)
    )


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (TEXT, {"type": "string", "maxLength": 9, "examples": ["a"]}),
        (Scalar(type="string", enum=("a",), examples=("a",)), {"type": "string", "enum": ["a"]}),
        (Scalar(type="int-or-string", limits={"pattern": "^1$"}), {"type": ["integer", "string"], "pattern": "^1$"}),
        (
            List(item=Scalar(type="boolean"), limits={"maxItems": 1}),
            {"type": "array", "items": {"type": "boolean"}, "maxItems": 1},
        ),
        (
            Map(key=Scalar(type="string", limits={"pattern": "^a$"}), value=Scalar(type="number")),
            {"type": "object", "propertyNames": {"pattern": "^a$"}, "additionalProperties": {"type": "number"}},
        ),
        (
            Map(key=Scalar(type="string"), value=Scalar(type="number")),
            {"type": "object", "additionalProperties": {"type": "number"}},
        ),
        (AnyObject(), {"type": "object"}),
        (Object(description="", properties={}), {"type": "object", "additionalProperties": False, "properties": {}}),
    ],
)
def test_values(schema: Schema, expected: Manifest) -> None:
    assert json_schema(schema) == expected


def test_defaults_are_annotations() -> None:
    field = Property(schema=Scalar(type="boolean"), description="D.", required=False, default=False)
    schema = json_schema(Object(description="", properties={"a": field}))
    assert schema["properties"] == {"a": {"description": "D.", "type": "boolean", "default": False}}


def test_a_finding_in_a_union_is_about_the_chosen_variant_only() -> None:
    def variant(kind: str, field: str) -> Object:
        tag = Property(schema=Scalar(type="string", enum=(kind,)), description="", required=True)
        return Object(
            description="", properties={"type": tag, field: Property(schema=TEXT, description="", required=True)}
        )

    schema = json_schema(Union(tag="type", variants={"a": variant("a", "x"), "b": variant("b", "y")}))
    messages = [error.message for error in jsonschema_rs.validator_for(schema).iter_errors({"type": "a"})]
    assert messages == ['"x" is a required property']
    assert places(schema, {"type": "c"}) == ["type"]
    assert places(schema, {"type": "a", "x": "1", "y": "1"}) == [""]
    assert places(schema, {}) == [""]


def test_schemas_are_valid_themselves(files: Mapping[str, str]) -> None:
    for api in APIS.values():
        jsonschema.Draft7Validator.check_schema(json.loads(files[f"apis/{api.folder}/schema.json"]))


def test_a_claim_as_it_comes_back_from_a_cluster(service: Any) -> None:
    kept = {name: {"name": "x"} for name in CROSSPLANE_FIELDS}
    metadata = {**CLAIM["metadata"], "uid": "1", "labels": {"a": "b"}}
    assert places(service, {**CLAIM, "metadata": metadata, "spec": {**CLAIM["spec"], **kept}, "status": {}}) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"apiVersion": "v1"}, ["apiVersion"]),
        ({"kind": "Deployment"}, ["kind"]),
        ({"data": {}}, [""]),
        ({"metadata": {"namespace": "shop"}}, ["metadata"]),
        ({"metadata": {"name": "a" * 48}}, ["metadata/name"]),
        ({"metadata": {"name": "1a"}}, ["metadata/name"]),
        ({"metadata": {"name": "a.b"}}, ["metadata/name"]),
        ({"metadata": {"name": "a", "labels": {"a": 1}}}, ["metadata/labels/a"]),
        ({"spec": {}}, ["spec", "spec"]),
        ({"spec": None}, ["spec"]),
    ],
)
def test_wrong_documents(service: Any, change: Mapping[str, Any], expected: list[str]) -> None:
    assert places(service, {**CLAIM, **change}) == expected


def test_a_composite_may_have_a_longer_name_than_its_claim(service: Any) -> None:
    assert places(service, {**CLAIM, "kind": "XEventDrivenService", "metadata": {"name": "a" * 53}}) == []


def test_an_object_says_which_of_several_fields_it_needs() -> None:
    fields = {name: Property(schema=TEXT, description="", required=False) for name in "abc"}
    rules = tuple(
        Rule(cel=found.cel, message="m", holds=bool, one_of=found)
        for found in (exactly_one("a", "b"), at_least_one(Given("b"), Given("c")))
    )
    other = Rule(cel="x", message="", holds=bool)
    schema = json_schema(Object(description="", properties=fields, rules=(*rules, other)))
    for right in ({"a": "1", "c": "1"}, {"b": "1"}):
        assert places(schema, right) == []
    for wrong in ({"a": "1"}, {"c": "1"}, {"a": "1", "b": "1", "c": "1"}):
        assert places(schema, wrong) == [""]
    assert places(schema, {}) == ["", ""]


def test_two_rules_of_the_same_form_are_refused() -> None:
    rule = Rule(cel="", message="m", holds=bool, one_of=exactly_one("a", "b"))
    with pytest.raises(ValueError, match="m: another rule of the object already has this form"):
        json_schema(Object(description="", properties={}, rules=(rule, rule)))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"nats": ...}, ["spec"]),
        ({"disruptionBudget": {}}, ["spec/disruptionBudget"]),
        ({"disruptionBudget": {"minAvailable": 1, "maxUnavailable": 1}}, ["spec/disruptionBudget"]),
        ({"secretRefs": [{"name": "a"}]}, ["spec/secretRefs/0"]),
        ({"secretRefs": [{"name": "a", "env": [], "envFrom": False}]}, ["spec/secretRefs/0"]),
        ({"volumes": [{"name": "a", "mountPath": "/a"}]}, ["spec/volumes/0"]),
        ({"volumes": [{"name": "a", "mountPath": "/a", "emptyDir": {}, "secret": {"name": "a"}}]}, ["spec/volumes/0"]),
        ({"initContainer": {}}, ["spec/initContainer"]),
        ({"bindingRef": {"name": "a"}}, ["spec/bindingRef"]),
        ({"disruptionBudget": {"minAvailable": 1}, "secretRefs": [{"name": "a", "envFrom": True}]}, []),
    ],
)
def test_fields_that_replace_each_other(service: Any, change: Mapping[str, Any], expected: list[str]) -> None:
    spec = {name: value for name, value in {**CLAIM["spec"], **change}.items() if value is not ...}
    assert places(service, {**CLAIM, "spec": spec}) == expected
