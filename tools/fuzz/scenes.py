"""What the targets start from: the examples, the cases and the recorded states of real control planes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from function.apis.registry import APIS
from function.base.manifest import Json, Manifest
from function.base.request import Request
from function.plan import cluster
from function.render import render
from tools import golden

RECORDED = golden.ROOT / "tests" / "recorded"


@dataclass(frozen=True)
class Scene:
    """A request in parts."""

    xr: Manifest
    observed: Mapping[str, Manifest]
    required: Mapping[str, Sequence[Manifest]]
    platform: Manifest

    @property
    def request(self) -> Request:
        """Return the scene as the core sees it."""
        return Request(xr=self.xr, observed=self.observed, required=self.required, platform=self.platform)


@cache
def scenes() -> tuple[Scene, ...]:
    """Return all scenes, valid and invalid."""
    return (*_committed(), *_recorded())


@cache
def valid() -> tuple[Scene, ...]:
    """Return those that are answered with resources, before anything exists."""
    fresh = (Scene(scene.xr, {}, {}, scene.platform) for scene in scenes())
    return tuple(scene for scene in fresh if render(scene.request).fatal is None)


def _committed() -> Iterator[Scene]:
    for folder in [*golden.folders(golden.EXAMPLES), *golden.folders(golden.CASES)]:
        xr, observed, platform = golden.request(folder)
        yield Scene(xr, observed, {}, platform)
        outcome = render(Request(xr=xr, observed=observed, platform=platform))
        if outcome.fatal is None:
            composed = {key: made.manifest for key, made in outcome.resources.items()}
            yield Scene(xr, cluster.observed(composed), {}, platform)


def _recorded() -> Iterator[Scene]:
    worker: Manifest = {"image": "ghcr.io/example/orders:1.2.3", "nats": {"stream": "ORDERS", "consumer": "orders"}}
    xr: Manifest = {
        "apiVersion": "platform.bizmatters.io/v1alpha1",
        "kind": "EventDrivenService",
        "metadata": {"name": "orders", "namespace": "shop"},
        "spec": worker,
    }
    diagnosis: Json = {"diagnosis": {"pods": True, "secrets": True}}
    settings: Manifest = {
        "apiVersion": "platform.fn.bizmatters.io/v1beta1",
        "kind": "PlatformConfig",
        "spec": diagnosis,
    }
    for path in sorted(RECORDED.glob("*.yaml")):
        situation = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
        required = {name: situation[name] for name in ("pods", "secrets") if name in situation}
        yield Scene(xr, situation.get("observed", {}), required, settings)


@cache
def words() -> tuple[str, ...]:
    """Return the names of all fields, and the keys and short texts of all scenes, sorted."""
    found: set[str] = set()
    for api in APIS.values():
        _collect(api.spec.model_json_schema(), found)
    for scene in scenes():
        _collect([scene.xr, dict(scene.observed), dict(scene.required), scene.platform], found)
    return tuple(sorted(found))


def _collect(value: Any, found: set[str]) -> None:
    if isinstance(value, dict):
        found.update(key for key in value if len(key) <= 64 and not key.startswith("$"))
        for item in value.values():
            _collect(item, found)
    elif isinstance(value, list):
        for item in value:
            _collect(item, found)
    elif isinstance(value, str) and len(value) <= 64:
        found.add(value)
