"""The trees that paths lead through."""

import pytest

from function.apis.registry import APIS
from function.platform.config import PlatformConfig
from function.publish.explain.root import Root, roots
from function.publish.schema.tree import Object, Scalar

ROOTS = roots(APIS.values(), PlatformConfig())
SERVICE, BINDING, SETTINGS = ROOTS


def test_each_api_and_the_settings_have_a_root() -> None:
    assert [root.kind for root in ROOTS] == [*APIS, "PlatformConfig"]


@pytest.mark.parametrize("root", [SERVICE, BINDING], ids=["service", "binding"])
def test_a_claim_has_the_fields_of_a_manifest(root: Root) -> None:
    assert list(root.tree.properties) == ["apiVersion", "kind", "metadata", "spec", "status"]
    assert not root.tree.properties["status"].required


def test_settings_have_no_metadata_and_no_status() -> None:
    assert list(SETTINGS.tree.properties) == ["spec"]


def test_the_length_of_a_name_is_that_of_the_api() -> None:
    metadata = SERVICE.tree.properties["metadata"].schema
    assert isinstance(metadata, Object)
    name = metadata.properties["name"].schema
    assert isinstance(name, Scalar)
    assert name.limits == {"maxLength": APIS["EventDrivenService"].name_max}


def test_short_names_select_an_api() -> None:
    assert ("eds" in SERVICE.names, "ib" in BINDING.names) == (True, True)
