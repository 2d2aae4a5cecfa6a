"""Turns the claims of a tree into versions that can be planned."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from function.base.identity import Scope
from function.base.manifest import Manifest
from function.base.outcome import Outcome
from function.base.problems import Problem
from function.base.request import Request
from function.check.check_file import CheckedResource
from function.check.composite import composite
from function.check.platform import Platform
from function.check.required import answered
from function.check.tree import Tree
from function.plan.claims import ClaimId, Version
from function.render import render


def versions(
    tree: Tree,
    platform: Platform,
    scope: Scope,
    required: Sequence[Manifest] | None,
    function: Callable[[Request], Outcome] = render,
) -> dict[ClaimId, Version]:
    """Return a version of each claim, with `required` in place of the objects that the function asks for."""

    def answer(request: Request) -> Outcome:
        return answered(lambda found: function(replace(request, required=found)), required)

    return {
        claim: Version(
            request=_request(checked, platform, scope, tree.composed.get(claim, {})),
            errors=tuple(str(finding) for finding in checked.findings if finding.severity == "error"),
            answer=answer,
            shown=_shown(checked),
        )
        for claim, checked in tree.claims.items()
    }


def _request(checked: CheckedResource, platform: Platform, scope: Scope, observed: Mapping[str, Manifest]) -> Request:
    xr = composite(checked.resource.manifest, scope, platform)
    return Request(xr=xr, observed=observed, platform=platform.in_effect(scope), known=platform.document is not None)


def _shown(checked: CheckedResource) -> Callable[[Problem], str]:
    return lambda problem: str(checked.resource.finding(problem))
