"""Bindings that want the same objects, on a cluster in which nothing happens by itself.

Crossplane and provider-kubernetes take one step at a time, so that a test can let one overtake the other: the provider
looks, and only later writes what it then decides, as version 1.2.1 does with server-side apply.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from function.base.manifest import Json, Manifest, count_at, items_at, mapping_at
from function.base.outcome import Outcome
from function.base.request import Request
from function.delivery.live import asked, identity, is_object, orphaned
from function.render import render
from tests.bindings import PLATFORM
from tests.status.scene import SYNCED, condition

Target = tuple[str, str, str]
READY: Json = {"conditions": [condition("Ready", "True")]}


@dataclass
class Shared:
    """The live objects, and the Objects of each binding by key; `bindings` are composites by namespace/name."""

    bindings: Mapping[str, Manifest]
    platform: Manifest = field(default_factory=lambda: PLATFORM)
    live: dict[Target, Manifest] = field(default_factory=dict)
    objects: dict[str, dict[str, Manifest]] = field(default_factory=dict)
    seen: dict[tuple[str, str], tuple[int, Manifest | None]] = field(default_factory=dict)
    """What the provider saw last, and of which generation of the Object, until it acts on it."""

    def reconcile(self, owner: str) -> Outcome:
        """Let Crossplane call the function for a binding and apply the answer."""
        there = self.objects.setdefault(owner, {})
        outcome = render(Request(xr=self.bindings[owner], observed=there, platform=self.platform))
        assert outcome.fatal is None, outcome.fatal
        for key, composed in outcome.resources.items():
            old = there.get(key, {})
            generation = count_at(old, "metadata", "generation") + (old.get("spec") != composed.manifest["spec"])
            metadata: Manifest = {**mapping_at(composed.manifest, "metadata"), "generation": generation}
            there[key] = {**old, **composed.manifest, "metadata": metadata}
        return outcome

    def look(self, owner: str) -> None:
        """Let the provider look at the targets of a binding."""
        for key, wrapped in self.objects.get(owner, {}).items():
            if is_object(wrapped):
                found = self.live.get(identity(asked(wrapped)))
                self.seen[owner, key] = (count_at(wrapped, "metadata", "generation"), found)

    def act(self, owner: str) -> None:
        """Let the provider create, update, or leave alone what it looked at, and report what it saw."""
        for key, wrapped in self.objects.get(owner, {}).items():
            generation, found = self.seen.pop((owner, key), (0, None))
            if not generation:
                continue
            current = generation == count_at(wrapped, "metadata", "generation")
            policies = items_at(wrapped, "spec", "managementPolicies") or ["*"]
            if found is None:
                if current:  # it writes the Object before it creates, which fails if that has changed
                    self._apply(asked(wrapped))
                    self._report(owner, key, mapping_at(wrapped, "status", "atProvider"))
                continue
            if not _as_asked(found, asked(wrapped)) and ("*" in policies or "Update" in policies):
                found = self._apply(asked(wrapped))
            if current:
                self._report(owner, key, {"manifest": found})

    def settle(self, rounds: int = 5) -> dict[str, Outcome]:
        """Let everybody take their turns until nothing changes, and return the last answer of each binding."""
        for _ in range(rounds):
            for owner in self.bindings:
                self.turn(owner)
        return {owner: self.reconcile(owner) for owner in self.bindings}

    def turn(self, owner: str) -> None:
        """Let Crossplane and the provider do what they have to do for a binding."""
        self.reconcile(owner)
        self.look(owner)
        self.act(owner)

    def delete(self, owner: str) -> None:
        """Delete a binding, and what its Objects delete with it."""
        for wrapped in self.objects.pop(owner).values():
            if not orphaned(wrapped):
                self.live.pop(identity(asked(wrapped)), None)
        self.bindings = {name: binding for name, binding in self.bindings.items() if name != owner}

    def _apply(self, manifest: Mapping[str, Json]) -> Manifest:
        """Apply by force: what others have added to the maps in the metadata stays."""
        old = self.live.get(identity(manifest), {})
        metadata: Manifest = {**mapping_at(old, "metadata"), **mapping_at(manifest, "metadata")}
        for part in ("labels", "annotations"):
            metadata[part] = {**mapping_at(old, "metadata", part), **mapping_at(manifest, "metadata", part)}
        applied: Manifest = {**old, **manifest, "metadata": metadata, "status": READY}
        self.live[identity(manifest)] = applied
        return applied

    def _report(self, owner: str, key: str, at_provider: Mapping[str, Json]) -> None:
        wrapped = self.objects[owner][key]
        synced: Manifest = {**SYNCED, "observedGeneration": count_at(wrapped, "metadata", "generation")}
        self.objects[owner][key] = {**wrapped, "status": {"atProvider": at_provider, "conditions": [synced]}}


def _as_asked(found: Manifest, manifest: Mapping[str, Json]) -> bool:
    annotations = mapping_at(manifest, "metadata", "annotations").items()
    return (
        found.get("spec") == manifest.get("spec")
        and annotations <= mapping_at(found, "metadata", "annotations").items()
    )
