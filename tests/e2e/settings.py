"""Compositions with settings of their own, beside those that the configuration brought."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from typing import Any

from tests.e2e.cluster import Scope
from tools.playground.kubectl import Kubectl


@contextmanager
def composition(kubectl: Kubectl, of: str, name: str, settings: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Add a Composition that is `of` with more settings, yield its PlatformConfig, and delete it in the end."""
    found = kubectl.get("composition", of)
    spec = deepcopy(found["spec"])
    platform: dict[str, Any] = spec["pipeline"][0]["input"]
    platform["spec"] |= settings
    kubectl.apply({**{key: found[key] for key in ("apiVersion", "kind")}, "metadata": {"name": name}, "spec": spec})
    try:
        yield platform
    finally:
        kubectl("delete", "composition", name)


def composed_by(document: Mapping[str, Any], name: str, scope: Scope) -> dict[str, Any]:
    """Return a claim or composite that asks for a Composition."""
    reference = {"compositionRef": {"name": name}}
    return {**document, "spec": {**document["spec"], **(reference if scope == "claims" else {"crossplane": reference})}}
