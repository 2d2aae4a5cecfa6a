"""The connections to a database that PgBouncer shares between clients."""

from typing import Annotated, Literal

from pydantic import Field

from function.apis.infra_binding.l5 import Binding

Connections = Annotated[int, Field(ge=1, le=10_000)]


class Pool(Binding):
    """A connection pool in front of the database."""

    size: Connections
    """Number of connections to the database that each instance of the pool opens for each user."""
    max_clients: Connections | None = None
    """Number of clients of each instance of the pool. Default: 100, as in PgBouncer."""
    mode: Literal["session", "transaction"] = "session"
    """How long a client keeps a connection. With transaction, clients cannot use settings and locks of a session."""
    instances: Annotated[int, Field(ge=1, le=100)] = 1
    """Number of instances of the pool."""

    def parameters(self) -> dict[str, str]:
        """Return the settings under PgBouncer's names."""
        given = {"default_pool_size": self.size, "max_client_conn": self.max_clients}
        return {name: str(value) for name, value in given.items() if value is not None}
