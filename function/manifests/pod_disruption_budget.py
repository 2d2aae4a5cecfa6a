"""PodDisruptionBudget (policy/v1)."""

from collections.abc import Mapping

from function.base.kind import Kind
from function.base.manifest import Manifest, present
from function.base.meta import Meta

KIND = Kind(api_version="policy/v1", kind="PodDisruptionBudget", plural="poddisruptionbudgets")


def manifest(
    meta: Meta, *, selector: Mapping[str, str], min_available: int | str | None, max_unavailable: int | str | None
) -> Manifest:
    """Return the budget; exactly one of the two values is set, to a number of pods or a percentage."""
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(),
        "spec": present(
            {
                "minAvailable": min_available,
                "maxUnavailable": max_unavailable,
                "selector": {"matchLabels": dict(selector)},
            }
        ),
    }
