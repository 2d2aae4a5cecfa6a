"""An entry of an API's list of resources."""

from dataclasses import dataclass

from function.base.manifest import Manifest
from function.readiness import DEFAULT, Readiness


@dataclass(frozen=True)
class Resource:
    """A manifest under its key. The key is identity: with another key Crossplane deletes and creates anew."""

    key: str
    manifest: Manifest
    readiness: Readiness = DEFAULT
