"""Claims that several workloads would share."""

from collections.abc import Sequence

from function.base.manifest import Manifest, text_at
from function.base.problems import Problem, describe, shown

_TWICE = "EP508"


def repeated(claims: Sequence[Manifest | None]) -> dict[int, Problem]:
    """Return the positions of claims with the name and namespace of an earlier one, each with its problem."""
    seen: set[tuple[str, str]] = set()
    found: dict[int, Problem] = {}
    for position, claim in enumerate(claims):
        if claim is None:
            continue
        namespace, name = (text_at(claim, "metadata", key) for key in ("namespace", "name"))
        if (namespace, name) in seen:
            message = f"another workload also becomes the claim {shown(name)} in the namespace {shown(namespace)}"
            hint = "import them one by one, with other names (--name)"
            found[position] = Problem(path="", message=describe(message, hint=hint), code=_TWICE)
        seen.add((namespace, name))
    return found
