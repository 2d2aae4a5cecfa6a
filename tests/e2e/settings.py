"""Compositions with other settings, in addition to those of the Configuration."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from typing import Any

import pytest

from tests.e2e.cluster import Scope
from tools.playground.kubectl import Kubectl

SETTINGS: dict[str, dict[str, Any]] = {
    "polled": {"delivery": "object"},
    "watched": {"delivery": "object", "objects": {"watch": True}},
    "direct": {"delivery": "direct"},
}
DELIVERIES = ["polled", "watched", pytest.param("direct", marks=pytest.mark.namespaced)]
"""The ways in which manifests reach the cluster; claims are never delivered directly."""


@contextmanager
def composition(kubectl: Kubectl, of: str, name: str, settings: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Create a copy of the Composition `of` with other settings, yield its PlatformConfig, and delete the copy."""
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
    """Return a claim or composite that selects a Composition by name."""
    reference = {"compositionRef": {"name": name}}
    return {**document, "spec": {**document["spec"], **(reference if scope == "claims" else {"crossplane": reference})}}
