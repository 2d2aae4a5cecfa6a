"""The pod of Redis, which fits the restricted profile and has no token."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from function.apis.infra_binding.redis.configuration import DATA
from function.apis.infra_binding.redis.conversion import conversion
from function.base.image import pull_policy
from function.base.manifest import Json, Manifest, present

PORT = 6379
CONFIG = "redis.conf"
"""The file with the configuration."""
_PASSWORD = "REDISCLI_AUTH"  # noqa: S105  the variable from which redis-cli takes the password
_DIRECTORY = "/etc/redis"
_USER = 1000


@dataclass(frozen=True, kw_only=True)
class Pod:
    """What differs between the pods of two services."""

    image: str
    password: Mapping[str, Json]
    """A reference to the password."""
    resources: Manifest
    config_map: str
    config_digest: str
    """Changes with the configuration, so that the pod is replaced: a server reads it only when it starts."""
    aof: bool
    """Whether the server reads the log of changes when it starts, and not the snapshot."""
    volume: str
    """The name of the claim."""

    def template(self, labels: Mapping[str, str]) -> Manifest:
        """Return the template of the pod."""
        return {
            "metadata": {
                "labels": dict(labels),
                "annotations": {"platform.fn.bizmatters.io/config-digest": self.config_digest},
            },
            "spec": {
                "automountServiceAccountToken": False,
                "enableServiceLinks": False,
                "securityContext": {
                    "runAsNonRoot": True,
                    "runAsUser": _USER,
                    "fsGroup": _USER,
                    "fsGroupChangePolicy": "OnRootMismatch",
                },
                "initContainers": [self._conversion()],
                "containers": [self._server()],
                "volumes": [
                    {"name": "data", "persistentVolumeClaim": {"claimName": self.volume}},
                    {"name": "config", "configMap": {"name": self.config_map}},
                ],
            },
        }

    def _conversion(self) -> Manifest:
        """Return the container that runs before the server, which has no password, because only the pod reaches it."""
        return self._container("convert", conversion(_DIRECTORY, DATA, PORT, aof=self.aof))

    def _server(self) -> Manifest:
        """Return the server. The kubelet puts the password into the arguments, so no object contains it."""
        command = ["redis-server", f"{_DIRECTORY}/{CONFIG}", "--requirepass", f"$({_PASSWORD})"]
        return {
            **self._container("redis", command),
            "ports": [{"name": "redis", "containerPort": PORT, "protocol": "TCP"}],
            "env": [{"name": _PASSWORD, "valueFrom": dict(self.password)}],
            # without -e, an error such as that the data is still being read counts as success
            "readinessProbe": {"exec": {"command": ["redis-cli", "-e", "ping"]}, "timeoutSeconds": 5},
        }

    def _container(self, name: str, command: Sequence[str]) -> Manifest:
        return present(
            {
                "name": name,
                "image": self.image,
                "imagePullPolicy": pull_policy(self.image),
                "command": list(command),
                "resources": self.resources,
                "securityContext": {
                    "allowPrivilegeEscalation": False,
                    "readOnlyRootFilesystem": True,
                    "capabilities": {"drop": ["ALL"]},
                    "seccompProfile": {"type": "RuntimeDefault"},
                },
                "volumeMounts": [
                    {"name": "data", "mountPath": DATA},
                    {"name": "config", "mountPath": _DIRECTORY, "readOnly": True},
                ],
            }
        )
