"""A cluster in which nothing happens by itself: a script plays provider, KEDA and kubelet, and this file Crossplane."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import replace

from function.base.manifest import Json, Manifest, mapping_at
from function.base.outcome import Outcome
from function.base.request import Request
from function.render import render
from tests.status.scene import PODS, account, condition, service


class Cluster:
    """One composite with its Objects; `pods` answer the requirement, `readiness` is Ready of each answer so far."""

    def __init__(self, composite: Manifest) -> None:
        self.xr = deepcopy(composite)
        self.objects: dict[str, Manifest] = {}
        self.pods: Sequence[Manifest] = ()
        self.readiness: list[bool] = []

    def edit(self, **fields: Json) -> None:
        """Change the spec, as the claim's author does."""
        spec, metadata = mapping_at(self.xr, "spec"), mapping_at(self.xr, "metadata")
        generation = metadata.get("generation")
        assert isinstance(generation, int)
        self.xr = {**self.xr, "spec": {**spec, **fields}, "metadata": {**metadata, "generation": generation + 1}}

    def live(self, key: str, found: Manifest) -> None:
        """Let the provider apply the Object and see this."""
        self._report(key, condition("Synced", "True", "ReconcileSuccess"), {"atProvider": {"manifest": found}})

    def refuse(self, key: str, text: str) -> None:
        """Let the provider fail to apply the Object; what it saw last stays."""
        kept = {name: part for name, part in mapping_at(self.objects[key], "status").items() if name == "atProvider"}
        self._report(key, condition("Synced", "False", "ReconcileError", text), kept)

    def basics(self) -> None:
        """Let the provider make the account and the Service."""
        self.live("serviceaccount", account())
        self.live("service", service())

    def delete(self, key: str) -> None:
        """Delete an Object by hand."""
        del self.objects[key]

    def reconcile(self) -> Outcome:
        """Answer as often as Crossplane would ask until nothing changes, apply it, and return the last answer."""
        outcome = self._call()
        for _ in range(3):
            again = self._call()
            if _without_events(again) == _without_events(outcome) and not again.events:
                return outcome
            outcome = again
        raise AssertionError("the answers do not settle: Crossplane would reconcile for ever")

    def _call(self) -> Outcome:
        request = Request(xr=self.xr, observed=self.objects, required={"pods": self.pods}, platform=PODS)
        asked = render(request).requirements.keys() - {"pods"}
        found: dict[str, Sequence[Manifest]] = {"pods": self.pods, **dict.fromkeys(asked, ())}
        outcome = render(replace(request, required=found))
        assert outcome.fatal is None, outcome.fatal
        assert self.objects.keys() <= outcome.resources.keys() | self.may_go(), "an object would be deleted"
        for key, composed in outcome.resources.items():
            self._apply(key, composed.manifest)
        for key in self.objects.keys() - outcome.resources.keys():
            del self.objects[key]
        status = {
            **outcome.status,
            "conditions": [
                {"type": one.type, "status": one.status, "reason": one.reason, "message": one.message}
                for one in outcome.conditions
            ],
        }
        self.xr = {**self.xr, "status": status}
        self.readiness.append(all(composed.ready for composed in outcome.resources.values()))
        return outcome

    def may_go(self) -> frozenset[str]:
        """Return what the spec does without."""
        enabled = mapping_at(self.xr, "spec", "scaling").get("enabled", True)
        return frozenset() if enabled else frozenset({"scaledobject"})

    def _apply(self, key: str, manifest: Manifest) -> None:
        old = self.objects.get(key, {})
        generation = mapping_at(old, "metadata").get("generation", 0)
        assert isinstance(generation, int)
        changed = old.get("spec") != manifest["spec"]
        metadata: Manifest = {**mapping_at(manifest, "metadata"), "generation": generation + changed}
        self.objects[key] = {**old, **deepcopy(manifest), "metadata": metadata}

    def _report(self, key: str, synced: Manifest, status: Mapping[str, Json]) -> None:
        seen = mapping_at(self.objects[key], "metadata")["generation"]
        self.objects[key] = {
            **self.objects[key],
            "status": {**status, "conditions": [{**synced, "observedGeneration": seen}]},
        }


def _without_events(outcome: Outcome) -> tuple[object, ...]:
    return (outcome.resources, outcome.status, outcome.conditions, outcome.requirements, outcome.ttl_seconds)
