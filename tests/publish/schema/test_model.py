from typing import Annotated, Any, Literal, get_args

import pytest
from pydantic import Field

from function.base.model import Spec
from function.base.rule import Rule
from function.base.text import Text
from function.base.types import DNS_LABEL, DnsLabel, Quantity
from function.platform.config import PlatformConfig
from function.publish.schema.model import read
from function.publish.schema.tree import AnyObject, Limits, List, Map, Scalar, Union

CONFIG = PlatformConfig()
QUANTITY: Text = get_args(Quantity)[1]


class Inner(Spec):
    """An inner object."""

    rules = (Rule(cel="has(self.a)", message="needs a", holds=bool),)

    a: int | None = None
    """A number."""


class Cat(Spec):
    type: Literal["cat"]
    lives: int = 9


class Dog(Spec):
    type: Literal["dog"]


class Model(Spec):
    """A model
    of two lines."""

    name: DnsLabel
    """Its name,
    on two lines."""
    inner: Inner = Inner()
    """What the field says."""
    amount: Quantity | None = None
    words: Annotated[list[str], Field(max_length=3)] = []
    labels: Annotated[dict[DnsLabel, bool], Field(max_length=4)] = {}
    free: dict[str, object] = {}
    size: Annotated[str, Field(json_schema_extra={"x-enum-from": "sizes"})] | None = None
    pet: Annotated[Cat | Dog, Field(discriminator="type")] | None = None
    more_than: Annotated[int, Field(gt=0, lt=9)] = 3


READ = read(Model, CONFIG)


def of(name: str) -> object:
    return READ.properties[name].schema


def test_descriptions_are_docstrings_on_one_line() -> None:
    assert READ.description == "A model of two lines."
    assert READ.properties["name"].description == "Its name, on two lines."


def test_an_objects_docstring_survives_beside_its_fields_description() -> None:
    inner = READ.properties["inner"]
    assert inner.description == "What the field says."
    assert getattr(inner.schema, "description", "") == "An inner object."


def test_rules_lie_at_their_object() -> None:
    assert READ.rules == ()
    assert getattr(of("inner"), "rules", ()) == Inner.rules


def test_kinds_of_values() -> None:
    assert isinstance(of("name"), Scalar)
    assert isinstance(of("words"), List)
    assert isinstance(of("free"), AnyObject)


def test_a_number_that_is_taken_as_its_text_is_bounded_as_that() -> None:
    limits: Limits = {"maximum": 999_999_999_999_999, "minimum": 0, "maxLength": 32, "pattern": QUANTITY.pattern}
    expected = Scalar(type="int-or-string", limits=limits, examples=("512Mi",), meaning=QUANTITY.meaning)
    assert of("amount") == expected


def test_an_optional_field_is_plain_and_not_required() -> None:
    assert not READ.properties["amount"].required
    assert READ.properties["amount"].default is None
    assert READ.properties["name"].required


def test_keys_keep_their_pattern_and_length() -> None:
    labels = of("labels")
    assert isinstance(labels, Map)
    assert labels.key.limits == {"maxLength": 63, "pattern": DNS_LABEL.pattern}
    assert labels.key.meaning == DNS_LABEL.meaning
    assert labels.limits == {"maxProperties": 4}


def test_sizes_come_from_the_platform() -> None:
    assert getattr(of("size"), "enum", ()) == ("small", "medium", "large")
    other = PlatformConfig.model_validate({"sizes": {"tiny": {}}, "defaultSize": "tiny"})
    assert getattr(read(Model, other).properties["size"].schema, "enum", ()) == ("tiny",)


def test_a_tagged_union_keeps_its_variants() -> None:
    pet = of("pet")
    assert isinstance(pet, Union)
    assert list(pet.variants) == ["cat", "dog"]


def test_bounds_that_exclude_keep_their_numbers() -> None:
    assert of("moreThan") == Scalar(type="integer", limits={"exclusiveMaximum": 9, "exclusiveMinimum": 0})


class Untagged(Spec):
    either: Annotated[int | str, Field()] = 1


class Tuple(Spec):
    pair: tuple[int, str] = (1, "")


class NoType(Spec):
    some: Any = None


class Recursive(Spec):
    child: "Recursive | None" = None


class Unique(Spec):
    some: frozenset[int] = frozenset()


class Multiple(Spec):
    some: Annotated[int, Field(multiple_of=3)] = 3


class Unknown(Spec):
    some: Annotated[str, Field(json_schema_extra={"x-odd": True})] = ""


class NoMeaning(Spec):
    some: Annotated[str, Field(pattern="^x$")] = "x"


class NoMeaningOfKeys(Spec):
    some: dict[Annotated[str, Field(pattern="^x$")], str] = {}


class Bytes(Spec):
    some: Annotated[str, Field(json_schema_extra={"contentEncoding": "base64"})] = ""


class WrongTag(Spec):
    class Left(Spec):
        type: Literal["a", "b"]

    class Right(Spec):
        type: Literal["c"]

    some: Annotated[Left | Right, Field(discriminator="type")] | None = None


@pytest.mark.parametrize(
    ("model", "message"),
    [
        (Untagged, "Untagged.either: a union without a tag"),
        (Tuple, "Tuple.pair: the keyword 'prefixItems'"),
        (NoType, "NoType.some: type None has no"),
        (Recursive, "contains itself"),
        (Unique, "Unique.some: the keyword 'uniqueItems'"),
        (Multiple, "Multiple.some: the keyword 'multipleOf'"),
        (Unknown, "Unknown.some: the keyword 'x-odd'"),
        (NoMeaning, "NoMeaning.some: a pattern requires a meaning"),
        (NoMeaningOfKeys, "NoMeaningOfKeys.some: a pattern requires a meaning"),
        (Bytes, "Bytes.some: the keyword 'contentEncoding'"),
        (WrongTag, "WrongTag.some.type: must be a Literal of one string"),
    ],
)
def test_refuses_by_name_what_a_structural_schema_cannot_hold(model: type[Spec], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        read(model, CONFIG)
