"""What all components of Dapr have in common."""

from collections.abc import Iterable, Iterator, Mapping

from function.apis.breach import breach
from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.dapr.app_id import AppIds
from function.apis.infra_binding.dapr.components._metadata import Metadata, items
from function.apis.infra_binding.dapr.scoped import unscoped
from function.apis.infra_binding.dapr.switched_off import SWITCHED_OFF
from function.apis.infra_binding.member import Made, Member, Part
from function.base.condition import WORKLOAD_AVAILABLE
from function.base.manifest import Json
from function.base.meta import Meta
from function.base.problems import Problem, join
from function.delivery.resource import Resource
from function.manifests import dapr_component
from function.platform.config import PlatformConfig

COMPONENT = Part(
    key="daprcomponent",
    kind=dapr_component.KIND.kind,
    made="for each entry of `dapr.components`, with `PlatformConfig.spec.dapr.enabled`",
)


class Component(Member):
    """A component that applications use through Dapr by the name of its entry."""

    singular = "component"
    makes = (COMPONENT,)

    type: str
    """Type of the component, as Dapr calls it."""
    scopes: AppIds = []
    """IDs of the applications that may use it. Default: all of the namespace."""
    metadata: Metadata
    """Settings under Dapr's names."""

    def settings(self) -> Mapping[str, Json]:
        """Return the settings under the names that the component reads."""
        return self.metadata.model_dump(exclude_none=True)

    def physical(self, name: str, secrets: Mapping[str, BoundSecret]) -> str:
        """Return the name: applications use it."""
        return name

    def identities(self) -> Iterable[tuple[str, ...]]:
        """Return nothing: several components may use one server."""
        return ()

    def made(self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]) -> Made:
        """Return the Component."""
        if not config.dapr.enabled:
            return Made(unmanaged=SWITCHED_OFF)
        manifest = dapr_component.manifest(
            meta, name=name, component=self.type, metadata=list(items(self.settings(), secrets)), scopes=self.scopes
        )
        return Made(own=(Resource(COMPONENT.of(name), manifest, about=WORKLOAD_AVAILABLE),))

    def problems(self, path: str, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
        """Yield what the platform does not allow."""
        yield from unscoped(path, self.scopes, config)
        allowed = config.policy.dapr.components
        if allowed is not None and self.type not in allowed:
            yield breach(
                join(path, "type"), f"components of type {self.type} are not among those allowed", "dapr.components"
            )
