"""Checks of an EventDrivenService against the platform's settings, beyond its schema."""

from collections.abc import Iterable, Iterator

from function.apis import addresses, connections, images, required_labels
from function.apis.breach import breach
from function.apis.doubt import doubted
from function.apis.event_driven_service import policy_defaults
from function.apis.event_driven_service.doubts import DOUBTS
from function.apis.event_driven_service.literals import Suspect, plaintext, suspects
from function.apis.event_driven_service.model.service import EventDrivenService
from function.apis.event_driven_service.policy_bounds import amounts, digests
from function.apis.event_driven_service.policy_metadata import metadata
from function.apis.event_driven_service.policy_nats import nats_breaches
from function.apis.event_driven_service.policy_triggers import unmeasurable
from function.apis.event_driven_service.resolve import Resolved
from function.apis.event_driven_service.triggers import Trigger
from function.base.identity import Identity
from function.base.manifest import Json
from function.base.partial import readable
from function.base.problems import Problem, describe, join
from function.platform.config import PlatformConfig


def policy(resolved: Resolved) -> list[Problem]:
    """Return what the platform does not allow, and warnings about what is doubtful."""
    checks = _checks(resolved.spec, resolved.identity, resolved.config, resolved.suspects)
    return [*(problem for check in checks for problem in check), *doubted(DOUBTS, resolved)]


def policies(
    spec: EventDrivenService, _written: Json, identity: Identity, config: PlatformConfig
) -> list[Iterator[Problem]]:
    """Return the checks; each reads few fields."""
    return _checks(spec, identity, config, suspects(spec))


def _checks(
    spec: EventDrivenService, identity: Identity, config: PlatformConfig, suspicious: Iterable[Suspect]
) -> list[Iterator[Problem]]:
    return [
        _image(spec, config),
        _init_image(spec, config),
        required_labels.missing(identity, config),
        _max_replicas(spec, config),
        addresses.refused(spec, "spec"),
        plaintext(suspicious),
        metadata(spec, config.policy),
        amounts(spec, config),
        digests(spec, config),
        _source(spec, identity.namespace, config),
        _triggers(spec, identity.namespace, config),
        unmeasurable(spec, config),
        _connections(spec, config),
        *(check(spec, config) for check in policy_defaults.CHECKS if config.defaults.model_fields_set),
    ]


def _connections(spec: EventDrivenService, config: PlatformConfig) -> Iterator[Problem]:
    yield from connections.unknown("spec.connections", spec.connections, config)


def _source(spec: EventDrivenService, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
    """Yield what the platform does not let the service read."""
    if spec.nats is None:
        return
    yield from nats_breaches(
        "spec.nats",
        stream=spec.nats.stream,
        account=spec.nats.account,
        endpoint=spec.nats.monitoring_endpoint,
        namespace=namespace,
        config=config,
    )


def _triggers(spec: EventDrivenService, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
    """Yield what the platform does not let the service scale on."""
    for position, trigger in enumerate(spec.scaling.triggers):
        yield from readable(_trigger(trigger, join("spec.scaling.triggers", position), namespace, config))


def _trigger(trigger: Trigger, path: str, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
    if config.policy.triggers is not None and trigger.type not in config.policy.triggers:
        yield breach(join(path, "type"), f"a trigger of type {trigger.type}", "triggers")
    yield from trigger.breaches(path, namespace, config)


def _image(spec: EventDrivenService, config: PlatformConfig) -> Iterator[Problem]:
    yield from _registry("spec.image", spec.image, config)


def _init_image(spec: EventDrivenService, config: PlatformConfig) -> Iterator[Problem]:
    yield from _registry("spec.initContainer.image", spec.init_container.image if spec.init_container else None, config)


def _registry(path: str, image: str | None, config: PlatformConfig) -> Iterator[Problem]:
    if image is not None:
        yield from images.of_other_registries(path, image, config)


def _max_replicas(spec: EventDrivenService, config: PlatformConfig) -> Iterator[Problem]:
    limit = config.scaling.max_replicas
    for name, replicas in (("minReplicas", spec.scaling.min_replicas), ("maxReplicas", spec.scaling.max_replicas)):
        if limit is not None and replicas is not None and replicas > limit:
            message = describe(f"must be at most {limit}, the platform's limit", got=str(replicas))
            yield Problem(path=f"spec.scaling.{name}", message=message, code="EP222", value=str(replicas))
