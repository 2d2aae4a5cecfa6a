"""A river as a stream, dug where the binding asks for it."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Literal

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.member import Made, Part
from function.apis.infra_binding.names import physical_name
from function.apis.infra_binding.sections.streams._section import Stream
from function.base.condition import WORKLOAD_AVAILABLE
from function.base.kind import Kind
from function.base.manifest import Manifest
from function.base.meta import Meta
from function.base.text import Text
from function.delivery.resource import Resource
from function.platform.config import PlatformConfig
from function.readiness.ready_condition import READINESS

KIND = Kind(api_version="water.example.org/v1", kind="River", plural="rivers", holds_data=True)

Topic = Annotated[
    str,
    Text("^water://[a-z]+$", meaning="water:// and the name of a river", example="water://elbe", max_length=32),
]


RIVER = Part(
    key=Stream.singular,
    kind=KIND.kind,
    made="for streams of type river with `dig: true`; kept when the binding is deleted",
)


class Model(Stream):
    """A river, whose topic is of another form than that of other streams."""

    makes = (RIVER,)

    type: Literal["river"]
    topic: Topic
    """The river."""
    dig: bool = False
    """Make the river. Default: it must exist."""

    def physical(self, name: str, secrets: Mapping[str, BoundSecret]) -> str:
        """Return the river."""
        return self.topic

    def identities(self) -> Iterable[tuple[str, ...]]:
        """Return the river."""
        return [("river", self.topic)]

    def made(self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]) -> Made:
        """Return a River in the binding's namespace."""
        if not self.dig:
            return Made(unmanaged="dig is not set; the river must exist")
        manifest: Manifest = {
            "apiVersion": KIND.api_version,
            "kind": KIND.kind,
            "metadata": meta.object_meta(name=physical_name(self.topic.removeprefix("water://"))),
            "spec": {"topic": self.topic},
        }
        return Made(own=(Resource(RIVER.of(name), manifest, READINESS, keep=True, about=WORKLOAD_AVAILABLE),))
