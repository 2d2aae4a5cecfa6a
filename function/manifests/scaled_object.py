"""ScaledObject (keda.sh/v1alpha1)."""

from collections.abc import Sequence
from dataclasses import dataclass

from function.base import naming
from function.base.kind import Kind
from function.base.manifest import Manifest, present
from function.base.meta import Meta

KIND = Kind(api_version="keda.sh/v1alpha1", kind="ScaledObject", plural="scaledobjects")

PAUSED = "autoscaling.keda.sh/paused"


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Bounds and timing of the scaler; None means KEDA's default."""

    min_replicas: int
    max_replicas: int
    polling_interval: int | None = None
    cooldown_period: int | None = None
    scale_down_stabilization: int | None = None


def manifest(
    meta: Meta, *, limits: Limits, triggers: Sequence[Manifest], fallback: Manifest | None, paused: bool
) -> Manifest:
    """Return the scaler of the Deployment with the same name. KEDA names its HPA keda-hpa-<name of the scaler>."""
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(
            name=naming.scaler(meta.name),
            annotations={PAUSED: "true"} if paused else None,
        ),
        "spec": present(
            {
                "scaleTargetRef": {"name": meta.name},
                "minReplicaCount": limits.min_replicas,
                "maxReplicaCount": limits.max_replicas,
                "pollingInterval": limits.polling_interval,
                "cooldownPeriod": limits.cooldown_period,
                "fallback": fallback,
                "advanced": _behavior(limits.scale_down_stabilization),
                "triggers": list(triggers),
            }
        ),
    }


def _behavior(scale_down_stabilization: int | None) -> Manifest | None:
    if scale_down_stabilization is None:
        return None
    scale_down: Manifest = {"stabilizationWindowSeconds": scale_down_stabilization}
    return {"horizontalPodAutoscalerConfig": {"behavior": {"scaleDown": scale_down}}}
