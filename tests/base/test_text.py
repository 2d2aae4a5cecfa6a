"""Text types: what pydantic checks, what schemas say, and every text type of the models."""

import re
from dataclasses import replace
from typing import Annotated, Any

import pytest
from pydantic import Field, TypeAdapter, ValidationError

from function.base.alternatives import Alternative
from function.base.model import Spec
from function.base.text import MEANING, Text
from function.base.validation import matches, parse
from tests.field_types import MODELS, field_types

CODE = Text("^[A-Z]+$", meaning="capital letters", example="MAU", min_length=2, max_length=3)
Code = Annotated[str, CODE]
Twin = Annotated[str, replace(CODE, meaning="capital letters of a twin")]
TEXTS = sorted(
    {
        mark
        for model in MODELS
        for _, found in field_types(Alternative(model), model.__name__)
        for mark in found.marks
        if isinstance(mark, Text)
    },
    key=repr,
)
"""Those of plug-ins too."""


class Pet(Spec):
    code: Code = "MAU"
    codes: dict[Code, Code] = {}
    twins: dict[Code, Twin] = {}
    other: Annotated[Code, Field(examples=["REX"])] | None = None


@pytest.mark.parametrize("value", ["", "M", "MAUM", "mau", "MA1", "MAU\n", 1, None, True, ["MAU"]])
def test_what_is_refused(value: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Code).validate_python(value)


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        ({"code": "mau"}, "spec.code: must be capital letters; got 'mau'"),
        ({"code": "M"}, "spec.code: must be at least 2 character(s) long"),
        ({"code": "MAUM"}, "spec.code: must be at most 3 characters long"),
        ({"codes": {"mau": "MAU"}}, "spec.codes.mau: must be capital letters; got 'mau'"),
        ({"codes": {"MAU": "mau"}}, "spec.codes.MAU: must be capital letters; got 'mau'"),
        ({"twins": {"MAU": "mau"}}, "spec.twins.MAU: must be capital letters of a twin; got 'mau'"),
        ({"other": "rex"}, "spec.other: must be capital letters; got 'rex'"),
    ],
)
def test_errors_use_its_words(spec: Any, message: str) -> None:
    assert [str(problem) for problem in parse(Pet, spec, "spec")[1]] == [message]


def test_the_schema_has_its_words_and_its_example() -> None:
    expected = {"type": "string", "pattern": "^[A-Z]+$", "minLength": 2, "maxLength": 3}
    assert TypeAdapter(Code).json_schema() == {**expected, MEANING: "capital letters", "examples": ["MAU"]}


def test_an_example_of_the_field_wins() -> None:
    assert Pet.model_json_schema()["properties"]["other"]["anyOf"][0]["examples"] == ["REX"]


def test_pydantic_checks_it_without_running_python() -> None:
    """A spec is validated on every call: a Python function for each text would cost more than all else."""
    assert TypeAdapter(Code).core_schema["type"] == "str"


@pytest.mark.parametrize("text", TEXTS, ids=repr)
def test_every_pattern_is_anchored_and_free_of_what_re2_lacks(text: Text) -> None:
    assert text.pattern.startswith("^")
    assert text.pattern.endswith("$")
    assert "(?" not in text.pattern
    assert not re.findall(r"\\[dwsb]", text.pattern)


@pytest.mark.parametrize("text", TEXTS, ids=repr)
def test_every_text_is_explained_and_its_example_is_right(text: Text) -> None:
    # the words follow "must be"
    assert text.meaning
    assert not text.meaning.endswith(".")
    assert matches(text.pattern, text.example)
    assert (text.min_length or 0) <= len(text.example) <= text.max_length
