"""Name and labels of an emitted object."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from function.base.manifest import Manifest, present


@dataclass(frozen=True)
class Meta:
    """What all objects of one service have in common."""

    name: str
    namespace: str
    labels: Mapping[str, str] = field(default_factory=dict)

    def object_meta(self, *, name: str = "", annotations: Mapping[str, str] | None = None) -> Manifest:
        """Return `metadata`; never an empty map, which the API server drops and a reconciler would add for ever."""
        return present(
            {
                "name": name or self.name,
                "namespace": self.namespace,
                "labels": dict(self.labels),
                "annotations": dict(annotations or {}),
            }
        )
