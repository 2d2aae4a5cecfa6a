"""The CompositeResourceDefinitions of an API: apiextensions.crossplane.io v1 for claims, v2 for the namespaced scope.

Names, group, and scope can never change after installation, so they are explicit. Fields that the API server would set
are written too, so that a tool that compares whole objects sees no drift.
"""

from function.apis.api import NAME_INVALID, NAME_RESERVED, RESERVED_NAMES, VERSION, Api, Column
from function.apis.composite import CROSSPLANE_FIELDS
from function.base.cel import literal
from function.base.manifest import Json, Manifest
from function.base.model import Spec
from function.base.problems import describe
from function.base.types import DNS_LABEL
from function.platform.config import PlatformConfig
from function.publish.schema.model import read
from function.publish.schema.structural import declared, structural
from function.publish.schema.variables import spec_tree


def claims(api: Api[Spec], config: PlatformConfig) -> Manifest:
    """Return the definition of the claim and of its cluster-scoped composite."""
    short_name = f"x{api.short_name}" if api.short_name else ""
    identity = _names(api.composite_kind, f"x{api.plural}", short_name, api.category)
    return {
        "apiVersion": "apiextensions.crossplane.io/v1",
        "kind": "CompositeResourceDefinition",
        "metadata": {"name": f"x{api.plural}.{config.group}"},
        "spec": {
            "scope": "LegacyCluster",
            "group": config.group,
            "names": identity,
            "claimNames": _names(api.kind, api.plural, api.short_name, api.category),
            **_composition(api.folder),
            "versions": [_version(api, config)],
        },
    }


def namespaced(api: Api[Spec], config: PlatformConfig) -> Manifest:
    """Return the definition of the namespaced composite, which needs no claim."""
    return {
        "apiVersion": "apiextensions.crossplane.io/v2",
        "kind": "CompositeResourceDefinition",
        "metadata": {"name": f"{api.plural}.{config.group}"},
        "spec": {
            "scope": "Namespaced",
            "group": config.group,
            "names": _names(api.kind, api.plural, api.short_name, api.category),
            **_composition(api.folder),
            "versions": [_version(api, config)],
        },
    }


def _names(kind: str, plural: str, short_name: str, category: str) -> Manifest:
    """Return the names; without a short name only those that every definition has, because none can be added later."""
    if not short_name:
        return {"kind": kind, "plural": plural}
    return {
        "kind": kind,
        "listKind": f"{kind}List",
        "plural": plural,
        "singular": kind.lower(),
        "shortNames": [short_name],
        "categories": [category],
    }


def _composition(name: str) -> Manifest:
    return {
        "defaultCompositionRef": {"name": name},
        "defaultCompositeDeletePolicy": "Background",
        "defaultCompositionUpdatePolicy": "Automatic",
    }


def _version(api: Api[Spec], config: PlatformConfig) -> Manifest:
    tree = spec_tree(api, config)
    for name in tree.properties.keys() & set(CROSSPLANE_FIELDS):
        raise ValueError(
            describe(f"{api.kind}.{name}: Crossplane silently overwrites a field with this name", hint="rename it")
        )
    spec = structural(tree)
    return {
        "name": VERSION,
        "served": True,
        "referenceable": True,
        "additionalPrinterColumns": [_column(column) for column in api.columns],
        "schema": {
            "openAPIV3Schema": {
                "description": spec["description"],
                "type": "object",
                "properties": {"spec": spec, "status": declared(read(api.status, config))},
                "x-kubernetes-validations": _name_rules(api),
            }
        },
    }


def _column(column: Column) -> Manifest:
    priority: Manifest = {"priority": column.priority} if column.priority else {}
    return {"name": column.name, "type": column.type, "jsonPath": column.path, **priority}


def _name_rules(api: Api[Spec]) -> list[Json]:
    """Return rules that apply to one kind only: the composite of a claim is named <claim>-xxxxx and may be longer."""
    other = f"self.kind != {literal(api.kind)}"
    rules = (
        (f"size(self.metadata.name) <= {api.name_max}", api.name_too_long),
        (f"self.metadata.name.matches({literal(DNS_LABEL.pattern)})", NAME_INVALID),
        (f"!(self.metadata.name in [{', '.join(map(literal, RESERVED_NAMES))}])", NAME_RESERVED),
    )
    return [
        {"rule": f"{other} || {rule}", "message": message, "fieldPath": ".metadata.name"} for rule, message in rules
    ]
