"""What may hold a secret is marked, so no error repeats it: every field of the models, and the errors themselves."""

from typing import Annotated, Any, Literal

import pytest

from function.base.alternatives import Alternative
from function.base.discovery import tagged_union
from function.base.marks import MayHoldSecret
from function.base.model import Spec
from function.base.types import FreeText
from function.base.validation import parse
from tests.field_types import MODELS, field_types

NAMES = {"value", "url", "args", "command", "query", "serverAddress", "monitoringEndpoint", "address", "properties"}
"""Fields that a credential is put into by mistake."""
FIELDS = [
    (path.rpartition(".")[2], path, found.marks)
    for model in MODELS
    for path, found in field_types(Alternative(model), model.__name__)
    if not found.model  # the fields of an object are marked themselves
]


class Lock(Spec):
    type: Literal["lock"]
    code: int = 0


class Chain(Spec):
    type: Literal["chain"]
    links: list[str] = []


class House(Spec):
    door: Annotated[tagged_union({"lock": Lock, "chain": Chain}), MayHoldSecret()] | None = None  # type: ignore[valid-type] # built at run time
    words: Annotated[list[FreeText], MayHoldSecret()] = []
    rooms: Annotated[dict[str, dict[str, int]], MayHoldSecret()] = {}
    number: Annotated[int, MayHoldSecret()] = 0
    color: Annotated[Literal["red"] | None, MayHoldSecret()] = None
    street: FreeText = ""


def test_every_field_of_such_a_name_is_marked() -> None:
    assert [path for name, path, marks in FIELDS if name in NAMES and MayHoldSecret() not in marks] == []


def test_every_such_name_is_a_field() -> None:
    assert {name for name, *_ in FIELDS} >= NAMES


@pytest.mark.parametrize(
    "spec",
    [
        {"door": "CANARY"},
        {"door": {"type": "CANARY"}},
        {"door": {"type": "lock", "code": "CANARY"}},
        {"door": {"type": "lock", "code": {"CANARY": "CANARY"}}},
        {"door": {"type": "lock", "pin": "CANARY"}},
        {"door": {"type": "chain", "links": "CANARY"}},
        {"door": {"type": "chain", "links": [{"CANARY": 1}]}},
        {"door": {"type": "chain", "links": [["CANARY"]]}},
        {"words": "CANARY"},
        {"words": {"CANARY": 1}},
        {"words": ["CANARY" * 999]},
        {"words": [{"value": "CANARY"}]},
        {"rooms": "CANARY"},
        {"rooms": {"hall": "CANARY"}},
        {"rooms": {"hall": {"key": "CANARY"}}},
        {"number": "CANARY"},
        {"color": "CANARY"},
    ],
    ids=str,
)
def test_no_error_repeats_a_marked_value_or_anything_below_it(spec: Any) -> None:
    problems = parse(House, spec, "spec")[1]
    assert problems
    assert "CANARY" not in repr(problems)


@pytest.mark.parametrize("spec", [{"door": 77001}, {"words": [77001]}, {"rooms": {"hall": 77001}}], ids=str)
def test_nor_a_number_there(spec: Any) -> None:
    problems = parse(House, spec, "spec")[1]
    assert problems
    assert "77001" not in repr(problems)


def test_what_is_not_marked_is_told() -> None:
    (problem,) = parse(House, {"street": 77001}, "spec")[1]
    assert "got 77001" in problem.message
