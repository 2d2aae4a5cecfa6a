"""The security contexts of an EventDrivenService's pods (Pod Security Standards, profile restricted)."""

from function.apis.event_driven_service.model.pod import SecurityContext
from function.base.manifest import Manifest, present
from function.platform.config import PlatformConfig

USER = 1000
"""Default user and volume group; the platform's images are built for it."""


def pod(context: SecurityContext, config: PlatformConfig) -> Manifest:
    """Return `securityContext` of the pod."""
    restricted = config.security.profile == "restricted"
    default_user = USER if restricted and not context.use_image_user else None
    return present(
        {
            "runAsNonRoot": restricted or None,
            "runAsUser": context.run_as_user or default_user,
            "runAsGroup": context.run_as_group,
            "fsGroup": context.fs_group or default_user,
            "fsGroupChangePolicy": context.fs_group_change_policy,
            "supplementalGroups": context.supplemental_groups,
        }
    )


def container(context: SecurityContext, config: PlatformConfig) -> Manifest:
    """Return `securityContext` of each container."""
    restricted = config.security.profile == "restricted"
    drop_all: Manifest = {"drop": ["ALL"]}
    return present(
        {
            "runAsNonRoot": restricted or None,
            "runAsUser": pod(context, config).get("runAsUser"),
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": context.read_only_root_filesystem or None,
            "capabilities": drop_all if restricted else None,
            "seccompProfile": {"type": "RuntimeDefault"},
        }
    )
