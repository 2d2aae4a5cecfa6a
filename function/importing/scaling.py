"""The scaling of a service: from its ScaledObject, or else its HorizontalPodAutoscaler, or else a fixed number."""

from collections.abc import Mapping

from function.base.manifest import Json, Manifest, at, items_at, mapping_at, present, text_at
from function.importing import kinds
from function.manifests.scaled_object import PAUSED

_NUMBERS = ("lagThreshold", "activationLagThreshold", "desiredReplicas", "utilization")
"""Fields of triggers that are numbers in a claim; KEDA has strings."""
_RENAMED = {"natsServerMonitoringEndpoint": "monitoringEndpoint", "value": "utilization"}
_OF_PLATFORM = "useHttps"
_BEHAVIOR = ("advanced", "horizontalPodAutoscalerConfig", "behavior", "scaleDown", "stabilizationWindowSeconds")
_NATS = "nats-jetstream"
_DIGITS_MAX = 10
_USUAL_CPU = 80
"""Percent of the requested CPU at which Kubernetes scales where a HorizontalPodAutoscaler names no metric."""
_METRICS = "autoscaling.alpha.kubernetes.io/metrics"
"""Where autoscaling/v1 has metrics other than CPU."""
_AMOUNT = "metricType"


def own_trigger(scaler: Json) -> Json:
    """Return the trigger of the service's own consumer: the first of NATS JetStream, or None."""
    found = (entry for entry in items_at(scaler, "spec", "triggers") if text_at(entry, "type") == _NATS)
    return next(found, None)


def scaling(objects: Mapping[str, Manifest]) -> Manifest:
    """Return `scaling` of a claim."""
    if kinds.SCALED_OBJECT in objects:
        return _of_scaled_object(objects[kinds.SCALED_OBJECT])
    if kinds.AUTOSCALER in objects:
        return _of_autoscaler(objects[kinds.AUTOSCALER])
    replicas = at(objects[kinds.DEPLOYMENT], "spec", "replicas")
    return {"enabled": False, "minReplicas": 1 if replicas is None else replicas}


def taken_metric(metric: Json) -> Manifest | None:
    """Return the trigger for a metric of a HorizontalPodAutoscaler, or None if it has none."""
    target = mapping_at(metric, "resource", "target")
    name = text_at(metric, "resource", "name")
    if name not in ("cpu", "memory") or target.get("type") != "Utilization":
        return None
    return {"type": name, "utilization": target.get("averageUtilization")}


def metric_of(trigger: Manifest) -> Manifest:
    """Return the metric for which `taken_metric` gives this trigger."""
    target: Manifest = {"type": "Utilization", "averageUtilization": trigger["utilization"]}
    return {"type": "Resource", "resource": {"name": trigger["type"], "target": target}}


def _of_scaled_object(scaler: Manifest) -> Manifest:
    own, spec = own_trigger(scaler), mapping_at(scaler, "spec")
    others: list[Json] = [_trigger(entry) for entry in items_at(spec, "triggers") if entry is not own]
    return present(
        {
            "minReplicas": spec.get("minReplicaCount", 0),
            "maxReplicas": spec.get("maxReplicaCount", 100),
            "lagThreshold": _number(at(own, "metadata", "lagThreshold")),
            "activationLagThreshold": _number(at(own, "metadata", "activationLagThreshold")),
            "pollingInterval": spec.get("pollingInterval"),
            "cooldownPeriod": spec.get("cooldownPeriod"),
            "fallback": spec.get("fallback"),
            "scaleDownStabilizationSeconds": at(spec, *_BEHAVIOR),
            "paused": text_at(scaler, "metadata", "annotations", PAUSED) == "true" or None,
            "triggers": others,
        }
    )


def _of_autoscaler(autoscaler: Manifest) -> Manifest:
    spec = mapping_at(autoscaler, "spec")
    of_metrics: list[Json] = [found for metric in items_at(spec, "metrics") if (found := taken_metric(metric))]
    cpu = spec.get("targetCPUUtilizationPercentage", None if _has_metrics(autoscaler) else _USUAL_CPU)
    triggers = [{"type": "cpu", "utilization": cpu}] if cpu is not None else of_metrics
    window = at(spec, "behavior", "scaleDown", "stabilizationWindowSeconds")
    return present(
        {
            "minReplicas": spec.get("minReplicas", 1),
            "maxReplicas": spec.get("maxReplicas"),
            "scaleDownStabilizationSeconds": window,
            "triggers": triggers,
        }
    )


def _has_metrics(autoscaler: Manifest) -> bool:
    return bool(items_at(autoscaler, "spec", "metrics")) or bool(
        text_at(autoscaler, "metadata", "annotations", _METRICS)
    )


def _trigger(entry: Json) -> Manifest:
    metric_type = text_at(entry, _AMOUNT)
    of_amounts = text_at(entry, "type") in ("cpu", "memory") and metric_type not in ("", "Utilization")
    metadata = {**mapping_at(entry, "metadata"), **({_AMOUNT: metric_type} if of_amounts else {})}
    fields = {_RENAMED.get(key, key): value for key, value in metadata.items()}
    values: Mapping[str, Json] = {
        key: _number(value) if key in _NUMBERS else value for key, value in fields.items() if key != _OF_PLATFORM
    }
    own = {"type": at(entry, "type"), "name": at(entry, "name")}
    return present({**own, **{key: value for key, value in values.items() if key not in own}})


def _number(value: Json) -> Json:
    is_number = isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= _DIGITS_MAX
    return int(value) if is_number and isinstance(value, str) else value
