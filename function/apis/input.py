"""Conversion of Crossplane's documents into typed values, with all problems reported."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from function.apis.api import NAME_INVALID, NAME_RESERVED, RESERVED_NAMES, VERSION, Api, composite_kind
from function.apis.breach import breach
from function.apis.composite import identity_of, user_spec
from function.base.fix import Quote, Replace, other_case
from function.base.identity import Identity
from function.base.manifest import Json, mapping_at, text_at
from function.base.model import Spec
from function.base.problems import Problem, describe, errors, join, shown
from function.base.suggestion import closest_match
from function.base.type_hint import QUOTES
from function.base.types import DNS_LABEL
from function.base.validation import matches, parse, parse_parts
from function.platform.config import KIND, Document, PlatformConfig

S = TypeVar("S", bound=Spec)


@dataclass(frozen=True)
class Understood(Generic[S]):
    """A composite resource as typed values; `problems` say why the spec or the identity is None.

    `readable_spec` is the spec as far as it is valid, or None if hardly anything is.
    """

    identity: Identity | None
    spec: S | None
    problems: list[Problem]
    readable_spec: S | None = None


def settings(platform: Mapping[str, Json]) -> tuple[PlatformConfig | None, list[Problem]]:
    """Return the settings of a PlatformConfig document, the defaults for {}, or None and the problems."""
    if not platform:
        return PlatformConfig(), []
    document, problems = parse(Document, platform, KIND)
    return (None, problems) if problems or document is None else (document.spec, [])


def identify(
    named: Mapping[str, str], document: Mapping[str, Json], config: PlatformConfig
) -> tuple[str | None, list[Problem]]:
    """Return the kind of the API that a document belongs to, or None and the problems.

    `named` are the kinds of the APIs, each with the name that the platform gives it.
    """
    kinds = {name: kind for kind, given in named.items() for name in (given, composite_kind(given))}
    kind, api_version = text_at(document, "kind"), text_at(document, "apiVersion")
    expected = f"{config.group}/{VERSION}"
    problems = []
    if api_version != expected:
        message = describe(f"must be {expected}", got=shown(api_version))
        fix = Replace(expected) if api_version.partition("/")[0].lower() == config.group else None
        problems.append(Problem(path="apiVersion", message=message, code="EP110", expected=expected, fix=fix))
    if kind not in kinds:
        best = closest_match(kind, kinds)
        suggestion = f"; did you mean '{best}'?" if best else ""
        message = f"must be one of [{', '.join(sorted(kinds))}], got {shown(kind)}{suggestion}"
        problems.append(
            Problem(path="kind", message=message, code="EP110", suggestion=best, fix=other_case(kind, kinds))
        )
    return (None, problems) if problems else (kinds[kind], [])


def understand(api: Api[S], xr: Mapping[str, Json], config: PlatformConfig) -> Understood[S]:
    """Return the typed values of `xr`, and all problems together."""
    identity, problems = identity_of(api, xr)
    if identity is not None:
        problems = [*_name(api, identity, config), *_delivery(api, identity, config)]
    parsed = parse_parts(api.spec, user_spec(xr), "spec", context={"sizes": list(config.sizes)})
    problems = [*problems, *_metadata(xr), *parsed.problems]
    return Understood(identity if not errors(problems) else None, parsed.whole, problems, parsed.part)


def _metadata(document: Mapping[str, Json]) -> list[Problem]:
    """Return a problem for each label and annotation that is not a string: the API server would reject the object."""
    return [
        Problem(
            path=join("metadata", field, key),
            message=describe("must be a string", got=shown(value), hint=QUOTES),
            code="EP103",
            fix=Quote() if isinstance(value, bool | int | float) else None,
        )
        for field in ("annotations", "labels")
        for key, value in mapping_at(document, "metadata", field).items()
        if not isinstance(value, str | None)
    ]


def _name(api: Api[Spec], identity: Identity, config: PlatformConfig) -> list[Problem]:
    name, problems = identity.name, []
    if len(name) > api.name_max:
        message = describe(api.name_too_long, got=str(len(name)))
        problems.append(Problem(path="metadata.name", message=message, code="EP210", value=name))
    if not matches(DNS_LABEL.pattern, name):
        message = describe(NAME_INVALID, got=shown(name))
        problems.append(Problem(path="metadata.name", message=message, code="EP210"))
    if name in RESERVED_NAMES:
        message = describe(NAME_RESERVED, got=shown(name), hint="choose another name")
        problems.append(Problem(path="metadata.name", message=message, code="EP211", value=name))
    elif name in config.policy.reserved_names:
        problems.append(breach("metadata.name", describe("a reserved name", got=shown(name)), "reservedNames"))
    return problems


def _delivery(api: Api[Spec], identity: Identity, config: PlatformConfig) -> list[Problem]:
    if config.delivery == "object" or identity.scope == "namespaced":
        return []
    message = describe(
        f"direct requires the namespaced {api.kind}",
        got=api.composite_kind,
        hint="use delivery: object for claims",
    )
    return [Problem(path="PlatformConfig.spec.delivery", message=message, code="EP223")]
