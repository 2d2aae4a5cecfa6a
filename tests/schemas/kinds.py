"""What the API server or a webhook asks of single kinds, beyond their schemas."""

import re
from collections.abc import Callable, Iterator, Mapping

from function.base.manifest import Json, at, count_at, items_at, mapping_at, text_at
from tests.schemas.pods import broken_template
from tests.schemas.values import is_port_name, is_service_name

_HPA_PREFIX = "keda-hpa-"
_RESOURCE_SCALERS = ("cpu", "memory")
_INT32_MAX = 2**31 - 1


def _deployment(manifest: Json) -> Iterator[str]:
    for line in broken_template(at(manifest, "spec", "template")):
        yield f"spec.template: {line}"
    labels = mapping_at(manifest, "spec", "template", "metadata", "labels")
    selector = mapping_at(manifest, "spec", "selector", "matchLabels")
    if not selector or any(labels.get(key) != value for key, value in selector.items()):
        yield "spec.selector: empty, or does not select the pods of the template"


def _service(manifest: Json) -> Iterator[str]:
    if not is_service_name(text_at(manifest, "metadata", "name")):
        yield "metadata.name: a Service's name is a DNS label that begins with a letter"
    for port in items_at(manifest, "spec", "ports"):
        target = at(port, "targetPort")
        if not 1 <= count_at(port, "port") <= 65535:
            yield f"spec.ports: {at(port, 'port')} is no port"
        if isinstance(target, str) and not is_port_name(target):
            yield f"spec.ports: targetPort {target!r} is no service name"


def _disruption_budget(manifest: Json) -> Iterator[str]:
    spec = mapping_at(manifest, "spec")
    given = [value for key, value in spec.items() if key in ("minAvailable", "maxUnavailable")]
    if len(given) != 1:
        yield "spec: needs exactly one of minAvailable, maxUnavailable"
    for value in given:
        if isinstance(value, str) and not re.fullmatch("[0-9]{1,2}%|100%", value):
            yield f"spec: {value!r} is no percentage"
        if isinstance(value, int) and not 0 <= value <= _INT32_MAX:
            yield f"spec: {value} is no number of pods"


_FORBIDDEN = ("kubernetes.namespace", "kubernetes.cluster-id", "high-availability.cluster-id")


def _configuration(configuration: Mapping[str, Json]) -> Iterator[str]:
    for key, value in configuration.items():
        if not isinstance(value, str):
            yield f"spec.flinkConfiguration.{key}: {value!r} is no text"
        if key in _FORBIDDEN or key.endswith("manager.memory.process.size"):
            yield f"spec.flinkConfiguration.{key}: set by the operator"


def _flink_deployment(manifest: Json) -> Iterator[str]:
    """Yield what the operator's webhook refuses, and what it takes and then no cluster starts with."""
    spec, configuration = mapping_at(manifest, "spec"), mapping_at(manifest, "spec", "flinkConfiguration")
    if not re.fullmatch("[a-z]([-a-z0-9]{0,43}[a-z0-9])?", text_at(manifest, "metadata", "name")):
        yield "metadata.name: the operator refuses it"
    if not text_at(spec, "flinkVersion"):
        yield "spec.flinkVersion: required"
    for manager in ("jobManager", "taskManager"):
        if not text_at(spec, manager, "resource", "memory"):
            yield f"spec.{manager}.resource.memory: required"
    yield from _configuration(configuration)
    stored = "execution.checkpointing.dir" in configuration or "state.checkpoints.dir" in configuration
    if text_at(spec, "job", "upgradeMode") != "stateless" and not stored:
        yield "spec.job.upgradeMode: needs checkpoints"
    if count_at(spec, "job", "parallelism") < 1:
        yield "spec.job.parallelism: must be 1 or more"
    if count_at(spec, "jobManager", "replicas") > 1 and "high-availability.type" not in configuration:
        yield "spec.jobManager.replicas: needs high availability"
    containers = items_at(spec, "podTemplate", "spec", "containers")
    if any(text_at(container, "name") != "flink-main-container" for container in containers):
        yield "spec.podTemplate: Flink's container has another name"


def _scaled_object(manifest: Json) -> Iterator[str]:
    """Yield what KEDA's webhook refuses, and what it takes and then never scales."""
    name = text_at(manifest, "metadata", "name")
    if len(_HPA_PREFIX + name) > 63:
        yield "metadata.name: too long for the HPA that KEDA names after it"
    triggers = items_at(manifest, "spec", "triggers")
    names = [text_at(trigger, "name") for trigger in triggers if at(trigger, "name") is not None]
    if len(set(names)) < len(names):
        yield "spec.triggers: a name occurs twice"
    least, most = count_at(manifest, "spec", "minReplicaCount"), count_at(manifest, "spec", "maxReplicaCount")
    if not 0 <= least <= most or most < 1:
        yield f"spec: {least} to {most} replicas is no range"
    if least == 0 and all(text_at(trigger, "type") in _RESOURCE_SCALERS for trigger in triggers):
        yield "spec: cpu and memory alone cannot scale to zero"


def _object(manifest: Json) -> Iterator[str]:
    derived = text_at(manifest, "spec", "readiness", "policy") == "DeriveFromCelQuery"
    if derived != bool(text_at(manifest, "spec", "readiness", "celQuery")):
        yield "spec.readiness: celQuery goes with policy DeriveFromCelQuery, and only with it"


_RULES: Mapping[str, Callable[[Json], Iterator[str]]] = {
    "Deployment": _deployment,
    "Object": _object,
    "PodDisruptionBudget": _disruption_budget,
    "FlinkDeployment": _flink_deployment,
    "ScaledObject": _scaled_object,
    "Service": _service,
}


def broken_kind(kind: str, manifest: Json) -> Iterator[str]:
    """Yield what is wrong with a manifest of the kind."""
    if kind in _RULES:
        yield from _RULES[kind](manifest)
