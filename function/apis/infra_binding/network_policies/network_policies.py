"""The model of the section `network_policies`."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.network_policies.traffic import SelectedPods, Traffic
from function.base.types import LogicalName


class NetworkPolicies(Binding):
    """Which traffic the pods of the namespace may accept and start."""

    jobs: Traffic | None = None
    """Traffic of the Flink jobs of the binding, each of which gets a NetworkPolicy. Default: any."""
    applications: Annotated[dict[LogicalName, SelectedPods], Field(max_length=32)] = {}
    """Traffic of other pods of the namespace, by logical name."""
    namespace: Traffic | None = None
    """Traffic of all pods of the namespace, also of those that others create, which the platform must allow. Default:
    any."""

    def parts(self) -> Iterator[tuple[str, Traffic]]:
        """Yield the place of each policy below the section, and the policy: names sorted."""
        if self.jobs is not None:
            yield "jobs", self.jobs
        for name, pods in sorted(self.applications.items()):
            yield f"applications.{name}", pods
        if self.namespace is not None:
            yield "namespace", self.namespace
