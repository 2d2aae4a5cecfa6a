"""A container of a pod as a service of a compose file."""

from collections.abc import Mapping

from function.base.manifest import Json, Manifest, at, items_at, mapping_at, present, text_at
from function.base.quantity import parse_quantity
from function.compose.environment import Environment
from function.compose.health import healthcheck
from function.compose.security import security
from function.compose.text import bounded, escaped, expanded, inserted
from function.compose.volumes import bytes_of, volumes


def service(container: Json, pod_spec: Json, environment: Environment, depends_on: Mapping[str, str]) -> Manifest:
    """Return the service; `depends_on` are the conditions under which it starts, by service.

    Raises ExpansionError.
    """
    conditions: Manifest = {name: {"condition": condition} for name, condition in depends_on.items()}
    values: Manifest = dict(environment.values)
    files: list[Json] = [{"path": escaped(file.path), "required": file.required} for file in environment.files]
    return present(
        {
            "image": escaped(text_at(container, "image")),
            "pull_policy": {"Always": "always", "Never": "never"}.get(text_at(container, "imagePullPolicy")),
            "depends_on": conditions,
            "entrypoint": _words(container, "command", environment),
            "command": _words(container, "args", environment),
            "working_dir": escaped(text_at(container, "workingDir")) or None,
            "environment": values,
            "env_file": files,
            "volumes": list(volumes(container, pod_spec)),
            **security(container, pod_spec),
            "deploy": _limits(container),
            "stop_grace_period": _seconds(at(pod_spec, "terminationGracePeriodSeconds")),
            "healthcheck": healthcheck(container),
        }
    )


def _words(container: Json, field: str, environment: Environment) -> list[Json]:
    words = [word for word in items_at(container, field) if isinstance(word, str)]
    bounded(inserted(words, environment.values), f"{field} of {text_at(container, 'name')}")
    return [expanded(word, environment.values) for word in words]


def _limits(container: Json) -> Manifest:
    """Return the limits; only these bound a container on one machine."""
    limits = mapping_at(container, "resources", "limits")
    cpu, memory = limits.get("cpu"), limits.get("memory")
    found = present(
        {
            "cpus": None if cpu is None else str(float(parse_quantity(str(cpu)))),
            "memory": None if memory is None else bytes_of(str(memory)),
        }
    )
    return {"resources": {"limits": found}} if found else {}


def _seconds(value: Json) -> str | None:
    return None if value is None else f"{value}s"
