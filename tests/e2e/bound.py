"""A service that takes from a binding, and its objects."""

from dataclasses import dataclass
from typing import Any

from tests.e2e.cluster import SERVICE
from tools.playground.kubectl import Kubectl, RefusedError


@dataclass(frozen=True)
class Bound:
    """What can be seen of the service."""

    kubectl: Kubectl
    namespace: str
    name: str

    def reason(self, kind: str) -> str:
        """Return the reason of a condition, "" without one."""
        found = self.kubectl.get(f"{SERVICE}/{self.name}", f"--namespace={self.namespace}")
        conditions = found.get("status", {}).get("conditions", [])
        return next((condition["reason"] for condition in conditions if condition["type"] == kind), "")

    def live(self, kind: str, name: str) -> dict[str, Any] | None:
        """Return an object of the namespace, or None."""
        try:
            return self.kubectl.get(f"{kind}/{name}", f"--namespace={self.namespace}")
        except RefusedError:
            return None

    @property
    def pods(self) -> dict[str, Any]:
        """Return the template of the Deployment's pods, {} if there is none."""
        found = self.live("deployment", self.name)
        template: dict[str, Any] = found["spec"]["template"] if found else {}
        return template

    @property
    def annotations(self) -> dict[str, str]:
        """Return the annotations of the pods, {} if there are none."""
        found: dict[str, str] = self.pods.get("metadata", {}).get("annotations", {})
        return found

    @property
    def variables(self) -> dict[str, Any]:
        """Return the variables of the pods, {} if there are none."""
        containers = self.pods.get("spec", {}).get("containers", [{"env": []}])
        return {entry["name"]: entry.get("value", entry.get("valueFrom")) for entry in containers[0]["env"]}

    @property
    def generations(self) -> list[int]:
        """Return the generations of Deployment and ScaledObject, which each change of their specs raises."""
        found = [self.live("deployment", self.name), self.live("scaledobject", f"{self.name}-scaler")]
        return [item["metadata"]["generation"] for item in found if item is not None]
