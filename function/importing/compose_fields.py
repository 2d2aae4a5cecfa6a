"""The fields of a service in a compose file that a claim can express."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from function.base.manifest import Json, Manifest, at, mapping_at, present
from function.base.problems import describe
from function.importing import compose_values as values
from function.importing.described import Misfit, Steps

Part: TypeAlias = tuple[Manifest, Manifest, Manifest]
"""What a field becomes: fields of the container, of the pod, and of the Deployment."""
_Unfit: TypeAlias = list[Misfit]
_Field: TypeAlias = Callable[[Json, _Unfit], Part | None]

NOTHING: Part = ({}, {}, {})
_OVERRIDDEN = describe("does not fit into a claim", hint="remove it, a later variable of the same name overrides it")
_POLICIES = {"always": "Always", "missing": "IfNotPresent", "if_not_present": "IfNotPresent", "never": "Never"}
_USER_MAX = 21
"""Characters of two numbers of 32 bits."""
_RESTARTED = ("always", "unless-stopped")
_TIMES = {"interval": "periodSeconds", "timeout": "timeoutSeconds", "start_period": "initialDelaySeconds"}


def _of_container(field: str, read: Callable[[Json], Json]) -> _Field:
    def part(value: Json, _: _Unfit) -> Part | None:
        found = read(value)
        return None if found is None else ({field: found}, {}, {})

    return part


def _words(field: str, key: str) -> _Field:
    """Return the reader of a command: words that are no texts have no place, and the others stay."""

    def part(value: Json, unfit: _Unfit) -> Part | None:
        words = values.words(value)
        if words is None:
            return None
        unfit += [Misfit((key, position)) for position, word in enumerate(words) if word is None]
        return {field: [word for word in words if word is not None]}, {}, {}

    return part


def _environment(value: Json, unfit: _Unfit) -> Part | None:
    if not isinstance(value, Mapping | list):
        return None
    found = list(values.variables(value))
    last = {name: step for step, name, _ in found}
    variables: list[Json] = []
    for step, name, given in found:
        text = values.text(given)
        if text is None:
            unfit.append(Misfit(("environment", step)))
        elif last[name] != step:
            unfit.append(Misfit(("environment", step), _OVERRIDDEN))
        else:
            variables.append({"name": name, "value": text})
    return {"env": variables}, {}, {}


def _ports(value: Json, unfit: _Unfit) -> Part | None:
    ports: list[Json] = []
    for position, entry in enumerate(value if isinstance(value, list) else ()):
        number = values.port(entry)
        if number is None or ports:
            # the Service of a claim has one port, and only TCP
            unfit.append(Misfit(("ports", position)))
        else:
            ports.append({"containerPort": number})
    return ({"ports": ports}, {}, {}) if ports or isinstance(value, list) else None


def _healthcheck(value: Json, unfit: _Unfit) -> Part | None:
    """Return the readiness probe: a failing health check restarts nothing."""
    request = values.request(at(value, "test"))
    if at(value, "disable") is True:
        return NOTHING
    if request is None:
        return None
    timing = {field: values.seconds(at(value, key)) for key, field in _TIMES.items()}
    known = (*_TIMES, "test", "retries", "disable")
    unfit += [Misfit(("healthcheck", key)) for key in mapping_at(value) if key not in known]
    probe = {"httpGet": request, **timing, "failureThreshold": at(value, "retries")}
    return {"readinessProbe": present(probe)}, {}, {}


def _deploy(value: Json, unfit: _Unfit) -> Part | None:
    if not isinstance(value, Mapping):
        return None
    resources = mapping_at(value, "resources")
    unfit += [Misfit(("deploy", key)) for key in value if key not in ("resources", "replicas", "mode")]
    amounts = {
        side: _amounts(resources.get(key), ("deploy", "resources", key), unfit)
        for side, key in (("requests", "reservations"), ("limits", "limits"))
    }
    return {"resources": present(amounts)}, {}, present({"replicas": at(value, "replicas")})


def _amounts(value: Json, path: Steps, unfit: _Unfit) -> Manifest:
    found = {"cpu": values.cpu(at(value, "cpus")), "memory": values.memory(at(value, "memory"))}
    same = {"cpus": found["cpu"], "memory": found["memory"]}
    unfit += [Misfit((*path, key)) for key in mapping_at(value) if same.get(key) is None]
    return present(found)


def _user(value: Json, _unfit: _Unfit) -> Part | None:
    user, _, group = str(value).partition(":")
    numbers = (user, group or user)
    if not all(number.isascii() and number.isdigit() for number in numbers) or len(str(value)) > _USER_MAX:
        return None
    return {"securityContext": present({"runAsUser": int(user), "runAsGroup": int(group) if group else None})}, {}, {}


def _grace(value: Json, _: _Unfit) -> Part | None:
    seconds = values.seconds(value)
    return None if seconds is None else ({}, {"terminationGracePeriodSeconds": seconds}, {})


def _same(*accepted: Json) -> _Field:
    return lambda value, _: NOTHING if value in accepted else None


FIELDS: Mapping[str, _Field] = {
    "command": _words("args", "command"),
    "deploy": _deploy,
    "entrypoint": _words("command", "entrypoint"),
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
