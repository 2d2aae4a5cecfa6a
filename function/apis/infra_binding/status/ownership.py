"""What a binding says about objects that belong to somebody else."""

from collections.abc import Iterable

from function.apis.infra_binding.status.reasons.ownership import NOT_OWNED
from function.base.manifest import text_at
from function.delivery.owner import owner
from function.status import applying
from function.status.observation import Observation
from function.status.reason import Cause


def whose(observation: Observation) -> str | None:
    """Return to whom the object belongs if that is somebody else, else None."""
    if not observation.foreign:
        return None
    namespace, name = (text_at(observation.manifest, "metadata", key) for key in ("namespace", "name"))
    found = f"{text_at(observation.manifest, 'kind')} {namespace}/{name}"
    other = owner(observation.live)
    return f"{found} belongs to binding {other}" if other else f"{found} exists and belongs to no binding"


def taken(observations: Iterable[Observation]) -> Cause | None:
    """Return the cause if any of the objects belongs to somebody else."""
    objects = sorted(text for observation in observations if (text := whose(observation)) is not None)
    return NOT_OWNED.because(objects="; ".join(objects)) if objects else None


def refusal(observation: Observation) -> Cause | None:
    """Return why the object is not applied, or None if it is, or will be."""
    return taken([observation]) or applying.cause(observation)
