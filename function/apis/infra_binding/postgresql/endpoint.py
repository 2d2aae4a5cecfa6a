"""What people need to know about a PostgreSQL server that the binding runs."""

from collections.abc import Iterator
from dataclasses import dataclass

from function.apis.infra_binding.amounts import Compute
from function.apis.infra_binding.endpoints.credential import read
from function.apis.infra_binding.endpoints.endpoint import Endpoint, Step
from function.apis.infra_binding.endpoints.place import Reach, reach
from function.apis.infra_binding.endpoints.usage import Usage
from function.apis.infra_binding.postgresql.backup import Backup
from function.apis.infra_binding.postgresql.pool import Pool
from function.base.markdown import Markdown, code
from function.base.shell import Line, command, comment

_SLOWEST = "SELECT query, calls, mean_exec_time FROM pg_stat_statements ORDER BY mean_exec_time DESC LIMIT 10"
_USED = "SELECT state, count(*) FROM pg_stat_activity GROUP BY state"
_ONE_INSTANCE = Step(
    "Availability", Markdown("one instance: while its node fails, there is no database; set `instances`")
)
_STOPPED = Step(
    "Availability",
    Markdown("the only instance is stopped for each backup: set `instances`, or `backup.object_store`"),
)
_NO_BACKUP = Step("Recovery", Markdown("there are no backups: set `backup`"))
_DEFAULT_CONNECTIONS = 100
_RESERVED = 3
"""Connections that PostgreSQL keeps for superusers."""
_NO_REQUESTS = Step("Scaling", Markdown("nothing is reserved for the server: set `resources.requests`"))


@dataclass(frozen=True, kw_only=True)
class Server:
    """A Cluster of CloudNativePG."""

    cluster: str
    namespace: str
    database: str
    owner: str
    instances: int
    storage: str
    compute: Compute
    connections: int | None
    statements: bool
    pool: Pool | None
    backup: Backup | None

    @property
    def address(self) -> str:
        """Return host:port of the instance that writes."""
        return f"{self.cluster}:5432"

    def login(self) -> Iterator[Line]:
        """Yield the commands that set what psql reads from its environment; the operator writes the Secret."""
        for name, key in (("PGUSER", "username"), ("PGPASSWORD", "password")):
            yield read(name, f"{self.cluster}-app", key, self.namespace)
        yield command("export", "PGSSLMODE=require")

    def call(self, tool: str, reached: Reach, *words: str) -> Line:
        """Return a call of a client."""
        return command(tool, "-h", reached.host, "-p", reached.port, "-d", self.database, *words)

    def steps(self) -> Iterator[Step]:
        """Yield what it lacks for production."""
        if self.instances == 1:
            yield _ONE_INSTANCE
        if self.backup is None:
            yield _NO_BACKUP
        elif self.instances == 1 and self.backup.object_store is None:
            yield _STOPPED
        if not self.compute.requests.amounts():
            yield _NO_REQUESTS
        if self.pool is not None:
            yield from self._refused(self.pool.size * self.pool.instances)

    def _refused(self, wanted: int) -> Iterator[Step]:
        """Yield that the pool opens more connections than the server accepts, which clients notice only under load."""
        accepted = (self.connections or _DEFAULT_CONNECTIONS) - _RESERVED
        if wanted > accepted:
            text = f"the pool may open {wanted} connections, but the server accepts {accepted}: set `max_connections`"
            yield Step("Scaling", Markdown(text))


def endpoint(server: Server) -> Endpoint:
    """Return the server and its database."""
    reached = reach(server.address, server.namespace)
    statements = [server.call("psql", reached, "-c", _SLOWEST)] if server.statements else []
    return Endpoint(
        service="PostgreSQL",
        address=server.address,
        runs=True,
        facts={
            "Encryption": Markdown("TLS, with a certificate of the operator"),
            "Login": Markdown(f"Secret {code(f'{server.cluster}-app')}, keys `username` and `password`"),
        },
        uses={
            "Database": code(server.database),
            "User": code(server.owner),
            "Instances": Markdown(str(server.instances)),
            "Storage of each": code(server.storage),
        },
        development=(*reached.lines, *server.login(), server.call("psql", reached)),
        health=(
            server.call("pg_isready", reached),
            server.call("psql", reached, "-c", "SELECT 1"),
            server.call("psql", reached, "-c", _USED),
            *statements,
        ),
        metrics=(Markdown("port 9187 of each instance, path `/metrics`"),),
        pool=_connections(server),
        backup=(_backups(server.backup),),
        recovery=(
            server.call("pg_dump", reached, "-Fc", "-f", "backup.dump"),
            comment("pg_restore writes it back: try it with another database first"),
        ),
        usage=(_usage(server),),
        steps=tuple(server.steps()),
    )


def _connections(server: Server) -> dict[str, Markdown]:
    most = {
        "Connections of the server": Markdown(
            f"{_DEFAULT_CONNECTIONS}, as in PostgreSQL" if server.connections is None else str(server.connections)
        )
    }
    if server.pool is None:
        return most
    shared = (
        f"{server.pool.size} of each of its {server.pool.instances}"
        if server.pool.instances > 1
        else str(server.pool.size)
    )
    return {**most, "Connections of the pool": Markdown(shared)}


def _backups(backup: Backup | None) -> Markdown:
    if backup is None:
        return Markdown("no backups are made")
    where = "snapshots of the volume, which nothing removes"
    if not backup.snapshots:
        where = f"the object store {code(backup.object_store or '')}"
    return Markdown(f"backups at {code(backup.schedule)}, in the operator's time zone, to {where}")


def _usage(server: Server) -> Usage:
    requests, limits = server.compute.requests, server.compute.limits
    return Usage(
        what="instances of PostgreSQL",
        number=server.instances,
        cpu=requests.cpu,
        memory=requests.memory,
        cpu_limit=limits.cpu,
        memory_limit=limits.memory,
    )
