"""From the documents that Crossplane hands over to typed values, with every mistake named."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from function.apis.api import NAME_INVALID, VERSION, Api
from function.apis.composite import identity_of, user_spec
from function.base.identity import Identity
from function.base.manifest import Json, mapping_at, text_at
from function.base.model import Spec
from function.base.problems import Problem, join, shown
from function.base.suggestion import closest_match
from function.base.types import DNS_LABEL
from function.base.validation import matches, parse
from function.platform.config import KIND, Document, PlatformConfig

S = TypeVar("S", bound=Spec)


@dataclass(frozen=True)
class Understood(Generic[S]):
    """A composite resource as typed values; the spec or the identity is None where the problems say why."""

    identity: Identity | None
    spec: S | None
    problems: list[Problem]


def settings(platform: Mapping[str, Json]) -> tuple[PlatformConfig | None, list[Problem]]:
    """Return the settings of a PlatformConfig document, the defaults for {}, or None and the mistakes."""
    if not platform:
        return PlatformConfig(), []
    document, problems = parse(Document, platform, KIND)
    return (None, problems) if problems or document is None else (document.spec, [])


def identify(
    apis: Mapping[str, Api[Spec]], document: Mapping[str, Json], config: PlatformConfig
) -> tuple[str | None, list[Problem]]:
    """Return the claim kind of the API that a document belongs to, or None and what the document should say."""
    kinds = {name: kind for kind, api in apis.items() for name in (api.kind, api.composite_kind)}
    kind, api_version = text_at(document, "kind"), text_at(document, "apiVersion")
    expected = f"{config.group}/{VERSION}"
    problems = []
    if api_version != expected:
        message = f"must be {expected}; got {shown(api_version)}"
        problems.append(Problem(path="apiVersion", message=message, code="EP110", expected=expected))
    if kind not in kinds:
        near = closest_match(kind, kinds)
        hint = f". did you mean '{near}'?" if near else ""
        message = f"must be one of [{', '.join(sorted(kinds))}], got {shown(kind)}{hint}"
        problems.append(Problem(path="kind", message=message, code="EP110", suggestion=near))
    return (None, problems) if problems else (kinds[kind], [])


def understand(api: Api[S], xr: Mapping[str, Json], config: PlatformConfig) -> Understood[S]:
    """Return everything about `xr` that is typed, and all problems in one go."""
    identity, problems = identity_of(api, xr)
    if identity is not None:
        problems = [*_name(api, identity), *_delivery(api, identity, config)]
    spec, found = parse(api.spec, user_spec(xr), "spec", context={"sizes": list(config.sizes)})
    problems = [*problems, *_metadata(xr), *found]
    return Understood(identity if not problems else None, spec, problems)


def _metadata(document: Mapping[str, Json]) -> list[Problem]:
    """Return the labels and annotations that are no text: the API server refuses the whole object for one."""
    return [
        Problem(
            path=join("metadata", field, key),
            message=f"must be a string; got {shown(value)}. put it in quotes: YAML reads it as another type",
            code="EP103",
        )
        for field in ("annotations", "labels")
        for key, value in mapping_at(document, "metadata", field).items()
        if not isinstance(value, str | None)
    ]


def _name(api: Api[Spec], identity: Identity) -> list[Problem]:
    name, problems = identity.name, []
    if len(name) > api.name_max:
        problems.append(
            Problem(path="metadata.name", message=f"{api.name_too_long}; got {len(name)}", code="EP210", value=name)
        )
    if not matches(DNS_LABEL.pattern, name):
        problems.append(Problem(path="metadata.name", message=f"{NAME_INVALID}; got {shown(name)}", code="EP210"))
    return problems


def _delivery(api: Api[Spec], identity: Identity, config: PlatformConfig) -> list[Problem]:
    if config.delivery == "object" or identity.scope == "namespaced":
        return []
    message = f"direct needs the namespaced {api.kind}; got {api.composite_kind}. use delivery: object for claims"
    return [Problem(path="PlatformConfig.spec.delivery", message=message, code="EP223")]
