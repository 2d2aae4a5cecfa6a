"""A MongoDB collection for events that cannot be processed. There is no object that creates one."""

from collections.abc import Iterable, Mapping
from typing import Literal

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.endpoints.endpoint import Endpoint
from function.apis.infra_binding.member import Made
from function.apis.infra_binding.mongodb import CollectionName, ConnectionString, DatabaseName
from function.apis.infra_binding.sections.dead_letters._section import DeadLetter
from function.apis.infra_binding.stores.mongodb_endpoint import of_collection
from function.base.meta import Meta
from function.platform.config import PlatformConfig


class Model(DeadLetter):
    """A MongoDB collection."""

    type: Literal["mongodb"]
    uri: ConnectionString
    """Connection string without credentials, or a reference to a secret that contains one."""
    database: DatabaseName
    """Name of the database."""
    collection: CollectionName
    """Name of the collection."""

    def physical(self, name: str, secrets: Mapping[str, BoundSecret]) -> str:
        """Return the database and the collection."""
        return f"{self.database}.{self.collection}"

    def identities(self) -> Iterable[tuple[str, ...]]:
        """Return nothing: several entries may use a collection."""
        return ()

    def endpoint(self, name: str, meta: Meta, secrets: Mapping[str, BoundSecret]) -> Endpoint:
        """Return the server and the collection."""
        return of_collection(self.uri, self.database, self.collection, meta, secrets)

    def made(self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]) -> Made:
        """Return that no object is needed."""
        return Made(unmanaged="no object creates collections of MongoDB; MongoDB creates it with the first document")
