"""What a service has in common with other documents."""

from collections.abc import Iterator

from function.apis.event_driven_service import KIND
from function.apis.event_driven_service.resolve import Resolved
from function.apis.event_driven_service.resources import compose
from function.apis.event_driven_service.triggers import nats_jetstream
from function.apis.links import BindingUse, Consumption, Links, SecretUse
from function.base.problems import join


def links(resolved: Resolved) -> Links:
    """Return the consumers that the service reads or scales with, what it needs, and its objects."""
    ref = resolved.spec.binding_ref
    uses = (
        SecretUse(path=needed.field, name=needed.name, keys={key.name: key.field for key in needed.keys})
        for needed in resolved.dependencies
        if needed.kind == "Secret"
    )
    return Links(
        kind=KIND,
        namespace=resolved.identity.namespace,
        name=resolved.identity.name,
        objects={resource.object_id: "metadata.name" for resource in compose(resolved)},
        consumptions=tuple(_consumptions(resolved)),
        uses=tuple(uses),
        binding=BindingUse(path="spec.bindingRef.name", name=ref.name) if ref else None,
    )


def _consumptions(resolved: Resolved) -> Iterator[Consumption]:
    nats, source = resolved.spec.nats, resolved.source
    url = (nats.url if nats else None) or resolved.config.nats.url
    if nats is not None:
        server = (url, source.endpoint, source.account)
        yield Consumption(path="spec.nats", stream=nats.stream, consumer=nats.consumer, server=server)
    for position, trigger in enumerate(resolved.spec.scaling.triggers):
        if isinstance(trigger, nats_jetstream.Model):
            yield Consumption(
                path=join("spec.scaling.triggers", position),
                stream=trigger.stream,
                consumer=trigger.consumer,
                server=(url, trigger.monitoring_endpoint or source.endpoint, trigger.account or source.account),
                reads=False,
            )
