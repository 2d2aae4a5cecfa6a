"""The input of function-patch-and-transform, with as many patches as a claim's lists need."""

from pathlib import Path
from typing import Any

import yaml

from function.base.manifest import Manifest

_FILE = Path(__file__).with_name("patch-and-transform.yaml")
_CONTAINER = "spec.forProvider.manifest.spec.template.spec.containers[0]"
_FIXED = 4
"""Variables that the base has before those of the claim."""


def resources(*, env: int, secrets: int) -> Manifest:
    """Return the input for claims with this many variables and references to Secrets; the first one names a key."""
    document: Manifest = yaml.load(_FILE.read_text(encoding="utf-8"), yaml.CSafeLoader)
    _deployment(document)["patches"] += [*_key(), *_variables(env), *_secrets(secrets)]
    return document


def count(document: Any) -> int:
    """Return how many patches are applied for one composite."""
    return sum(len(resource["patches"]) for resource in document["resources"])


def _deployment(document: Any) -> Any:
    return next(resource for resource in document["resources"] if resource["name"] == "deployment")


def _key() -> list[Manifest]:
    reference, variable = "spec.secretRefs[0]", f"{_CONTAINER}.env[{_FIXED}]"
    return [
        _patch(f"{reference}.env[0].envName", f"{variable}.name"),
        _patch(f"{reference}.name", f"{variable}.valueFrom.secretKeyRef.name"),
        _patch(f"{reference}.env[0].secretKey", f"{variable}.valueFrom.secretKeyRef.key"),
    ]


def _variables(env: int) -> list[Manifest]:
    return [
        _patch(f"spec.env[{index}].{part}", f"{_CONTAINER}.env[{_FIXED + 1 + index}].{part}")
        for index in range(env)
        for part in ("name", "value")
    ]


def _secrets(secrets: int) -> list[Manifest]:
    return [
        _patch(f"spec.secretRefs[{index}].name", f"{_CONTAINER}.envFrom[{index - 1}].secretRef.name")
        for index in range(1, secrets)
    ]


def _patch(source: str, target: str) -> Manifest:
    return {"type": "FromCompositeFieldPath", "fromFieldPath": source, "toFieldPath": target}
