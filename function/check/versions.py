"""Turns the claims of a tree into versions that can be planned."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from function.base.identity import Scope
from function.base.manifest import Manifest
from function.base.outcome import Outcome
from function.base.problems import Problem
from function.base.request import Request
from function.check.check_file import CheckedResource
from function.check.composite import composite
from function.check.documents import with_binding, written
from function.check.platform import Platform
from function.check.required import answered, known
from function.check.tree import Tree
from function.plan.claims import ClaimId, Version
from function.render import render

Documents = Callable[[], Mapping[ClaimId, Sequence[Manifest]]]
"""Returns the documents that bindings write into the cluster."""


def documents(tree: Tree, platform: Platform, scope: Scope, required: Sequence[Manifest] | None) -> Documents:
    """Return what computes the documents of the bindings in a tree, with their variables from `required`."""

    @cache
    def found() -> Mapping[ClaimId, Sequence[Manifest]]:
        return {
            claim: [*written([checked.resource], platform, scope, required)] for claim, checked in tree.claims.items()
        }

    return found


def versions(
    tree: Tree,
    platform: Platform,
    scope: Scope,
    required: Sequence[Manifest] | None,
    function: Callable[[Request], Outcome] = render,
    earlier: Documents = dict,
) -> dict[ClaimId, Version]:
    """Return a version of each claim, with `required` in place of the objects that the function asks for.

    A service reads the document of a binding in the tree rather than one in `required`; if that binding is refused, its
    `earlier` document stays in the cluster.
    """
    own = documents(tree, platform, scope, required)

    def answer(request: Request) -> Outcome:
        return answered(lambda found: function(replace(request, required=found)), known(request, required))

    @cache
    def bindings() -> tuple[Manifest, ...]:
        kept = {
            claim: found for claim, found in earlier().items() if claim in tree.claims and tree.claims[claim].failed
        }
        return tuple(document for found in {**own(), **kept}.values() for document in found)

    return {
        claim: Version(
            request=with_binding(_request(checked, platform, scope, tree.composed.get(claim, {})), bindings),
            errors=tuple(str(finding) for finding in checked.findings if finding.severity == "error"),
            answer=answer,
            shown=_shown(checked),
        )
        for claim, checked in tree.claims.items()
    }


def _request(checked: CheckedResource, platform: Platform, scope: Scope, observed: Mapping[str, Manifest]) -> Request:
    xr = composite(checked.resource.manifest, scope, platform)
    settings = platform.in_effect(scope)
    return Request(xr=xr, observed=observed, platform=settings, known=platform.document is not None)


def _shown(checked: CheckedResource) -> Callable[[Problem], str]:
    return lambda problem: str(checked.resource.finding(problem))
