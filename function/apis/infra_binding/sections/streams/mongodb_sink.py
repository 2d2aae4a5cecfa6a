"""A MongoDB collection as a sink. There is no object that creates one."""

from collections.abc import Iterable, Mapping
from typing import Literal

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.endpoints.endpoint import Endpoint
from function.apis.infra_binding.l5 import Binding
from function.apis.infra_binding.member import Made
from function.apis.infra_binding.mongodb import CollectionName, ConnectionString, DatabaseName, FieldName, WriteConcern
from function.apis.infra_binding.sections.streams._section import Stream
from function.apis.infra_binding.stores.mongodb_endpoint import of_collection
from function.base.meta import Meta
from function.base.rule import Rule
from function.base.types import LogicalName
from function.platform.config import PlatformConfig


class Completion(Binding):
    """What is reported when a document has been written."""

    enabled: bool | None = None
    """Whether it is reported. Default: true, if a target is set."""
    target: LogicalName | None = None
    """Entry of `completions` to which it is reported."""
    id_field: FieldName | None = None
    """Field of the document that identifies it in the report."""
    write_concern: WriteConcern | None = None
    """Which members must have confirmed the write before it is reported."""


class Model(Stream):
    """A MongoDB collection to which documents are written."""

    rules = (
        Rule(
            cel="!has(self.direction) || self.direction != 'source'",
            message="a sink cannot have the direction source",
            hint="use sink",
            field="direction",
            holds=lambda stream: stream.direction != "source",
        ),
    )

    type: Literal["mongodb_sink"]
    uri: ConnectionString
    """Connection string without credentials, or a reference to a secret that contains one."""
    database: DatabaseName
    """Name of the database."""
    collection: CollectionName
    """Name of the collection."""
    completion: Completion | None = None
    """What is reported when a document has been written. Default: nothing."""

    @property
    def reads(self) -> bool:
        """Whether the application also reads the collection; by default, it does not."""
        return self.direction == "bidirectional"

    @property
    def writes(self) -> bool:
        """Whether the application writes to the collection: always."""
        return True

    @property
    def completion_target(self) -> str | None:
        """Return the entry of `completions` to which the sink reports, or None."""
        return self.completion.target if self.completion else None

    def physical(self, name: str, secrets: Mapping[str, BoundSecret]) -> str:
        """Return the database and the collection."""
        return f"{self.database}.{self.collection}"

    def identities(self) -> Iterable[tuple[str, ...]]:
        """Return nothing: several entries may write to a collection, each with settings of its own."""
        return ()

    def endpoint(self, name: str, meta: Meta, secrets: Mapping[str, BoundSecret]) -> Endpoint:
        """Return the server and the collection."""
        return of_collection(self.uri, self.database, self.collection, meta, secrets)

    def made(self, name: str, meta: Meta, config: PlatformConfig, secrets: Mapping[str, BoundSecret]) -> Made:
        """Return that the collection must exist: MongoDB's operators create clusters, not collections."""
        return Made(unmanaged="no object creates collections of MongoDB; MongoDB creates it with the first document")
