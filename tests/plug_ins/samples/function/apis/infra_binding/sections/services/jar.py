"""A jar, which keeps what is put into it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Literal

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.member import Made, Part
from function.apis.infra_binding.names import object_name
from function.apis.infra_binding.sections.services._section import Service
from function.base.condition import WORKLOAD_AVAILABLE
from function.base.kind import Kind
from function.base.manifest import Manifest, present
from function.base.meta import Meta
from function.delivery.resource import Resource
from function.platform.config import PlatformConfig
from function.readiness.ready_condition import READINESS

KIND = Kind(api_version="pantry.example.org/v1", kind="Jar", plural="jars", holds_data=True)
JAR = Part(key="jar", kind=KIND.kind, made="for services of type jar; kept when the binding is deleted")


class Model(Service):
    """A jar."""

    makes = (JAR,)

    type: Literal["jar"]

    def dns_names(self, name: str) -> Iterable[str]:
        """Return the name of the Service."""
        return [object_name(name)]

    def physical(self, name: str, secrets: Mapping[str, BoundSecret]) -> str:
        """Return the address."""
        return f"{object_name(name)}:7"

    def made(self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]) -> Made:
        """Return the jar."""
        manifest: Manifest = {
            "apiVersion": KIND.api_version,
            "kind": KIND.kind,
            "metadata": replace(meta, name=object_name(name)).object_meta(),
            "spec": present(
                {
                    "size": self.storage.size,
                    "class": self.storage.class_name,
                    "resources": self.resources.model_dump(mode="json", exclude_none=True),
                }
            ),
        }
        return Made(own=(Resource(JAR.of(name), manifest, READINESS, keep=True, about=WORKLOAD_AVAILABLE),))
