"""An entry of an API's list of resources."""

from dataclasses import dataclass

from function.base.condition import OPERATIONAL
from function.base.manifest import Manifest, text_at
from function.readiness import DEFAULT, Readiness


@dataclass(frozen=True)
class Resource:
    """A manifest and its key. The key is the identity: if it changes, Crossplane deletes and recreates the object.

    With `keep`, the object stays in the cluster when the composed resource is deleted, because deleting it would delete
    data. `about` is the condition that covers the object; `Operational` means that no other condition does. `owner` is
    the claim whose mark it gets, as namespace/name, or "" if no other claim can reach it. With `create_only`, an object
    that exists is neither changed nor deleted. An object that `waits` is not created yet.
    """

    key: str
    manifest: Manifest
    readiness: Readiness = DEFAULT
    keep: bool = False
    about: str = OPERATIONAL
    owner: str = ""
    create_only: bool = False
    waits: bool = False

    @property
    def object_id(self) -> tuple[str, str, str, str]:
        """Return apiVersion, kind, namespace and name of the object."""
        of_kind = text_at(self.manifest, "apiVersion"), text_at(self.manifest, "kind")
        return *of_kind, text_at(self.manifest, "metadata", "namespace"), text_at(self.manifest, "metadata", "name")
