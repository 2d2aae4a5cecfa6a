"""What people need to know about a PostgreSQL server."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.endpoints.credential import exported, told
from function.apis.infra_binding.endpoints.endpoint import Endpoint
from function.apis.infra_binding.endpoints.place import HIDDEN, Reach, reach, with_ports
from function.apis.infra_binding.endpoints.steps import of_access
from function.apis.infra_binding.secret_refs import is_reference
from function.base.markdown import Markdown, code
from function.base.shell import Expression, Line, command, comment

_PORT = "5432"
_ENCRYPTED = ("require", "verify-ca", "verify-full")
_URL = Expression('"${JDBC_URL#jdbc:}"')


@dataclass(frozen=True, kw_only=True)
class Postgresql:
    """A server, and how clients connect to it."""

    url: str
    """jdbc:postgresql:// with hosts and a database, or a reference to a secret."""
    namespace: str
    secrets: Mapping[str, BoundSecret]
    user: str | None = None
    password: str | None = None
    mode: str | None = None
    """sslmode of the client, if it is set."""

    @cached_property
    def hidden(self) -> bool:
        """Whether only a secret has the address."""
        return is_reference(self.url)

    @property
    def hosts(self) -> str:
        """Return host:port, several of these with commas."""
        return with_ports(self._written.partition("/")[0], _PORT)

    @property
    def database(self) -> str:
        """Return the database."""
        return self._written.partition("/")[2].partition("?")[0]

    @property
    def _written(self) -> str:
        return self.url.rpartition("://")[2]

    def facts(self) -> Iterator[tuple[str, Markdown]]:
        """Yield database, encryption, and login."""
        if not self.hidden and self.database:
            yield "Database", code(self.database)
        yield "Encryption", Markdown("as the client, or as the address says") if self.mode is None else code(self.mode)
        for label, value in (("User", self.user), ("Password", self.password)):
            if value is not None:
                yield label, told(value, self.secrets)

    def login(self, reached: Reach) -> Iterator[Line]:
        """Yield the commands that set what psql reads from its environment."""
        if self.hidden:
            yield exported("JDBC_URL", self.url, self.secrets, self.namespace)
        for name, value in (("PGUSER", self.user), ("PGPASSWORD", self.password)):
            if value is not None:
                yield exported(name, value, self.secrets, self.namespace)
        if self.mode is not None:
            # a certificate is never that of localhost
            unverified = reached.is_local and self.mode.startswith("verify-")
            yield command("export", f"PGSSLMODE={'require' if unverified else self.mode}")

    def call(self, tool: str, reached: Reach, *words: str) -> Line:
        """Return a call of a client."""
        if self.hidden:
            return command(tool, "-d", _URL, *words)
        named = ("-d", self.database) if self.database else ()
        return command(tool, "-h", reached.host, "-p", reached.port, *named, *words)


def endpoint(postgresql: Postgresql, table: str, pool: Mapping[str, Markdown]) -> Endpoint:
    """Return the server; `table` is what the entry reads."""
    hidden = postgresql.hidden
    reached = HIDDEN if hidden else reach(postgresql.hosts, postgresql.namespace)
    encrypted = None if postgresql.mode is None else postgresql.mode in _ENCRYPTED
    return Endpoint(
        service="PostgreSQL",
        address="" if hidden else postgresql.hosts,
        hidden=told(postgresql.url, postgresql.secrets) if hidden else None,
        facts=dict(postgresql.facts()),
        uses={"Table": code(table)},
        development=(*reached.lines, *postgresql.login(reached), postgresql.call("psql", reached)),
        health=(
            postgresql.call("pg_isready", reached),
            postgresql.call("psql", reached, "-c", "SELECT 1"),
            postgresql.call("psql", reached, "-c", f"\\d {table}"),
            postgresql.call("psql", reached, "-c", "SELECT state, count(*) FROM pg_stat_activity GROUP BY state"),
        ),
        pool=pool,
        backup=(Markdown("whoever runs the server decides about backups; `pg_dump` saves what the user may read"),),
        recovery=(
            postgresql.call("pg_dump", reached, "-Fc", "-f", "backup.dump"),
            comment("pg_restore writes it back: try it with another database first"),
        ),
        steps=tuple(of_access(encrypted=encrypted, logs_in=postgresql.password is not None or hidden)),
    )
