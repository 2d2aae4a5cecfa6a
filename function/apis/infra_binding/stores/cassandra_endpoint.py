"""What people need to know about a Cassandra cluster."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.endpoints.credential import exported, told
from function.apis.infra_binding.endpoints.endpoint import Endpoint
from function.apis.infra_binding.endpoints.place import Reach, reach, with_ports
from function.apis.infra_binding.endpoints.steps import of_access
from function.base.markdown import Markdown, code
from function.base.shell import Line, command, variable

_PORT = "9042"


@dataclass(frozen=True, kw_only=True)
class Cassandra:
    """A cluster, and how clients connect to it."""

    nodes: str
    """Hosts with or without ports, separated by commas."""
    keyspace: str
    table: str
    namespace: str
    secrets: Mapping[str, BoundSecret]
    user: str | None = None
    password: str | None = None
    encrypted: bool | None = None

    def facts(self) -> Iterator[tuple[str, Markdown]]:
        """Yield encryption and login."""
        yield "Encryption", Markdown("TLS" if self.encrypted else "none")
        for label, value in (("User", self.user), ("Password", self.password)):
            if value is not None:
                yield label, told(value, self.secrets)

    def login(self) -> Iterator[Line]:
        """Yield the commands that read credentials."""
        for name, value in (("CASSANDRA_USERNAME", self.user), ("CASSANDRA_PASSWORD", self.password)):
            if value is not None:
                yield exported(name, value, self.secrets, self.namespace)

    def cqlsh(self, reached: Reach, *words: str) -> Line:
        """Return a call of cqlsh."""
        user = ("-u", variable("CASSANDRA_USERNAME")) if self.user is not None else ()
        password = ("-p", variable("CASSANDRA_PASSWORD")) if self.password is not None else ()
        return command(
            "cqlsh", reached.host, reached.port, *(("--ssl",) if self.encrypted else ()), *user, *password, *words
        )


def endpoint(cassandra: Cassandra, consistency: str | None, pool: Mapping[str, Markdown]) -> Endpoint:
    """Return the cluster and the table of an entry."""
    nodes = with_ports(cassandra.nodes, _PORT)
    reached = reach(nodes, cassandra.namespace)
    name = f"{cassandra.keyspace}.{cassandra.table}"
    agreed = code(consistency) if consistency else Markdown("as the client")
    return Endpoint(
        service="Cassandra",
        address=nodes,
        facts=dict(cassandra.facts()),
        uses={"Table": code(name), "Consistency": agreed},
        development=(*reached.lines, *cassandra.login(), cassandra.cqlsh(reached)),
        health=(
            cassandra.cqlsh(reached, "-e", "SELECT cluster_name, data_center, release_version FROM system.local"),
            cassandra.cqlsh(reached, "-e", "SELECT peer, data_center FROM system.peers"),
            cassandra.cqlsh(reached, "-e", f"DESCRIBE TABLE {name}"),
        ),
        pool=pool,
        backup=(
            Markdown("the replication of the keyspace decides how many nodes have a row; whoever runs them backs up"),
        ),
        recovery=(
            cassandra.cqlsh(reached, "-e", f"DESCRIBE KEYSPACE {cassandra.keyspace}"),
            command("nodetool", "snapshot", "-t", "backup", cassandra.keyspace),
        ),
        steps=tuple(of_access(encrypted=bool(cassandra.encrypted), logs_in=cassandra.password is not None)),
    )
