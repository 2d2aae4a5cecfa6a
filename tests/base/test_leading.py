from typing import Annotated, Literal

import pytest
from pydantic import Field

from function.apis.registry import APIS
from function.base.alternatives import Alternative, fields
from function.base.leading import leading, leads
from function.base.marks import Address
from function.base.model import Spec
from function.platform.config import Document


class Leaf(Spec):
    """A leaf."""

    kind: Literal["leaf"] = "leaf"
    where: Annotated[str, Address()] = ""
    port: int = 0


class Bare(Spec):
    """Nothing of interest."""

    kind: Literal["bare"] = "bare"
    port: int = 0


class Tree(Spec):
    """All ways down."""

    one: Leaf | None = None
    many: list[Leaf] = []
    by_name: dict[str, Annotated[Leaf | Bare, Field(discriminator="kind")]] = {}
    nested: dict[str, list[Leaf]] = {}
    bare: Bare = Bare()
    bares: list[Bare] = []
    text: str = ""
    anything: object = None


def is_address(alternative: Alternative) -> bool:
    return any(isinstance(mark, Address) for mark in alternative.marks)


def has_rules(alternative: Alternative) -> bool:
    return alternative.model is not None and bool(alternative.model.rules)


def test_every_way_to_what_is_wanted_is_found_and_no_other() -> None:
    assert leading(Tree, is_address) == (
        ("one", "one"),
        ("many", "many"),
        ("by_name", "byName"),
        ("nested", "nested"),
    )


def test_a_field_that_is_wanted_itself_is_found() -> None:
    assert leading(Leaf, is_address) == (("where", "where"),)


def test_where_nothing_is_wanted_there_is_nothing() -> None:
    assert leading(Bare, is_address) == ()
    assert not leads(Alternative(Bare), is_address)


def models(model: type[Spec]) -> set[type[Spec]]:
    below = {alternative.model for found in fields(model).values() for alternative in found if alternative.model}
    return {model}.union(*map(models, below))


@pytest.mark.parametrize("model", [*(api.spec for api in APIS.values()), Document])
def test_a_default_breaks_no_rule_so_what_is_not_set_is_not_checked(model: type[Spec]) -> None:
    assert any(map(has_rules, map(Alternative, models(model))))
    for owner in models(model):
        for info in owner.model_fields.values():
            if isinstance(info.default, Spec):
                assert all(rule.holds(info.default) for rule in info.default.rules), owner
