"""A composite resource on a cluster that applies what it is told, and follows late or in part."""

from collections.abc import Collection, Mapping
from typing import Any

from function.base.manifest import Json, Manifest, count_at, items_at, mapping_at
from function.base.outcome import Outcome
from function.base.request import Request
from function.delivery.live import KEY, is_object
from function.render import render
from tools import cluster
from tools.fuzz.invariants import Violation, timed


class World:
    """`xr` and `platform` may be edited; `existing` are the composed resources by key, as Crossplane would hand them.

    The generation of a resource grows with its spec.
    """

    def __init__(self, xr: Manifest, platform: Manifest) -> None:
        self.xr, self.platform = xr, platform
        self.existing: dict[str, Manifest] = {}
        self._asked: Mapping[str, Manifest] = {}
        self._accepted = xr, platform

    def take_back(self) -> None:
        """Undo the edits since the last answer that was not fatal."""
        self.xr, self.platform = self._accepted

    def reconcile(self) -> Outcome:
        """Answer, and let Crossplane apply the answer as far as it may; raises Violation."""
        seen = Request(xr=self.xr, observed=self.existing, platform=self.platform)
        outcome = timed(lambda: render(seen))
        if outcome.fatal is not None:
            return outcome
        desired = {key: made.manifest for key, made in outcome.resources.items()}
        for key in sorted(self.existing.keys() - desired.keys()):
            self._explained(key)
        changed = {key for key, manifest in desired.items() if manifest != self._asked.get(key)}
        self.existing = {key: self._applied(key, manifest, key in changed) for key, manifest in desired.items()}
        self._asked = desired
        self._accepted = self.xr, self.platform
        return outcome

    def follow(self, keys: Collection[str]) -> None:
        """Let provider and controllers do all that is asked of them for these keys."""
        healthy = cluster.observed({key: _without_status(manifest) for key, manifest in self.existing.items()})
        self.existing |= {key: _caught_up(healthy[key], self.existing[key]) for key in keys}

    def _applied(self, key: str, manifest: Manifest, changed: bool) -> Manifest:
        """Return what exists once the manifest is applied: the old status, and a generation that follows the spec."""
        old = self.existing.get(key, {})
        metadata: Json = {
            **mapping_at(manifest, "metadata"),
            "generation": count_at(old, "metadata", "generation") + int(changed),
        }
        return {**manifest, "metadata": metadata, **({"status": old["status"]} if "status" in old else {})}

    def _explained(self, key: str) -> None:
        """Raise Violation unless the last edit of the claim, and no setting, is why the resource goes."""
        if key in render(Request(xr=self.xr, platform=self.platform)).resources:
            raise Violation("no drop", f"{key} exists and is not desired, but the claim makes it")
        before = render(Request(xr=self._accepted[0], platform=self.platform))
        if before.fatal is None and key not in before.resources:
            raise Violation("no drop by settings", f"{key} exists, and the settings alone let it go")


def _without_status(manifest: Manifest) -> Manifest:
    return {name: part for name, part in manifest.items() if name != "status"}


def _caught_up(healthy: Manifest, existing: Manifest) -> Manifest:
    """Return the healthy resource with the generation it has, seen by whoever reports a generation."""
    generation = count_at(existing, "metadata", "generation")
    annotations: Json = {**mapping_at(existing, "metadata", "annotations"), KEY: _key(healthy)}
    metadata: Json = {**mapping_at(existing, "metadata"), "annotations": annotations}
    status: Any = dict(mapping_at(healthy, "status"))
    if is_object(healthy):
        conditions = [mapping_at(entry) for entry in items_at(status, "conditions")]
        status["conditions"] = [{**entry, "observedGeneration": generation} for entry in conditions]
    elif "observedGeneration" in status:
        status["observedGeneration"] = generation
    return {**healthy, "metadata": metadata, **({"status": status} if status else {})}


def _key(healthy: Manifest) -> Json:
    return mapping_at(healthy, "metadata", "annotations").get(KEY)
