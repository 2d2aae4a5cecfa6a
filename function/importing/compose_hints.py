"""What to do about a field of a compose file that does not fit into a claim."""

from function.apis.event_driven_service import habits

_STRICT = habits.POD_SECURITY["privileged"].hint
_NAMES = "use the DNS names of Services"
_HINTS = {
    "build": "push an image, and name it in image",
    "cap_add": _STRICT,
    "cap_drop": _STRICT,
    "command": "write it as a list of texts",
    "configs": "create a ConfigMap, and use spec.configMapRefs or spec.volumes",
    "container_name": "the objects have the name of the claim",
    "depends_on": "services start in any order; let the service wait for what it needs",
    "deploy": "the platform decides where pods run, and how revisions are rolled out",
    "dns": _NAMES,
    "entrypoint": "write it as a list of texts",
    "env_file": "copy its variables into spec.env, a ConfigMap, or a Secret",
    "environment": "write a text, or map a key of a Secret with spec.secretRefs",
    "expose": "the Service of a claim has one port, over TCP",
    "extra_hosts": _NAMES,
    "healthcheck": "probes are HTTP requests to the http port: add spec.probes and the paths",
    "image": "write the name of the image",
    "links": _NAMES,
    "network_mode": _NAMES,
    "networks": _NAMES,
    "ports": "the Service of a claim has one port, over TCP; spec.httpPort is that of the container",
    "privileged": _STRICT,
    "read_only": "set spec.securityContext.readOnlyRootFilesystem, and emptyDir volumes for writable folders",
    "restart": "Kubernetes restarts a container whenever it ends",
    "secrets": "create a Secret, and use spec.secretRefs or spec.volumes",
    "stop_grace_period": "set spec.terminationGracePeriodSeconds, in seconds",
    "tmpfs": "use an emptyDir volume in spec.volumes",
    "user": "set spec.securityContext.runAsUser to a number other than 0",
    "volumes": "a service has no persistent storage; spec.volumes supports emptyDir, secret, and configMap",
}


def hint(field: str) -> str:
    """Return what to do about a field of a service."""
    return _HINTS.get(field, "a claim has no equivalent; ask the platform team if the service needs it")
