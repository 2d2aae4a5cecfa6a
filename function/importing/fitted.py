"""A claim with a spec that has been checked, and from which everything has been left out that is a default."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from function.apis.api import VERSION
from function.base.identity import Scope
from function.base.manifest import Json, Manifest, mapping_at, text_at
from function.base.problems import Problem, describe, errors
from function.check.judge import judge
from function.check.platform import Platform
from function.importing.accepted import accepted
from function.importing.rejected import Rejected
from function.importing.rendered import rendered
from function.importing.shrink import shrunk
from function.importing.sizes import nearest

KIND = "EventDrivenService"
_FIRST = ("image", "size", "nats", "httpPort")


class Fitted(NamedTuple):
    """A claim, what was taken out because it is rejected, and the errors that are left."""

    claim: Manifest
    rejected: tuple[Rejected, ...]
    errors: tuple[Problem, ...]


def fitted(metadata: Manifest, spec: Manifest, platform: Platform, scope: Scope) -> Fitted:
    """Return the claim with the nearest size; with errors, its spec still has what may be left out."""
    claim: Manifest = {
        "apiVersion": f"{platform.group}/{VERSION}",
        "kind": platform.names[KIND],
        "metadata": metadata,
        "spec": {**spec, "size": nearest(spec.get("resources"), platform.config)},
    }
    fitting = accepted(claim, lambda found: errors(judge(found, platform) or []))
    claim, whole = fitting.claim, dict(mapping_at(fitting.claim, "spec"))
    if not fitting.errors:
        whole = shrunk(whole, lambda found: rendered({**claim, "spec": found}, platform, scope))
    return Fitted({**claim, "spec": _ordered(whole)}, fitting.rejected, fitting.errors)


def missing(spec: Manifest) -> Iterator[Problem]:
    """Yield what a claim needs and the input does not name."""
    for field in ("stream", "consumer"):
        if not text_at(spec, "nats", field):
            message = describe(f"no object names the {field}", hint=f"use --{field} NAME")
            yield Problem(path="", message=message, code="EP101")


def _ordered(spec: Mapping[str, Json]) -> Manifest:
    """Return the spec with the fields first that every claim has or should have."""
    return {key: spec[key] for key in (*_FIRST, *spec) if key in spec}
