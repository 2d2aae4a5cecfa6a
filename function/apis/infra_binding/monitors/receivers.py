"""The AlertmanagerConfig that sends the alerts of a binding to their channels."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.member import Made, Part
from function.apis.infra_binding.monitoring.alerts.channels import OWNER, label, pattern
from function.apis.infra_binding.monitoring.receivers import Receiver
from function.apis.infra_binding.monitors.monitor import Monitor
from function.apis.infra_binding.names import bound_name
from function.apis.infra_binding.secret_refs import refs_in
from function.base.condition import WORKLOAD_AVAILABLE
from function.base.manifest import Json, mapping_at
from function.base.meta import Meta
from function.base.problems import Problem, describe, join
from function.delivery.resource import Resource
from function.manifests import alertmanager_config
from function.manifests.alertmanager_config import Label, Route
from function.platform.config import PlatformConfig

CONFIG = Part(
    key="alertmanagerconfig",
    kind=alertmanager_config.KIND.kind,
    made="for a binding with receivers of alerts and `PlatformConfig.spec.alerts.alertmanagerConfigs`",
)
_RECEIVERS = "receivers"
_SWITCHED_OFF = (
    "PlatformConfig.spec.alerts.alertmanagerConfigs is not set; the platform's Alertmanager finds the channels in "
    "labels of the alerts"
)


def receivers(
    listed: Sequence[Receiver], meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]
) -> Monitor:
    """Return the routes to all receivers."""
    return Monitor(
        name=_RECEIVERS,
        physical=bound_name(meta.name, _RECEIVERS),
        made=_made(listed, meta, config, secrets),
        wants=[CONFIG.of(_RECEIVERS)],
    )


def without_secret(listed: Sequence[Receiver], secrets: Mapping[str, BoundSecret]) -> Iterator[Problem]:
    """Yield a problem for each credential that is not in a Secret: Alertmanager reads no environment variables."""
    for position, receiver in enumerate(listed):
        for ref in refs_in(receiver.model_dump(), join("spec.monitoring.receivers", position)):
            if ref.name in secrets and secrets[ref.name].variables is not None:
                message = describe(
                    f"Alertmanager reads Secrets, but secret '{ref.name}' is environment variables",
                    hint="use a secret of another provider",
                )
                yield Problem(path=ref.path, message=message, code="EP452")


def _made(listed: Sequence[Receiver], meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]) -> Made:
    if not config.alerts.alertmanager_configs:
        return Made(unmanaged=_SWITCHED_OFF)
    labeled = replace(meta, labels={**meta.labels, **config.alerts.config_labels})
    routes = [_route(receiver, secrets) for receiver in listed]
    alerts = Label(name=OWNER, value=meta.name)
    name = bound_name(meta.name, _RECEIVERS)
    manifest = alertmanager_config.manifest(labeled, name=name, alerts=alerts, routes=routes)
    return Made(own=(Resource(CONFIG.of(_RECEIVERS), manifest, about=WORKLOAD_AVAILABLE),))


def _route(receiver: Receiver, secrets: Mapping[str, BoundSecret]) -> Route:
    return Route(
        receiver=f"{receiver.type}-{receiver.name}",
        settings=receiver.settings(_credential(receiver, secrets)),
        label=label(receiver.type),
        pattern=pattern(receiver.name),
    )


def _credential(receiver: Receiver, secrets: Mapping[str, BoundSecret]) -> Mapping[str, Json]:
    """Return the name and the key of the Secret, {} if there is a problem."""
    found = [secrets[ref.name].source(ref.key) for ref in refs_in(receiver.credential(), "") if ref.name in secrets]
    return mapping_at(found[0], "secretKeyRef") if found else {}
