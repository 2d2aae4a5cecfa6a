"""The sidecars of a binding's applications, which annotations of pods describe."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated

from pydantic import Field

from function.apis.breach import breach
from function.apis.infra_binding.amounts import LIMIT_RULES, Amounts, above
from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.member import Made, Member
from function.apis.pod_metadata import denied
from function.base.manifest import Manifest
from function.base.meta import Meta
from function.base.problems import Problem, join
from function.base.types import LogicalName, Port
from function.platform.config import PlatformConfig

_SIDES = {"requests": "request", "limits": "limit"}
"""The fields with amounts, and how the annotations call them."""


class Sidecar(Member):
    """What the sidecars of applications may use, and which Flink jobs have one."""

    singular = "sidecar"
    rules = LIMIT_RULES

    requests: Amounts = Amounts()
    """Amounts reserved for each sidecar. Default: as the cluster's Dapr is configured."""
    limits: Amounts = Amounts()
    """Maximum amounts of each sidecar. Default: as the cluster's Dapr is configured."""
    metrics_port: Port | None = None
    """Port at which each sidecar serves its metrics. Default: 9090."""
    processes: Annotated[list[LogicalName], Field(max_length=64)] = []
    """Processes whose Flink jobs have a sidecar. The ID of each is its name, with dashes for underscores."""

    def annotations(self) -> dict[str, str]:
        """Return the annotations of all pods that have a sidecar, without those that differ between applications."""
        found = {"dapr.io/enabled": "true"}
        for side, word in _SIDES.items():
            for kind, amount in getattr(self, side).amounts().items():
                found[f"dapr.io/sidecar-{kind}-{word}"] = amount
        if self.metrics_port is not None:
            found["dapr.io/metrics-port"] = str(self.metrics_port)
        return found

    def physical(self, name: str, secrets: Mapping[str, BoundSecret]) -> str:
        """Return the annotation that requests a sidecar."""
        return "dapr.io/enabled"

    def identities(self) -> Iterable[tuple[str, ...]]:
        """Return nothing."""
        return ()

    def made(self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]) -> Made:
        """Return that no object is needed."""
        return Made(unmanaged="annotations of pods request a sidecar; no object is needed")

    def client(self, name: str) -> Manifest:
        """Return the annotations for pods that something else creates."""
        return {"annotations": dict(self.annotations())}

    def problems(self, path: str, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
        """Yield the annotations and amounts that the platform does not allow."""
        keys = (*self.annotations(), "dapr.io/app-id", "dapr.io/config")
        if self.processes and denied(keys, config.policy.pod_annotations):
            yield breach(join(path, "processes"), f"adds the annotations {', '.join(sorted(keys))}", "podAnnotations")
        yield from above(path, {"requests": self.requests, "limits": self.limits}, config)
