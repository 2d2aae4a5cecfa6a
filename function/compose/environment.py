"""The environment variables of a container in a compose file."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from function.base.manifest import Json, at, items_at, mapping_at, text_at
from function.compose.needs import Source, reference, source, variable
from function.compose.text import bounded, escaped, expanded, inserted

NATS_URL = "NATS_URL"
LOCAL_URL = "nats://nats:4222"


class File(NamedTuple):
    """A file with variables, beside the compose file."""

    path: str
    required: bool


class Environment(NamedTuple):
    """Variables by name as compose reads them, files with variables, and variables that `.env` must have.

    `told` are variables that have no value here.
    """

    values: Mapping[str, str]
    files: Sequence[File]
    variables: Mapping[str, Source]
    told: Sequence[str]


def environment(container: Json, pod: Json, taken: Mapping[str, Source], nats_url: str | None) -> Environment:
    """Return the variables of a container; `nats_url` replaces a literal address of NATS that does not work here.

    `taken` are the variables of `.env` that other containers use. Raises ExpansionError.
    """
    place, length = text_at(container, "name"), 0
    values: dict[str, str] = {}
    variables: dict[str, Source] = dict(taken)
    told: list[str] = []
    for entry in items_at(container, "env"):
        name, value_from = text_at(entry, "name"), at(entry, "valueFrom")
        wanted = source(value_from)
        if wanted is not None:
            own = variable(name, wanted, variables)
            variables[own] = wanted
            values[name] = reference(own, wanted, LOCAL_URL if name == NATS_URL else "")
        elif value_from is None:
            text = text_at(entry, "value")
            length = bounded(length + inserted([text], values), f"variable {name} of {place}")
            values[name] = expanded(text, values)
        elif (known := _of_pod(value_from, pod)) is not None:
            values[name] = escaped(known)
        else:
            told.append(f"variable {name} of {place}: only Kubernetes knows its value")
    if nats_url is not None and NATS_URL in values and not values[NATS_URL].startswith("${"):
        values[NATS_URL] = nats_url
    return Environment(values, _files(container), variables, told)


def _of_pod(value_from: Json, pod: Json) -> str | None:
    """Return a field of the pod that is known before it runs."""
    path = text_at(value_from, "fieldRef", "fieldPath")
    name, bracket, key = path.partition("['")
    if bracket:
        found = mapping_at(pod, *name.split(".")).get(key.removesuffix("']"))
        return found if isinstance(found, str) else None
    return text_at(pod, *path.split(".")) or None


def _files(container: Json) -> list[File]:
    """Return a file for each Secret or ConfigMap of which all keys become variables."""
    found: list[File] = []
    for entry in items_at(container, "envFrom"):
        wanted = mapping_at(entry, "secretRef") or mapping_at(entry, "configMapRef")
        found.append(File(f"{text_at(wanted, 'name')}.env", required=wanted.get("optional") is not True))
    return found
