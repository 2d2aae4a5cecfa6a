"""A composite resource on a cluster that applies what it is told, and follows late or in part."""

from collections.abc import Collection, Mapping
from typing import Any

from function.base.manifest import Json, Manifest, count_at, items_at, mapping_at
from function.base.outcome import Outcome
from function.base.request import Request
from function.delivery.live import KEY, asked, is_object, orphaned
from function.plan import cluster
from function.render import render
from tools.fuzz.invariants import Violation, timed


class World:
    """`xr` and `platform` may be edited; `existing` are the composed resources by key, as Crossplane would hand them.

    The generation of a resource grows with its spec. `behind` are the keys of those that the cluster has not followed.
    """

    def __init__(self, xr: Manifest, platform: Manifest) -> None:
        self.xr, self.platform = xr, platform
        self.existing: dict[str, Manifest] = {}
        self.behind: set[str] = set()
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
        if outcome.conditions[-1].status == "True":
            self._all_done(desired)
        for key in sorted(self.existing.keys() - desired.keys()):
            self._explained(key, desired)
        changed = {key for key, manifest in desired.items() if manifest != self._asked.get(key)}
        self.behind = (self.behind | changed) & desired.keys()
        self.existing = {key: self._applied(key, manifest, key in changed) for key, manifest in desired.items()}
        self._asked = desired
        self._accepted = self.xr, self.platform
        return outcome

    def follow(self, keys: Collection[str]) -> None:
        """Let provider and controllers do all that is asked of them for these keys."""
        healthy = cluster.observed({key: _without_status(manifest) for key, manifest in self.existing.items()})
        self.existing |= {key: _caught_up(healthy[key], self.existing[key]) for key in keys}
        self.behind -= set(keys)

    def _applied(self, key: str, manifest: Manifest, changed: bool) -> Manifest:
        """Return what exists once the manifest is applied: the old status, and a generation that follows the spec."""
        old = self.existing.get(key, {})
        metadata: Json = {
            **mapping_at(manifest, "metadata"),
            "generation": count_at(old, "metadata", "generation") + int(changed),
        }
        return {**manifest, "metadata": metadata, **({"status": old["status"]} if "status" in old else {})}

    def _all_done(self, desired: Mapping[str, Manifest]) -> None:
        """Raise Violation where the claim is Operational before all that it asks for was asked for and done."""
        for key, manifest in desired.items():
            if manifest != self._asked.get(key):
                raise Violation("status not ahead of what was asked", key)
            if key in self.behind and is_object(manifest):
                raise Violation("status not ahead of the provider", key)

    def _explained(self, key: str, desired: Mapping[str, Manifest]) -> None:
        """Raise Violation unless the last edit of the claim is why the resource goes, or another replaces it."""
        if key in render(Request(xr=self.xr, platform=self.platform)).resources:
            raise Violation("no drop", f"{key} exists and is not desired, but the claim makes it")
        if orphaned(self.existing[key]):
            return  # the object itself stays
        added = [asked(desired[name]).get("kind") for name in desired.keys() - self.existing.keys()]
        if asked(self.existing[key]).get("kind") in added:
            return  # such as a SecretStore, whose key follows from its settings
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
