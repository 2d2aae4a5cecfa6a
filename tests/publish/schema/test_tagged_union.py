import pytest

from function.base.manifest import Json, Manifest, at, items_at, mapping_at
from function.base.rule import Rule
from function.publish.schema.structural import structural
from function.publish.schema.tagged_union import singular
from function.publish.schema.tree import List, Map, Object, Property, Scalar, Schema, Union

TEXT = Scalar(type="string")


def variant(kind: str, *rules: Rule, **fields: Property) -> Object:
    tag = Property(schema=Scalar(type="string", enum=(kind,)), description="", required=True)
    return Object(description=f"A {kind}.", properties={"type": tag, **fields}, rules=rules)


def field(description: str = "D.", schema: Schema = TEXT, *, required: bool = False) -> Property:
    return Property(schema=schema, description=description, required=required)


def written(*variants: Object, name: str = "pets") -> Manifest:
    kinds = {pet.description.split()[1].removesuffix("."): pet for pet in variants}
    return structural(Union(tag="type", variants=kinds), name)


def rules(schema: Json) -> list[Json]:
    return list(items_at(schema, "x-kubernetes-validations"))


CAT = variant("cat", name=field("The cat's."), lives=field(required=True))
DOG = variant("dog", name=field("The dog's."), bones=field(required=True))


def test_all_fields_stand_side_by_side() -> None:
    schema = written(CAT, DOG)
    assert list(mapping_at(schema, "properties")) == ["type", "name", "lives", "bones"]
    assert schema["required"] == ["type"]
    assert at(schema, "properties", "type") == {
        "description": "cat: A cat. dog: A dog.",
        "type": "string",
        "enum": ["cat", "dog"],
    }


def test_a_shared_field_tells_whose_description_is_whose() -> None:
    described = at(written(CAT, DOG), "properties", "name", "description")
    assert described == "cat: The cat's. dog: The dog's."


def test_a_shared_field_with_one_description_has_just_that() -> None:
    schema = written(variant("cat", name=field()), variant("dog", name=field()))
    assert at(schema, "properties", "name", "description") == "D."


def test_a_field_that_differs_is_as_wide_as_all_and_each_type_narrows_it() -> None:
    def age(most: int) -> Property:
        return field(schema=Scalar(type="integer", limits={"minimum": 0, "maximum": most}))

    schema = written(variant("cat", age=age(20)), variant("dog", age=age(15)))
    assert at(schema, "properties", "age") == {"description": "D.", "type": "integer", "minimum": 0, "maximum": 20}
    assert rules(schema) == [
        {
            "rule": "!has(self.type) || self.type != 'dog' || !has(self.age) || self.age <= 15",
            "message": "must be at most 15",
            "fieldPath": ".age",
        }
    ]


def test_a_field_that_no_one_schema_takes_is_refused_naming_both() -> None:
    truth = field(schema=Scalar(type="boolean"))
    with pytest.raises(ValueError, match="age: variant cat has a string here, variant dog a boolean"):
        written(variant("cat", age=field()), variant("dog", age=truth))


def test_a_field_that_all_types_require_is_asked_for_by_type() -> None:
    schema = written(variant("cat", name=field(required=True)), variant("dog", name=field(required=True)))
    assert schema["required"] == ["type"]
    assert [at(rule, "message") for rule in rules(schema)] == [
        "a pet of type cat requires name",
        "a pet of type dog requires name",
    ]


def test_a_rule_that_all_types_have_is_judged_for_each() -> None:
    own = Rule(cel="a", message="m", holds=bool)
    schema = written(variant("cat", own, name=field()), variant("dog", own, name=field()))
    assert [at(rule, "rule") for rule in rules(schema)] == [
        "!has(self.type) || self.type != 'cat' || (a)",
        "!has(self.type) || self.type != 'dog' || (a)",
    ]


def test_each_required_field_has_a_rule_of_its_type() -> None:
    assert rules(written(CAT, DOG))[0] == {
        "rule": "!has(self.type) || self.type != 'cat' || has(self.lives)",
        "message": "a pet of type cat requires lives",
        "fieldPath": ".lives",
        "reason": "FieldValueRequired",
    }


def test_foreign_fields_have_one_rule_that_names_the_first() -> None:
    third = variant("eel", volts=field())
    assert rules(written(CAT, DOG, third))[1] == {
        "rule": "!has(self.type) || self.type != 'cat' || !(has(self.bones) || has(self.volts))",
        "message": "a pet of type cat does not accept bones, volts",
        "messageExpression": "'a pet of type cat does not accept ' + "
        "[has(self.bones) ? 'bones' : '', has(self.volts) ? 'volts' : ''].filter(name, name != '')[0]",
        "reason": "FieldValueForbidden",
    }


def test_without_foreign_fields_there_is_no_such_rule() -> None:
    assert rules(written(variant("cat", name=field()), variant("dog", name=field()))) == []


def test_a_variants_own_rules_are_judged_for_it_only() -> None:
    own = Rule(cel="a || b", message="m", field="lives", holds=bool)
    assert rules(written(variant("cat", own, lives=field())))[0] == {
        "rule": "!has(self.type) || self.type != 'cat' || (a || b)",
        "message": "m",
        "fieldPath": ".lives",
    }


def test_names_are_escaped_in_rules_and_literal_in_messages() -> None:
    odd = variant("cat", **{"a-b": field(required=True)})
    assert rules(written(odd))[0] == {
        "rule": "!has(self.type) || self.type != 'cat' || has(self.a__dash__b)",
        "message": "a pet of type cat requires a-b",
        "fieldPath": "['a-b']",
        "reason": "FieldValueRequired",
    }


def test_lists_and_maps_of_variants_are_called_by_the_field() -> None:
    union = Union(tag="type", variants={"cat": CAT})
    for schema in (List(item=union), Map(key=TEXT, value=union)):
        outer = Object(description="", properties={"policies": field(schema=schema)})
        item = at(structural(outer), "properties", "policies")
        (rule,) = rules(at(item, "items") or at(item, "additionalProperties"))
        assert at(rule, "message") == "a policy of type cat requires lives"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("triggers", "trigger"),
        ("lookups", "lookup"),
        ("policies", "policy"),
        ("classes", "class"),
        ("stream", "stream"),
        ("", ""),
    ],
)
def test_singular(name: str, expected: str) -> None:
    assert singular(name) == expected


def test_a_vowel_takes_an() -> None:
    (rule,) = rules(written(CAT, name="animals"))
    assert at(rule, "message") == "an animal of type cat requires lives"
