"""An entry of an API's list of resources."""

from dataclasses import dataclass

from function.base.manifest import Manifest
from function.readiness import DEFAULT, Readiness


@dataclass(frozen=True)
class Resource:
    """A manifest under its key. The key is identity: with another key Crossplane deletes and creates anew.

    `keep` leaves the object in the cluster when the composed resource goes, since data would go with it.
    """

    key: str
    manifest: Manifest
    readiness: Readiness = DEFAULT
    keep: bool = False
