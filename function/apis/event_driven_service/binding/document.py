"""The ConfigMap with the document of an InfraBinding: which one it is, and what is in it.

It is untrusted input: whoever may edit ConfigMaps of the namespace can change it.
"""

import json
from collections.abc import Mapping

from function.base import labels, naming
from function.base.identity import Identity
from function.base.manifest import Json, at, items_at, mapping_at, text_at
from function.base.outcome import Requirement
from function.base.problems import Problem, describe

_API_VERSION, _KIND = "v1", "ConfigMap"
BROKEN = "EP341"
_REMEDY = "revert the change to the ConfigMap, or delete it; the binding then recreates it"


def requirement_name(binding: str) -> str:
    """Return the name of the requirement; it contains the binding, because Crossplane remembers answers by name."""
    return f"binding/{binding}"


def requirements(binding: str, identity: Identity) -> dict[str, Requirement]:
    """Return what to ask for: the document, by name, in the claim's own namespace."""
    name = naming.binding_document(binding)
    wanted = Requirement(api_version=_API_VERSION, kind=_KIND, namespace=identity.namespace, name=name)
    return {requirement_name(binding): wanted}


def described(binding: str) -> str:
    """Return the kind and name of the ConfigMap."""
    return f"ConfigMap '{naming.binding_document(binding)}'"


def foreign(found: Mapping[str, Json], binding: str, group: str, kind: str) -> Problem | None:
    """Return the problem of a ConfigMap that no InfraBinding of this name wrote; group and kind are those of bindings.

    This finds mistakes, not forgeries: whoever may write the ConfigMap can write labels and owners too.
    """
    wanted = labels.common(binding, naming.BINDING_COMPONENT)
    different = [key for key, value in sorted(wanted.items()) if text_at(found, "metadata", "labels", key) != value]
    if different:
        expected = ", ".join(f"{key}={wanted[key]}" for key in different)
        return broken(binding, f"does not belong to the binding, because it does not have the labels {expected}")
    owners = items_at(found, "metadata", "ownerReferences")
    others = [owner for owner in owners if at(owner, "controller") is True and not _is(owner, group, kind, binding)]
    if others:
        return broken(binding, "does not belong to the binding, because another object controls it")
    return None


def _is(owner: Json, group: str, kind: str, binding: str) -> bool:
    """Return whether the owner is the binding, whatever the version of its API is."""
    named = (text_at(owner, "kind"), text_at(owner, "name")) == (kind, binding)
    return named and text_at(owner, "apiVersion").startswith(f"{group}/")


def section(found: Mapping[str, Json], name: str, binding: str) -> tuple[Mapping[str, Json], Problem | None]:
    """Return the entries of a section by logical name, and what is wrong with the whole of it; {} if it has none."""
    file = f"{name}.yaml"
    text = at(found, "data", file)
    if text is None:
        return {}, None
    try:
        entries = json.loads(text) if isinstance(text, str) else None
    except (ValueError, RecursionError):
        return {}, broken(binding, f"does not contain valid JSON in {file}")
    if not isinstance(entries, dict):
        return {}, broken(binding, f"does not contain an object in {file}")
    return mapping_at(entries), None


def broken(binding: str, what: str) -> Problem:
    """Return the problem of a document that is not as bindings write it."""
    message = describe(f"{described(binding)} {what}", hint=_REMEDY)
    return Problem(path="spec.bindingRef.name", message=message, code=BROKEN)
