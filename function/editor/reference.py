"""Fields that name something: an object of the namespace, a stream, or another entry of the same binding."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from function.apis.event_driven_service import KIND as SERVICE
from function.apis.infra_binding import KIND as BINDING
from function.editor.outline import Outline, Steps
from function.editor.subject import FILE, Subject

Kind = Literal["Secret", "ConfigMap", "InfraBinding", "Stream", "Consumer", "Entry"]
"""What is named; an entry is one of a section of a binding."""
_SCHEME = "secret://"


class Reference(NamedTuple):
    """What a field names.

    For a key of a Secret or ConfigMap, a consumer of a stream, and an entry of another binding, `owner` is the name of
    that object or stream. `section` is that of an entry.
    """

    kind: Kind
    owner: str | None = None
    section: str = ""


class _Field(NamedTuple):
    """A field, and the steps to the owner of what it names: the first `kept` ones of its own, and then others."""

    kind: Kind
    kept: int | None = None
    then: Steps = ()
    section: str = ""


_OF_SERVICES: Mapping[str, _Field] = {
    "imagePullSecrets.#.name": _Field("Secret"),
    "secretRefs.#.name": _Field("Secret"),
    "secretRefs.#.env.#.secretKey": _Field("Secret", 2, ("name",)),
    "volumes.#.secret.name": _Field("Secret"),
    "volumes.#.secret.items.#.key": _Field("Secret", 3, ("name",)),
    "configMapRefs.#.name": _Field("ConfigMap"),
    "configMapRefs.#.env.#.configMapKey": _Field("ConfigMap", 2, ("name",)),
    "volumes.#.configMap.name": _Field("ConfigMap"),
    "volumes.#.configMap.items.#.key": _Field("ConfigMap", 3, ("name",)),
    "bindingRef.name": _Field("InfraBinding"),
    "bindingRef.env.#.stream": _Field("Entry", 1, ("name",), "streams"),
    "bindingRef.env.#.lookup": _Field("Entry", 1, ("name",), "lookups"),
    "bindingRef.trigger.stream": _Field("Entry", 1, ("name",), "streams"),
    "nats.stream": _Field("Stream"),
    "nats.consumer": _Field("Consumer", 1, ("stream",)),
    "scaling.triggers.#.stream": _Field("Stream"),
    "scaling.triggers.#.consumer": _Field("Consumer", 3, ("stream",)),
}
_OF_BINDINGS: Mapping[str, _Field] = {
    "secrets.*.secret_name": _Field("Secret"),
    "uses.*.sources.#": _Field("Entry", section="streams"),
    "uses.*.sinks.#": _Field("Entry", section="streams"),
    **{
        f"uses.*.{section}.#": _Field("Entry", section=section)
        for section in ("lookups", "dead_letters", "completions", "checkpoints", "state_backends")
    },
    "streams.*.completion.target": _Field("Entry", section="completions"),
    "resources.*.checkpoint": _Field("Entry", section="checkpoints"),
    "resources.*.state_backend": _Field("Entry", section="state_backends"),
    "dapr.sidecar.processes.#": _Field("Entry", section="resources"),
}
FIELDS: Mapping[str, Mapping[str, _Field]] = {SERVICE: _OF_SERVICES, BINDING: _OF_BINDINGS, FILE: _OF_BINDINGS}
"""The fields of each kind below spec: # is a position in a list, * a key of a map."""


def reference(subject: Subject, outline: Outline, steps: Steps, text: str) -> Reference | None:
    """Return what the value at these steps names; `text` is the value as far as it is written."""
    base = spec(subject)
    inner = steps[len(base) :]
    if steps[: len(base)] != base or not inner:
        return None
    if subject.kind != SERVICE and text.startswith(_SCHEME):
        return Reference("Entry", section="secrets")
    found = next((field for path, field in FIELDS.get(subject.kind, {}).items() if _matches(path, inner)), None)
    if found is None:
        return None
    owner = None if found.kept is None else outline.text(*base, *inner[: found.kept], *found.then)
    return Reference(found.kind, owner, found.section)


def spec(subject: Subject) -> Steps:
    """Return the steps to the spec of a document."""
    return subject.start if subject.kind == FILE else (*subject.start, "spec")


def named(text: str) -> str:
    """Return the name in a value: of `secret://name/key`, that is the name of the entry."""
    return text.removeprefix(_SCHEME).partition("/")[0] if text.startswith(_SCHEME) else text


def _matches(path: str, steps: Steps) -> bool:
    names = path.split(".")
    return len(names) == len(steps) and all(
        isinstance(step, int) if name == "#" else isinstance(step, str) and name in ("*", step)
        for name, step in zip(names, steps, strict=True)
    )
