"""Services that refer to a binding which the tree does not have under this name, although it has others."""

from collections.abc import Iterator, Sequence

from function.apis.infra_binding import KIND
from function.apis.links import BindingUse
from function.base.problems import describe, shown
from function.base.suggestion import closest_match
from function.check.cross.mark import Claim, Mark, compatible
from function.check.finding import Finding

UNCHECKED = "EP340"
"""What is found about such a reference without the other documents: that it could not be checked."""
_CODE = "EP509"
_MOST_LISTED = 12


def missing(claims: Sequence[Claim], invalid: Sequence[tuple[str, str]]) -> Iterator[Finding]:
    """Yield a warning about each reference to a binding that is not in the tree.

    Without a binding of the claim's namespace in the tree, the bindings are elsewhere, unless one of this name is in
    another namespace. `invalid` are namespace and name of the claims with errors, any of which may be the binding.
    """
    bindings = [claim for claim in claims if claim.links.kind == KIND]
    for claim in claims:
        use = claim.links.binding
        if use is None or any(name == use.name and compatible(own, claim.namespace) for own, name in invalid):
            continue
        here = {found.links.name: found for found in bindings if compatible(found.namespace, claim.namespace)}
        elsewhere = next((found for found in bindings if found.links.name == use.name), None)
        if use.name in here:
            continue
        if here:
            yield _misnamed(claim, use, here)
        elif elsewhere:
            yield _elsewhere(claim, use, elsewhere)


def superseded(finding: Finding, others: Sequence[Finding]) -> bool:
    """Return whether a finding says only that something was not checked which one of the others is about."""
    return finding.code == UNCHECKED and any((other.code, other.path) == (_CODE, finding.path) for other in others)


def _misnamed(claim: Claim, use: BindingUse, here: dict[str, Claim]) -> Finding:
    near = closest_match(use.name, here)
    listed = ", ".join(sorted(here)[:_MOST_LISTED])
    hint = f"did you mean '{near}'?" if near else f"the bindings of the namespace in the tree are {listed}"
    message = describe("no InfraBinding of this name is in the tree", got=shown(use.name), hint=hint)
    return claim.finding(use.path, _CODE, message, _mark(here[near or min(here)]), suggestion=near)


def _elsewhere(claim: Claim, use: BindingUse, found: Claim) -> Finding:
    message = describe(
        f"{_mark(found)} is in another namespace, and a service reads only the bindings of its own",
        got=f"namespace {claim.namespace}",
        hint="use the same namespace for both",
    )
    return claim.finding(use.path, _CODE, message, _mark(found))


def _mark(claim: Claim) -> Mark:
    return claim.mark("metadata.name")
