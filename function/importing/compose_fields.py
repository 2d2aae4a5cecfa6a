"""The fields of a service in a compose file that a claim can express."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from function.base.manifest import Json, Manifest, at, mapping_at, present
from function.base.problems import describe
from function.importing import compose_values as values
from function.importing.compose_health import request
from function.importing.compose_values import TIMES
from function.importing.described import Misfit, Steps
from function.importing.environment import escaped

Part: TypeAlias = tuple[Manifest, Manifest, Manifest]
"""What a field becomes: fields of the container, of the pod, and of the Deployment."""
_Unfit: TypeAlias = list[Misfit]
_Field: TypeAlias = Callable[[Json, _Unfit], Part | None]

NOTHING: Part = ({}, {}, {})
_OVERRIDDEN = describe("does not fit into a claim", hint="remove it, a later variable of the same name overrides it")
_POLICIES = {"always": "Always", "missing": "IfNotPresent", "if_not_present": "IfNotPresent", "never": "Never"}
_EMPTY = describe(
    "does not fit into a claim: a claim cannot clear the command of the image", hint="write all words of the command"
)
_BOOLEAN = describe("does not fit into a claim: YAML reads this name as a boolean", hint="put it in quotes")
_USER_MAX = 21
"""Characters of two numbers of 32 bits."""
_OF_PORT = frozenset({"app_protocol", "host_ip", "mode", "name", "protocol", "published", "target"})
"""Fields of a port: those on how it is published do not matter."""
_RESTARTED = ("always", "unless-stopped")


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
        if not words:
            unfit.append(Misfit((key,), _EMPTY))
            return NOTHING
        unfit += [Misfit((key, position)) for position, word in enumerate(words) if word is None]
        return {field: [escaped(word) for word in words if word is not None]}, {}, {}

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
        elif step in ("false", "true"):
            unfit.append(Misfit(("environment", step), _BOOLEAN))
        elif last[name] != step:
            unfit.append(Misfit(("environment", step), _OVERRIDDEN))
        else:
            variables.append({"name": name, "value": escaped(text)})
    return {"env": variables}, {}, {}


def ports(key: str, first: int | None = None) -> _Field:
    """Return the reader of ports: the Service of a claim has one port, and only TCP; `first` is known already."""

    def part(value: Json, unfit: _Unfit) -> Part | None:
        if not isinstance(value, list):
            return None
        numbers = [values.port(entry) for entry in value]
        for position, entry in enumerate(value):
            others = entry.keys() - _OF_PORT if isinstance(entry, Mapping) else ()
            unfit += [Misfit((key, position, name)) for name in sorted(others)]
        chosen = next((number for number in (first, *numbers) if number is not None), None)
        unfit += [
            Misfit((key, position)) for position, number in enumerate(numbers) if number is None or number != chosen
        ]
        return {"ports": [] if chosen is None else [{"containerPort": chosen}]}, {}, {}

    return part


def _healthcheck(value: Json, unfit: _Unfit) -> Part | None:
    """Return the readiness probe: a failing health check restarts nothing."""
    test = at(value, "test")
    if at(value, "disable") is True or test == ["NONE"]:
        return NOTHING
    sent = request(test)
    if sent is None:
        return None
    timing = {key: values.seconds(at(value, key)) for key in TIMES}
    known = {*timing, "test", "retries", "disable"} - {key for key, found in timing.items() if found is None}
    unfit += [Misfit(("healthcheck", key)) for key in mapping_at(value) if key not in known]
    seconds = {field: timing[key] for key, field in TIMES.items()}
    probe = {"httpGet": sent, **seconds, "failureThreshold": values.whole(at(value, "retries"))}
    return {"readinessProbe": present(probe)}, {}, {}


_SIDES = {"reservations": "requests", "limits": "limits"}


def _deploy(value: Json, unfit: _Unfit) -> Part | None:
    if not isinstance(value, Mapping):
        return None
    resources = at(value, "resources")
    unfit += [Misfit(("deploy", key)) for key in value if key not in ("resources", "replicas", "mode")]
    unfit += [Misfit(("deploy", "mode"))] if at(value, "mode") not in (None, "replicated") else []
    if not isinstance(resources, Mapping | None):
        unfit.append(Misfit(("deploy", "resources")))
    unfit += [Misfit(("deploy", "resources", key)) for key in mapping_at(resources) if key not in _SIDES]
    amounts = {side: _amounts(at(resources, key), ("deploy", "resources", key), unfit) for key, side in _SIDES.items()}
    return {"resources": present(amounts)}, {}, present({"replicas": values.whole(at(value, "replicas"))})


def _amounts(value: Json, path: Steps, unfit: _Unfit) -> Manifest:
    found = {"cpu": values.cpu(at(value, "cpus")), "memory": values.memory(at(value, "memory"))}
    same = {"cpus": found["cpu"], "memory": found["memory"]}
    if not isinstance(value, Mapping | None):
        unfit.append(Misfit(path))
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
    "expose": ports("expose"),
    "healthcheck": _healthcheck,
    "image": _of_container("image", values.text),
    "ports": ports("ports"),
    "pull_policy": _of_container("imagePullPolicy", lambda value: _POLICIES.get(str(value))),
    "restart": _same(*_RESTARTED),
    "scale": lambda value, _: ({}, {}, {"replicas": values.whole(value)}),
    "stop_grace_period": _grace,
    "user": _user,
}
