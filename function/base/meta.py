"""Name, labels and annotations of an emitted object."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from function.base.manifest import Manifest, present


@dataclass(frozen=True)
class Meta:
    """Metadata shared by all objects of one claim."""

    name: str
    namespace: str
    labels: Mapping[str, str] = field(default_factory=dict)
    annotations: Mapping[str, str] = field(default_factory=dict)

    def object_meta(self, *, name: str = "", annotations: Mapping[str, str] | None = None) -> Manifest:
        """Return `metadata` without empty maps, which the API server drops and a reconciler would keep adding."""
        return present(
            {
                "name": name or self.name,
                "namespace": self.namespace,
                "labels": dict(self.labels),
                "annotations": {**self.annotations, **(annotations or {})},
            }
        )
