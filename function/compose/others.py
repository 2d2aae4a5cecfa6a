"""The objects of a claim beside its pod, as far as nothing in a compose file does the same."""

from collections.abc import Iterator, Sequence

from function.base.manifest import Manifest, at, mapping_at, text_at
from function.compose.effect import without

_OF_DEPLOYMENT = {
    **dict.fromkeys(("progressDeadlineSeconds", "replicas", "revisionHistoryLimit", "selector", "template"), ""),
    "strategy": "a new container replaces the old one",
}
_REASONS = {
    # scaling is told of the ScaledObject, and the account of the pod
    **dict.fromkeys(("Deployment", "ScaledObject", "Service", "ServiceAccount", "TriggerAuthentication"), ""),
    "NetworkPolicy": "the containers of the compose network reach each other and the internet",
    "PodDisruptionBudget": "nothing is evicted here",
    "PodMonitor": "nothing collects metrics",
    "ServiceMonitor": "nothing collects metrics",
}


def told(objects: Sequence[Manifest]) -> Iterator[str]:
    """Yield the kinds of objects that have no effect, and fields of the Deployment."""
    yield from without({text_at(found, "kind"): None for found in objects}, _REASONS)
    for found in objects:
        if found["kind"] == "Deployment":
            yield from without(mapping_at(found, "spec"), _OF_DEPLOYMENT, "Deployment: ")
            if at(found, "spec", "replicas") not in (None, 1):
                yield "Deployment: replicas: there is always one container"
