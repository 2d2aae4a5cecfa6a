from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from function.apis.api import Api, Column
from function.apis.registry import APIS
from function.base.model import Spec
from function.platform.config import PlatformConfig
from function.publish import xrd

CONFIG = PlatformConfig()


class Thing(Spec):
    """A thing."""

    name: str | None = None
    """Its name."""


class ThingStatus(Spec):
    """How it is."""

    ready: bool = False
    """Whether it is."""


API: Api[Spec] = Api(
    kind="Thing",
    plural="things",
    short_name="th",
    spec=Thing,
    status=ThingStatus,
    columns=(Column("READY", ".status.ready", "boolean"), Column("NAME", ".spec.name", priority=1)),
    makes=(("Deployment", "always"),),
    name_max=20,
    phases={},
)


def schema(definition: Any) -> Any:
    (version,) = definition["spec"]["versions"]
    return version["schema"]["openAPIV3Schema"]


def test_claims() -> None:
    definition: Any = xrd.claims(API, CONFIG)
    versions = definition["spec"].pop("versions")
    assert definition == {
        "apiVersion": "apiextensions.crossplane.io/v1",
        "kind": "CompositeResourceDefinition",
        "metadata": {"name": "xthings.platform.bizmatters.io"},
        "spec": {
            "scope": "LegacyCluster",
            "group": "platform.bizmatters.io",
            "names": {
                "kind": "XThing",
                "listKind": "XThingList",
                "plural": "xthings",
                "singular": "xthing",
                "shortNames": ["xth"],
                "categories": ["platform"],
            },
            "claimNames": {
                "kind": "Thing",
                "listKind": "ThingList",
                "plural": "things",
                "singular": "thing",
                "shortNames": ["th"],
                "categories": ["platform"],
            },
            "defaultCompositionRef": {"name": "thing"},
            "defaultCompositeDeletePolicy": "Background",
            "defaultCompositionUpdatePolicy": "Automatic",
        },
    }
    assert [version["name"] for version in versions] == ["v1alpha1"]


def test_namespaced() -> None:
    definition: Any = xrd.namespaced(API, CONFIG)
    assert definition["apiVersion"] == "apiextensions.crossplane.io/v2"
    assert definition["metadata"] == {"name": "things.platform.bizmatters.io"}
    assert definition["spec"]["scope"] == "Namespaced"
    assert definition["spec"]["names"]["kind"] == "Thing"
    assert definition["spec"]["defaultCompositionRef"] == {"name": "thing"}
    assert "claimNames" not in definition["spec"]


def test_both_scopes_have_one_schema() -> None:
    assert schema(xrd.claims(API, CONFIG)) == schema(xrd.namespaced(API, CONFIG))


def test_columns_leave_the_usual_priority_out() -> None:
    definition: Any = xrd.claims(API, CONFIG)
    assert definition["spec"]["versions"][0]["additionalPrinterColumns"] == [
        {"name": "READY", "type": "boolean", "jsonPath": ".status.ready"},
        {"name": "NAME", "type": "string", "jsonPath": ".spec.name", "priority": 1},
    ]


def test_the_name_of_a_claim_is_judged_and_that_of_its_composite_is_not() -> None:
    root = schema(xrd.claims(API, CONFIG))
    assert root["x-kubernetes-validations"] == [
        {
            "rule": "self.kind != 'Thing' || size(self.metadata.name) <= 20",
            "message": "a name must be at most 20 characters long",
            "fieldPath": ".metadata.name",
        },
        {
            "rule": "self.kind != 'Thing' || self.metadata.name.matches('^[a-z]([-a-z0-9]*[a-z0-9])?$')",
            "message": "a name must be lowercase letters, digits and dashes, starting with a letter",
            "fieldPath": ".metadata.name",
        },
        {
            "rule": "self.kind != 'Thing' || !(self.metadata.name in ['default', 'kubernetes'])",
            "message": "this name is reserved",
            "fieldPath": ".metadata.name",
        },
    ]
    assert root["properties"].keys() == {"spec", "status"}


def test_only_what_crossplane_copies_stands_at_the_top() -> None:
    root = schema(xrd.claims(API, CONFIG))
    assert root.keys() == {"description", "type", "properties", "x-kubernetes-validations"}
    copied = {"description", "type", "properties", "required", "x-kubernetes-validations"}
    assert root["properties"]["spec"].keys() <= copied
    assert root["properties"]["status"].keys() <= copied


@pytest.mark.parametrize("api", APIS.values(), ids=lambda api: api.kind)
def test_short_names_of_claim_and_composite_differ(api: Api[Spec]) -> None:
    spec: Any = xrd.claims(api, CONFIG)["spec"]
    assert not set(spec["names"]["shortNames"]) & set(spec["claimNames"]["shortNames"])


class Clash(Spec):
    """A spec with a field that Crossplane has as well."""

    resource_ref: str | None = None
    """Lost."""


@pytest.mark.parametrize("definition", [xrd.claims, xrd.namespaced])
def test_a_field_that_crossplane_would_overwrite_is_refused(
    definition: Callable[[Api[Spec], PlatformConfig], object],
) -> None:
    with pytest.raises(ValueError, match=r"Thing[.]resourceRef: Crossplane silently overwrites"):
        definition(replace(API, spec=Clash), CONFIG)
