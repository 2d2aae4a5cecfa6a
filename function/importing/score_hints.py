"""What to do about a field of a Score file that does not fit into a claim."""

from function.apis.event_driven_service import habits

_HTTP = habits.PROBE["exec"].hint
_AMOUNTS = "a claim has amounts of cpu, memory, and ephemeral-storage"
_HINTS = {
    "annotations": "use spec.podAnnotations for those of the pods",
    "args": "write each word without placeholders",
    "before": habits.SERVICE["containers"].hint,
    "command": "write each word without placeholders",
    "containers": habits.SERVICE["containers"].hint,
    "files": "create a ConfigMap, and use spec.volumes",
    "image": "push an image, and name it without placeholders",
    "limits": _AMOUNTS,
    "livenessProbe": _HTTP,
    "metadata": "a claim has no other metadata than its name and namespace",
    "port": "clients must use the port of the container: the Service of a claim has the same port",
    "ports": "the Service of a claim has one port, over TCP",
    "readinessProbe": _HTTP,
    "requests": _AMOUNTS,
    "resources": "create them outside the claim, and map keys of their Secrets with spec.secretRefs",
    "variables": "map a key of the Secret of the resource with spec.secretRefs",
    "volumes": "a service has no persistent storage; spec.volumes supports emptyDir, secret, and configMap",
}


def hint(field: str) -> str:
    """Return what to do about a field."""
    return _HINTS.get(field, "a claim has no equivalent; ask the platform team if the service needs it")
