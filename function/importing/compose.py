"""Services of a compose file, as the Deployments that they would be, and what has no place in one."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from function.base.manifest import Json, Manifest, at, items_at, mapping_at, present
from function.importing import compose_values as values
from function.importing import kinds
from function.importing.compose_hints import hint
from function.importing.described import Described

Part: TypeAlias = tuple[Manifest, Manifest, Manifest]
"""What a field becomes: fields of the container, of the pod, and of the Deployment."""

_POLICIES = {"always": "Always", "missing": "IfNotPresent", "if_not_present": "IfNotPresent", "never": "Never"}
_USER_MAX = 21
"""Characters of two numbers of 32 bits."""
_RESTARTED = ("always", "unless-stopped")
_TIMES = {"interval": "periodSeconds", "timeout": "timeoutSeconds", "start_period": "initialDelaySeconds"}


def is_compose(document: Json) -> bool:
    """Return whether a document is a compose file: it has services, and is no object of Kubernetes."""
    services = mapping_at(document, "services")
    is_object = at(document, "apiVersion") is not None or at(document, "kind") is not None
    return bool(services) and not is_object and all(isinstance(found, Mapping) for found in services.values())


def composed(document: Json) -> Iterator[Described]:
    """Yield the services of a compose file."""
    for name, service in mapping_at(document, "services").items():
        yield _composed(name, mapping_at(service))


def _composed(name: str, service: Mapping[str, Json]) -> Described:
    container: Manifest = {"name": "main"}
    pod: Manifest = {}
    spec: Manifest = {}
    unfit: list[tuple[str | int, ...]] = []
    for key, value in service.items():
        if key.startswith("x-") or value in (None, [], {}) or (key == "expose" and "ports" in service):
            continue
        found = _FIELDS[key](value, unfit) if key in _FIELDS else None
        if found is None:
            unfit.append((key,))
            continue
        container |= found[0]
        pod |= found[1]
        spec |= found[2]
    checked = at(container, "readinessProbe", "httpGet", "port")
    if container.get("ports") and checked not in (
        None,
        *(at(port, "containerPort") for port in items_at(container, "ports")),
    ):
        unfit.append(("ports",))
    template: Manifest = {"spec": {"containers": [container], **pod}}
    deployment: Manifest = {"metadata": {"name": name}, "spec": {**spec, "template": template}}
    return Described(name, ("services", name), {kinds.DEPLOYMENT: deployment}, tuple(unfit), hint)


_Unfit: TypeAlias = list[tuple[str | int, ...]]
_Field: TypeAlias = Callable[[Json, _Unfit], Part | None]


def _of_container(field: str, read: Callable[[Json], Json]) -> _Field:
    def part(value: Json, _: _Unfit) -> Part | None:
        found = read(value)
        return None if found is None else ({field: found}, {}, {})

    return part


def _environment(value: Json, unfit: _Unfit) -> Part | None:
    if not isinstance(value, Mapping | list):
        return None
    variables: list[Json] = []
    for step, name, text in values.variables(value):
        literal = None if text is None else values.text(text)
        if literal is None:
            unfit.append(("environment", step))
        else:
            variables.append({"name": name, "value": literal})
    return {"env": variables}, {}, {}


def _ports(value: Json, unfit: _Unfit) -> Part | None:
    ports: list[Json] = []
    for position, entry in enumerate(value if isinstance(value, list) else ()):
        number = values.port(entry)
        if number is None or ports:
            # the Service of a claim has one port, and only TCP
            unfit.append(("ports", position))
        else:
            ports.append({"containerPort": number})
    return ({"ports": ports}, {}, {}) if ports or isinstance(value, list) else None


def _healthcheck(value: Json, unfit: _Unfit) -> Part | None:
    """Return the readiness probe: a failing health check restarts nothing."""
    request = values.request(at(value, "test"))
    if at(value, "disable") is True:
        return {}, {}, {}
    if request is None:
        return None
    timing = {field: values.seconds(at(value, key)) for key, field in _TIMES.items()}
    unfit += [("healthcheck", key) for key in mapping_at(value) if key not in (*_TIMES, "test", "retries", "disable")]
    probe = {"httpGet": request, **timing, "failureThreshold": at(value, "retries")}
    return {"readinessProbe": present(probe)}, {}, {}


def _deploy(value: Json, unfit: _Unfit) -> Part | None:
    if not isinstance(value, Mapping):
        return None
    resources = mapping_at(value, "resources")
    unfit += [("deploy", key) for key in value if key not in ("resources", "replicas", "mode")]
    amounts = {
        side: _amounts(resources.get(key), ("deploy", "resources", key), unfit)
        for side, key in (("requests", "reservations"), ("limits", "limits"))
    }
    return {"resources": present(amounts)}, {}, present({"replicas": at(value, "replicas")})


def _amounts(value: Json, path: tuple[str | int, ...], unfit: _Unfit) -> Manifest:
    found = {"cpu": values.cpu(at(value, "cpus")), "memory": values.memory(at(value, "memory"))}
    same = {"cpus": found["cpu"], "memory": found["memory"]}
    unfit += [(*path, key) for key in mapping_at(value) if same.get(key) is None]
    return present(found)


def _user(value: Json, _unfit: _Unfit) -> Part | None:
    user, _, group = str(value).partition(":")
    if (
        not all(number.isascii() and number.isdigit() for number in (user, group or user))
        or len(str(value)) > _USER_MAX
    ):
        return None
    return {"securityContext": present({"runAsUser": int(user), "runAsGroup": int(group) if group else None})}, {}, {}


def _grace(value: Json, _: _Unfit) -> Part | None:
    seconds = values.seconds(value)
    return None if seconds is None else ({}, {"terminationGracePeriodSeconds": seconds}, {})


def _same(*accepted: Json) -> _Field:
    return lambda value, _: ({}, {}, {}) if value in accepted else None


_FIELDS: Mapping[str, _Field] = {
    "command": _of_container("args", values.words),
    "deploy": _deploy,
    "entrypoint": _of_container("command", values.words),
    "environment": _environment,
    "expose": _ports,
    "healthcheck": _healthcheck,
    "image": _of_container("image", values.text),
    "ports": _ports,
    "pull_policy": _of_container("imagePullPolicy", lambda value: _POLICIES.get(str(value))),
    "restart": _same(*_RESTARTED),
    "scale": lambda value, _: ({}, {}, {"replicas": value}),
    "stop_grace_period": _grace,
    "user": _user,
}
"""The fields of a service that a claim can express."""
