"""The pod template of an EventDrivenService."""

from dataclasses import dataclass

from function.apis.event_driven_service import environment, security
from function.apis.event_driven_service.annotations import annotations
from function.apis.event_driven_service.model.service import EventDrivenService
from function.apis.event_driven_service.placement import placement, spread
from function.apis.event_driven_service.ports import container_ports
from function.apis.event_driven_service.probes import probes
from function.apis.event_driven_service.resolve import Resolved
from function.apis.event_driven_service.sizing import resources
from function.apis.event_driven_service.volumes import mounts, pod_volumes
from function.base import naming
from function.base.image import pull_policy
from function.base.manifest import Manifest, present
from function.platform.pod_defaults import PodDefaults


@dataclass(frozen=True, kw_only=True)
class _Shared:
    """What the main and the init container have in common."""

    env: list[Manifest]
    env_from: list[Manifest]
    resources: Manifest
    security_context: Manifest
    volume_mounts: list[Manifest]


def template(resolved: Resolved) -> Manifest:
    """Return `spec.template` of the Deployment; the claim's pod labels never override the platform's.

    Service links would add variables for every Service of the namespace, which nothing declares.
    """
    spec, meta, defaults = resolved.spec, resolved.meta, resolved.config.defaults.pod
    shared = _shared(resolved)
    init = _init_container(spec, shared)
    return {
        "metadata": present(
            {"labels": _labels(resolved), "annotations": annotations(resolved)},
        ),
        "spec": present(
            {
                "serviceAccountName": meta.name,
                "automountServiceAccountToken": spec.service_account.mount_token,
                "enableServiceLinks": False,
                "imagePullSecrets": _pull_secrets(spec, defaults),
                "securityContext": security.pod(spec.security_context, resolved.config),
                "terminationGracePeriodSeconds": spec.termination_grace_period_seconds,
                "topologySpreadConstraints": spread(spec.topology_spread, defaults.topology_spread, resolved.selector),
                **placement(defaults, resolved.selector),
                "initContainers": [init] if init else None,
                "containers": [_main_container(resolved, shared)],
                "volumes": pod_volumes(spec.volumes),
            }
        ),
    }


def _labels(resolved: Resolved) -> dict[str, str]:
    """Return the labels of the pods: the claim's override only those that the platform sets for all services."""
    defaults = resolved.config.defaults.labels
    own = {key: value for key, value in resolved.meta.labels.items() if defaults.get(key) != value}
    return {**defaults, **resolved.spec.pod_labels, **own, **resolved.selector}


def _pull_secrets(spec: EventDrivenService, defaults: PodDefaults) -> list[Manifest]:
    """Return the platform's Secrets, then the claim's, each once."""
    names = dict.fromkeys([*defaults.image_pull_secrets, *(secret.name for secret in spec.image_pull_secrets)])
    return [{"name": name} for name in names]


def _shared(resolved: Resolved) -> _Shared:
    spec, config = resolved.spec, resolved.config
    return _Shared(
        env=environment.env(spec, config, resolved.bound.env),
        env_from=environment.env_from(spec),
        resources=resources(spec, config),
        security_context=security.container(spec.security_context, config),
        volume_mounts=mounts(spec.volumes),
    )


def _main_container(resolved: Resolved, shared: _Shared) -> Manifest:
    spec = resolved.spec
    return present(
        {
            "name": naming.MAIN_CONTAINER,
            "image": spec.image,
            "imagePullPolicy": spec.image_pull_policy or pull_policy(spec.image),
            "command": spec.command,
            "args": spec.args,
            "ports": container_ports(resolved.http_port, resolved.metrics_port),
            "env": shared.env,
            "envFrom": shared.env_from,
            "resources": shared.resources,
            **probes(spec, resolved.http_port),
            **resolved.kept.probes,
            "securityContext": shared.security_context,
            "volumeMounts": shared.volume_mounts,
        }
    )


def _init_container(spec: EventDrivenService, shared: _Shared) -> Manifest | None:
    init = spec.init_container
    if init is None:
        return None
    image = init.image or spec.image
    return present(
        {
            "name": naming.INIT_CONTAINER,
            "image": image,
            "imagePullPolicy": spec.image_pull_policy or pull_policy(image),
            "command": init.command,
            "args": init.args,
            "env": environment.init_env(shared.env, init.env),
            "envFrom": shared.env_from,
            "resources": shared.resources,
            "securityContext": shared.security_context,
            "volumeMounts": shared.volume_mounts,
        }
    )
