"""What people need to know about a Redis server."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.endpoints.credential import exported, told
from function.apis.infra_binding.endpoints.endpoint import Endpoint, Step
from function.apis.infra_binding.endpoints.place import HIDDEN, Reach, reach, with_ports
from function.apis.infra_binding.endpoints.steps import of_access
from function.apis.infra_binding.secret_refs import is_reference
from function.base.markdown import Markdown
from function.base.shell import Line, command, variable

_PORT = "6379"
_PERSISTENCE = Step(
    "Recovery", Markdown("nothing says whether the server writes its data to disk: check `save` and `appendonly`")
)


@dataclass(frozen=True, kw_only=True)
class Redis:
    """A server, and how clients connect to it."""

    address: str
    """Hosts with commas, redis:// or rediss:// with hosts, or a reference to a secret."""
    namespace: str
    secrets: Mapping[str, BoundSecret]
    user: str | None = None
    password: str | None = None
    encrypted: bool | None = None
    database: int | None = None
    cluster: bool = False
    """Whether the address is that of a Redis Cluster."""

    @cached_property
    def hidden(self) -> bool:
        """Whether only a secret has the address."""
        return is_reference(self.address)

    @property
    def hosts(self) -> str:
        """Return host:port, several of these with commas."""
        return with_ports(self.address.rpartition("://")[2].partition("/")[0], _PORT)

    @cached_property
    def tls(self) -> bool | None:
        """Return whether connections are encrypted; None if the address, which a secret has, says it."""
        if self.encrypted is not None:
            return self.encrypted
        return None if self.hidden else self.address.startswith("rediss://")

    def facts(self) -> Iterator[tuple[str, Markdown]]:
        """Yield encryption and login."""
        words = {True: "TLS", False: "none", None: "as the address says"}
        yield "Encryption", Markdown(words[self.tls])
        for label, value in (("User", self.user), ("Password", self.password)):
            if value is not None:
                yield label, told(value, self.secrets)

    def login(self) -> Iterator[Line]:
        """Yield the commands that read credentials."""
        if self.hidden:
            yield exported("REDIS_URI", self.address, self.secrets, self.namespace)
        if self.user is not None:
            yield exported("REDIS_USERNAME", self.user, self.secrets, self.namespace)
        if self.password is not None:
            yield exported("REDISCLI_AUTH", self.password, self.secrets, self.namespace)

    def cli(self, reached: Reach, *words: str) -> Line:
        """Return a call of redis-cli, which reads the password from its environment."""
        where = ("-u", variable("REDIS_URI")) if self.hidden else ("-h", reached.host, "-p", reached.port)
        user = ("--user", variable("REDIS_USERNAME")) if self.user is not None else ()
        database = ("-n", str(self.database)) if self.database else ()
        # a certificate is never that of localhost
        encrypted = ("--tls", "--insecure") if reached.is_local else ("--tls",)
        mode = ("-c",) if self.cluster else ()
        return command("redis-cli", *mode, *where, *(encrypted if self.tls else ()), *user, *database, *words)


def endpoint(
    redis: Redis, *, uses: Mapping[str, Markdown] | None = None, pool: Mapping[str, Markdown] | None = None
) -> Endpoint:
    """Return the server; `uses` and `pool` are rows about the entry."""
    reached = HIDDEN if redis.hidden else reach(redis.hosts, redis.namespace)
    of_cluster = [redis.cli(reached, "cluster", "info")] if redis.cluster else []
    return Endpoint(
        service="Redis",
        address="" if redis.hidden else redis.hosts,
        hidden=told(redis.address, redis.secrets) if redis.hidden else None,
        facts=dict(redis.facts()),
        uses=uses or {},
        development=(*reached.lines, *redis.login(), redis.cli(reached, "ping")),
        health=(
            redis.cli(reached, "ping"),
            *of_cluster,
            redis.cli(reached, "info", "replication"),
            redis.cli(reached, "info", "memory"),
            redis.cli(reached, "slowlog", "get", "10"),
        ),
        pool=pool or {},
        backup=(Markdown("the server decides whether data is on disk: `save` (snapshots) and `appendonly` (a log)"),),
        recovery=(
            redis.cli(reached, "config", "get", "save"),
            redis.cli(reached, "config", "get", "appendonly"),
            redis.cli(reached, "--rdb", "redis.rdb"),
        ),
        steps=(*of_access(encrypted=redis.tls, logs_in=redis.password is not None or redis.hidden), _PERSISTENCE),
    )


def amount(number: int | None) -> Markdown:
    """Return how many connections a client has."""
    return Markdown("as the client") if number is None else Markdown(str(number))
