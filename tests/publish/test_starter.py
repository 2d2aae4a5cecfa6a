"""First claims: valid, and commented in the words of the model."""

import pytest
import yaml

from function.apis.registry import APIS
from function.base.manifest import mapping_at
from function.platform.config import PlatformConfig
from function.publish.schema.model import read
from function.publish.starter import claim, commented
from function.render import check
from function.yaml.dump import dump

CONFIG = PlatformConfig()
ALSO = {"EventDrivenService": ("size",), "InfraBinding": ("streams",)}


def text(kind: str, also: tuple[str, ...] = ()) -> str:
    api = APIS[kind]
    document = claim(api, CONFIG, name="orders", namespace="shop", also=also)
    return commented(api, CONFIG, document, schema="schema.json", dump=dump)


@pytest.mark.parametrize("kind", APIS)
def test_the_claim_is_valid(kind: str) -> None:
    api = APIS[kind]
    document = claim(api, CONFIG, name="orders", namespace="shop", also=ALSO[kind])
    assert yaml.safe_load(text(kind, ALSO[kind])) == document
    assert check(document, None) == []
    assert set(ALSO[kind]) <= set(mapping_at(document, "spec"))


@pytest.mark.parametrize("kind", APIS)
def test_each_field_is_described(kind: str) -> None:
    shown = " ".join(text(kind).replace("#", " ").split())
    tree = read(APIS[kind].spec, CONFIG)
    required = [field.description for field in tree.properties.values() if field.required]
    assert required
    assert [description for description in required if description not in shown] == []
    assert [name for name in tree.properties if f"{name}:" not in shown] == []


def test_the_first_line_is_for_editors() -> None:
    assert text("EventDrivenService").startswith("# yaml-language-server: $schema=schema.json\n")


def test_fields_of_a_variant_are_described() -> None:
    shown = text("InfraBinding", ("streams",))
    assert "\n      # Name of the topic. It cannot be changed.\n      topic: " in shown


def test_a_field_that_is_set_is_not_offered_again() -> None:
    assert "# size:" in text("EventDrivenService")
    assert "# size:" not in text("EventDrivenService", ("size",))


def test_a_field_that_does_not_exist_is_a_bug() -> None:
    with pytest.raises(KeyError):
        text("EventDrivenService", ("sizes",))
