"""A service that is to stop when a stream of Kinesis is idle."""

from collections.abc import Iterator

from function.apis.doubt import Doubt
from function.apis.event_driven_service.resolve import Resolved
from function.base.manifest import text_at


def _never_idle(resolved: Resolved) -> Iterator[str]:
    """Yield where the claim asks for it; the type of the stream is known only from the document of the binding."""
    scaling = resolved.spec.scaling
    kind = text_at(resolved.bound.trigger, "type")
    if not scaling.enabled or resolved.limits.min_replicas > 0 or kind != "aws-kinesis-stream":
        return
    yield "spec.scaling.minReplicas" if scaling.min_replicas is not None else "spec.bindingRef.trigger.stream"


DOUBT = Doubt(
    code="EP337",
    field="spec.scaling.minReplicas",
    message="with a Kinesis stream, KEDA counts open shards, and there is always at least one, so the service never "
    "stops",
    hint="set spec.scaling.minReplicas: 1",
    find=_never_idle,
)
