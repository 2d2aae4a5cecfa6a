"""What a claim asks for that compose does not do."""

from collections.abc import Iterator, Mapping

from function.base.manifest import Json, items_at, mapping_at, text_at
from function.compose import health, security, volumes
from function.compose.effect import without

_OF_POD = {
    "affinity": "compose does not choose nodes",
    "automountServiceAccountToken": "",
    "containers": "",
    "dnsConfig": "compose has a DNS server of its own",
    "dnsPolicy": "compose has a DNS server of its own",
    "enableServiceLinks": "",
    "hostAliases": "hosts are those of the compose network",
    "imagePullSecrets": "log in to the registry with your container engine",
    "initContainers": "",
    "nodeSelector": "compose does not choose nodes",
    "priorityClassName": "nothing is evicted here",
    "runtimeClassName": "the runtime is that of your container engine",
    "schedulerName": "compose does not choose nodes",
    "securityContext": "",
    "serviceAccountName": "there is no Kubernetes API here",
    "terminationGracePeriodSeconds": "",
    "tolerations": "compose does not choose nodes",
    "topologySpreadConstraints": "there is one container",
    "volumes": "",
}
"""Fields of the pod, each with why it has no effect, or "" if it has one, means nothing here, or is told below."""
_OF_CONTAINER = {
    **dict.fromkeys(("args", "command", "env", "envFrom", "image", "imagePullPolicy", "name", "ports"), ""),
    **dict.fromkeys(("livenessProbe", "readinessProbe", "resources", "restartPolicy", "securityContext"), ""),
    **dict.fromkeys(("startupProbe", "volumeMounts", "workingDir"), ""),
    "lifecycle": "compose runs nothing before it stops a container",
}
_OF_TRIGGERS = "nats-jetstream"


def told(pod: Json, scaler: Json) -> Iterator[str]:
    """Yield what has no effect, with the reason."""
    spec = mapping_at(pod, "spec")
    yield from without(spec, _OF_POD)
    for container in (*items_at(spec, "initContainers"), *items_at(spec, "containers")):
        name = text_at(container, "name")
        yield from without(mapping_at({"": container}, ""), _OF_CONTAINER, f"{name}: ")
        yield from security.told(container, spec)
        yield from health.told(container)
        yield from volumes.told(container, spec)
        yield from _of_resources(mapping_at(container, "resources"), name)
        for entry in items_at(container, "envFrom"):
            prefix = text_at(entry, "prefix")
            if prefix:
                reference = mapping_at(entry, "secretRef") or mapping_at(entry, "configMapRef")
                yield f"{name}: envFrom: begin the names in {text_at(reference, 'name')}.env with {prefix}"
    if scaler is not None:
        yield "scaling: there is always one container"
    for trigger in items_at(scaler, "spec", "triggers"):
        if text_at(trigger, "type") in ("kafka", "aws-kinesis-stream"):
            yield f"trigger {text_at(trigger, 'type')}: start what it reads yourself"
    if any(key.startswith("dapr.io/") for key in mapping_at(pod, "metadata", "annotations")):
        yield "annotations of dapr.io: no sidecar is started"


def _of_resources(resources: Mapping[str, Json], name: str) -> Iterator[str]:
    if resources.get("requests"):
        yield f"{name}: resources.requests: nothing is reserved, and limits apply"
    for resource in mapping_at(resources, "limits"):
        if resource not in ("cpu", "memory"):
            yield f"{name}: resources.limits.{resource}: compose does not limit it"
    yield from without(resources, {"limits": "", "requests": ""}, f"{name}: resources.")
