"""Turns the claims of a tree into versions that can be planned."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from function.base.identity import Scope
from function.base.manifest import Manifest, at
from function.base.outcome import Outcome
from function.base.problems import Problem
from function.base.request import Request
from function.check.check_file import CheckedResource
from function.check.composite import composite
from function.check.documents import written
from function.check.platform import Platform
from function.check.required import answered, matching
from function.check.tree import Tree
from function.plan.claims import ClaimId, Version
from function.render import render


def versions(
    tree: Tree, platform: Platform, scope: Scope, required: Sequence[Manifest] | None
) -> dict[ClaimId, Version]:
    """Return a version of each claim, with `required` in place of the objects that the function asks for.

    A service reads the document of a binding in the tree rather than one in `required`.
    """

    def answer(request: Request) -> Outcome:
        own = [dict(found) for answer in (request.required or {}).values() for found in answer]
        given = None if required is None and not own else [*own, *(required or [])]
        return answered(lambda found: render(replace(request, required=found)), given)

    @cache
    def bindings() -> tuple[Manifest, ...]:
        return tuple(written([checked.resource for checked in tree.claims.values()], platform, scope))

    return {
        claim: Version(
            request=_request(checked, platform, scope, tree.composed.get(claim, {}), bindings),
            errors=tuple(str(finding) for finding in checked.findings if finding.severity == "error"),
            answer=answer,
            shown=_shown(checked),
        )
        for claim, checked in tree.claims.items()
    }


def _request(
    checked: CheckedResource,
    platform: Platform,
    scope: Scope,
    observed: Mapping[str, Manifest],
    bindings: Callable[[], Sequence[Manifest]],
) -> Request:
    xr = composite(checked.resource.manifest, scope, platform)
    settings = platform.in_effect(scope)
    asked = Request(xr=xr, observed=observed, platform=settings, known=platform.document is not None)
    if at(xr, "spec", "bindingRef") is None:
        return asked
    wanted = render(replace(asked, observed={}, required={})).requirements
    known = {name: found for name, requirement in wanted.items() if (found := matching(requirement, bindings()))}
    return replace(asked, required=known or None)


def _shown(checked: CheckedResource) -> Callable[[Problem], str]:
    return lambda problem: str(checked.resource.finding(problem))
