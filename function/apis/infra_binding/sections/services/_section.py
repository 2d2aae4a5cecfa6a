"""What all services have in common: the binding runs them in its namespace, within bounds of the platform."""

from collections.abc import Iterable, Iterator

from pydantic import Field

from function.apis.breach import breach
from function.apis.infra_binding.amounts import Compute, above
from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.member import Member
from function.base.problems import Problem, join
from function.base.quantity import parse_quantity
from function.base.types import Bytes, DnsSubdomain
from function.platform.config import PlatformConfig


class Storage(Binding):
    """The volume of each instance."""

    size: Bytes
    """Size of the volume. It can only be increased, if the storage class allows that."""
    class_name: DnsSubdomain | None = Field(default=None, alias="class")
    """Storage class. It cannot be changed. Default: that of the cluster."""


class Service(Member):
    """A database or store that the binding runs. Applications reach it under its logical name, with dashes for '_'."""

    singular = "service"

    type: str
    """Type of the service."""
    storage: Storage
    """The volume of each instance."""
    resources: Compute = Compute()
    """CPU and memory of each instance."""

    def identities(self) -> Iterable[tuple[str, ...]]:
        """Return nothing: names of Services identify it."""
        return ()

    def problems(self, path: str, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
        """Yield what the platform does not allow."""
        policy = config.policy.binding_services
        if self.type not in policy.types:
            yield breach(join(path, "type"), f"runs a service of type {self.type}", "bindingServices.types")
        yield from above(
            join(path, "resources"),
            {"requests": self.resources.requests, "limits": self.resources.limits},
            config,
        )
        size, largest = self.storage.size, policy.max_storage
        if largest is not None and parse_quantity(size) > parse_quantity(largest):
            what = f"the volume is {size}, above {largest}"
            yield breach(join(path, "storage", "size"), what, "bindingServices.maxStorage")
        chosen, classes = self.storage.class_name, policy.storage_classes
        if chosen is not None and classes is not None and chosen not in classes:
            what = f"the storage class '{chosen}' is not among those allowed"
            yield breach(join(path, "storage", "class"), what, "bindingServices.storageClasses")


def too_many(path: str, instances: int, config: PlatformConfig) -> Iterator[Problem]:
    """Yield that the number of instances at `path` exceeds the platform's bound."""
    most = config.policy.binding_services.max_instances
    if most is not None and instances > most:
        yield breach(path, f"{instances} instances are more than {most}", "bindingServices.maxInstances")
