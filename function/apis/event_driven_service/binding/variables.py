"""The environment variables of a service that have the values of fields of the document."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from function.apis.event_driven_service.binding.document import broken
from function.apis.event_driven_service.binding.entry import entry
from function.apis.event_driven_service.binding.fields import field, listed, scalar
from function.apis.event_driven_service.dependency import Dependency, Key
from function.apis.event_driven_service.model.binding_ref import SOURCES, BindingRef, BoundVariable
from function.base.credentials.evidence import evidence
from function.base.manifest import Json, Manifest, at, text_at
from function.base.model import Spec
from function.base.problems import Problem, describe, join, shown
from function.base.suggestion import closest_match
from function.base.types import ConfigKey, DnsSubdomain
from function.base.validation import parse

_FIELD = "EP343"
_LONGEST = 16 * 1024
"""Characters of a value. All variables of a pod share a megabyte with everything else in the Deployment."""


class SecretKeyRef(Spec):
    """Where a field is, if it is in a Secret."""

    name: DnsSubdomain
    """Name of the Secret."""
    key: ConfigKey
    """Key in the Secret."""


class Variable(NamedTuple):
    """An entry of `env`, or None and the problem; `secret` is what it refers to."""

    entry: Manifest | None = None
    secret: Dependency | None = None
    problem: Problem | None = None


def variables(ref: BindingRef, sections: Mapping[str, Mapping[str, Json]]) -> Iterator[Variable]:
    """Yield the variables in the order of the claim; `sections` are the entries of each section by name."""
    for position, variable in enumerate(ref.env):
        yield _variable(variable, join("spec.bindingRef.env", position), ref.name, sections)


def _variable(variable: BoundVariable, path: str, binding: str, sections: Mapping[str, Mapping[str, Json]]) -> Variable:
    singular = next(source for source in SOURCES if getattr(variable, source) is not None)
    name: str = getattr(variable, singular)
    found, unknown = entry(
        sections[f"{singular}s"], name, path=join(path, singular), singular=singular, binding=binding
    )
    if unknown is not None:
        return Variable(problem=unknown)
    value, where = field(found, variable.field), f"{singular}s.{name}.{variable.field}"
    if value is None:
        return Variable(problem=_no_field(variable.field, found, path, f"{singular} '{name}'"))
    if at(value, "secretKeyRef") is not None:
        return _secret(
            variable, at(value, "secretKeyRef"), path, broken(binding, f"has an invalid reference at {where}")
        )
    return _literal(variable, value, path, binding, where)


def _secret(variable: BoundVariable, reference: Json, path: str, wrong: Problem) -> Variable:
    ref, problems = parse(SecretKeyRef, reference, path)
    if ref is None or problems:
        return Variable(problem=wrong)
    source: Manifest = {"secretKeyRef": {"name": ref.name, "key": ref.key}}
    where = join(path, "field")
    dependency = Dependency(kind="Secret", name=ref.name, field=where, keys=(Key(name=ref.key, field=where),))
    return Variable({"name": variable.name, "valueFrom": source}, dependency)


def _literal(variable: BoundVariable, value: Json, path: str, binding: str, where: str) -> Variable:
    text = scalar(value)
    if text is None:
        return Variable(problem=_unusable(variable.field, value, path))
    if len(text) > _LONGEST or "\0" in text or any("\ud800" <= character <= "\udfff" for character in text):
        return Variable(problem=broken(binding, f"has text at {where} that cannot be a variable"))
    if evidence(text, variable.field.rpartition(".")[2]) in ("form", "key"):
        return Variable(problem=broken(binding, f"has a credential in plaintext at {where}"))
    return Variable({"name": variable.name, "value": text.replace("$", "$$")})


def _no_field(name: str, found: Mapping[str, Json], path: str, what: str) -> Problem:
    known = listed(found)
    best = closest_match(name, known)
    hint = f"did you mean '{best}'?" if best else _one_of(known)
    message = describe(f"{what} has no such field", got=shown(name), hint=hint)
    return Problem(path=join(path, "field"), message=message, code=_FIELD, suggestion=best)


def _unusable(name: str, value: Json, path: str) -> Problem:
    variable = text_at(value, "env")
    if variable:
        message = describe(
            f"the application reads this from the variable {shown(variable)}, which the binding does not set",
            hint="set that variable in spec.env or spec.secretRefs, and remove this entry",
        )
    else:
        inner = [f"{name}.{below}" for below in listed(value)]
        message = describe(
            "must be a single value",
            got=shown(value),
            hint=_one_of(inner),
        )
    return Problem(path=join(path, "field"), message=message, code=_FIELD)


def _one_of(fields: Sequence[str]) -> str:
    return f"use one of [{', '.join(fields)}]" if fields else "choose another field"
