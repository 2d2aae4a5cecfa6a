"""An entry of an API's list of resources."""

from dataclasses import dataclass

from function.base.condition import OPERATIONAL
from function.base.manifest import Manifest
from function.readiness import DEFAULT, Readiness


@dataclass(frozen=True)
class Resource:
    """A manifest under its key. The key is identity: under another key Crossplane deletes the object and recreates it.

    `keep` leaves the object in the cluster when the composed resource goes, since data would go with it. `about` is the
    condition that tells of the object; `Operational` alone tells of those that no other condition is about.
    """

    key: str
    manifest: Manifest
    readiness: Readiness = DEFAULT
    keep: bool = False
    about: str = OPERATIONAL
