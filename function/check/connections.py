"""The document about connections and endpoints of a binding in a file."""

from collections.abc import Sequence

from function.apis.composite import identity_of
from function.apis.infra_binding.connections.markdown import markdown
from function.apis.infra_binding.implementation import IMPLEMENTATION
from function.apis.input import understand
from function.apis.resolution import resolve
from function.base.manifest import Manifest
from function.base.problems import Problem, errors
from function.check.composite import composite
from function.check.platform import Platform
from function.check.required import matching


def connections(
    claim: Manifest, platform: Platform, required: Sequence[Manifest] | None
) -> tuple[str | None, Sequence[Problem]]:
    """Return the document about a claim without errors, or None and the variables that have no value.

    `required` has objects with values of variables.
    """
    xr, api = composite(claim, "claims", platform), IMPLEMENTATION.api
    identity = identity_of(api, xr)[0]
    resolution = resolve(api, xr, identity, platform.config, None)
    if required is not None:
        answers = {name: matching(wanted, required) for name, wanted in resolution.requirements.items()}
        resolution = resolve(api, xr, identity, platform.config, answers)
    unresolved = errors(resolution.problems)
    understood = understand(api, resolution.document, platform.config)
    if unresolved or understood.spec is None or understood.identity is None:
        return None, unresolved or resolution.reported(understood.problems)
    return markdown(IMPLEMENTATION.prepare(understood.spec, understood.identity, platform.config)), []
