"""The pod template of an EventDrivenService."""

from function.base import labels, naming
from function.base.image import pull_policy
from function.base.manifest import Manifest, present
from function.base.meta import Meta
from function.compose.event_driven_service import environment, security
from function.compose.event_driven_service.ports import container_ports
from function.compose.event_driven_service.probes import probes
from function.compose.event_driven_service.sizing import resources
from function.compose.event_driven_service.volumes import mounts, pod_volumes
from function.spec.event_driven_service import EventDrivenService, InitContainer
from function.spec.platform_config import PlatformConfig


def template(spec: EventDrivenService, config: PlatformConfig, meta: Meta) -> Manifest:
    """Return `spec.template` of the Deployment; the claim's pod labels never replace the platform's."""
    init = spec.init_container
    return {
        "metadata": present(
            {"labels": {**spec.pod_labels, **meta.labels}, "annotations": dict(spec.pod_annotations)},
        ),
        "spec": present(
            {
                "serviceAccountName": meta.name,
                "imagePullSecrets": [{"name": secret.name} for secret in spec.image_pull_secrets],
                "securityContext": security.pod(spec.security_context, config),
                "terminationGracePeriodSeconds": spec.termination_grace_period_seconds,
                "topologySpreadConstraints": _spread(spec, meta),
                "initContainers": [_init_container(spec, init, config)] if init else None,
                "containers": [_main_container(spec, config)],
                "volumes": pod_volumes(spec.volumes),
            }
        ),
    }


def _main_container(spec: EventDrivenService, config: PlatformConfig) -> Manifest:
    return present(
        {
            "name": naming.MAIN_CONTAINER,
            "image": spec.image,
            "imagePullPolicy": spec.image_pull_policy or pull_policy(spec.image),
            "command": spec.command,
            "args": spec.args,
            "ports": container_ports(spec),
            "env": environment.env(spec, config),
            "envFrom": environment.env_from(spec),
            "resources": resources(spec, config),
            **probes(spec),
            "securityContext": security.container(spec.security_context, config),
            "volumeMounts": mounts(spec.volumes),
        }
    )


def _init_container(spec: EventDrivenService, init: InitContainer, config: PlatformConfig) -> Manifest:
    image = init.image or spec.image
    return present(
        {
            "name": naming.INIT_CONTAINER,
            "image": image,
            "imagePullPolicy": spec.image_pull_policy or pull_policy(image),
            "command": init.command,
            "args": init.args,
            "env": environment.init_env(spec, config),
            "envFrom": environment.env_from(spec),
            "resources": resources(spec, config),
            "securityContext": security.container(spec.security_context, config),
            "volumeMounts": mounts(spec.volumes),
        }
    )


def _spread(spec: EventDrivenService, meta: Meta) -> list[Manifest]:
    selector = {key: meta.labels[key] for key in (labels.NAME, labels.COMPONENT)}
    return [
        {
            "maxSkew": constraint.max_skew,
            "topologyKey": constraint.topology_key,
            "whenUnsatisfiable": constraint.when_unsatisfiable,
            "labelSelector": {"matchLabels": selector},
        }
        for constraint in spec.topology_spread
    ]
