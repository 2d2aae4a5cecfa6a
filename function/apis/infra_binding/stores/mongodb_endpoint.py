"""What people need to know about a MongoDB server."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.endpoints.credential import exported, told
from function.apis.infra_binding.endpoints.endpoint import Endpoint
from function.apis.infra_binding.endpoints.place import HIDDEN, reach, with_ports
from function.apis.infra_binding.endpoints.steps import of_access
from function.apis.infra_binding.secret_refs import is_reference
from function.base.markdown import Markdown, code
from function.base.meta import Meta
from function.base.shell import Expression, Line, command, comment, variable

_PORT = "27017"
_SRV = "mongodb+srv"
_URI = "MONGODB_URI"


@dataclass(frozen=True, kw_only=True)
class Mongodb:
    """A server, and how clients connect to it."""

    uri: str
    """mongodb:// with hosts, or a reference to a secret."""
    namespace: str
    secrets: Mapping[str, BoundSecret]
    database: str
    collection: str
    user: str | None = None
    password: str | None = None
    encrypted: bool | None = None

    @cached_property
    def hidden(self) -> bool:
        """Whether only a secret has the address."""
        return is_reference(self.uri)

    @property
    def hosts(self) -> str:
        """Return host:port, several of these with commas; with mongodb+srv, the name in DNS that has them."""
        scheme, _, rest = self.uri.partition("://")
        hosts = rest.partition("/")[0]
        return hosts if scheme == _SRV else with_ports(hosts, _PORT)

    @cached_property
    def tls(self) -> bool | None:
        """Return whether connections are encrypted; None if the address, which a secret has, says it."""
        if self.encrypted is not None or self.hidden:
            return self.encrypted
        return self.uri.startswith(_SRV)  # the driver then uses TLS unless the address says otherwise

    def facts(self) -> Iterator[tuple[str, Markdown]]:
        """Yield encryption and login."""
        words = {True: "TLS", False: "none", None: "as the address says"}
        yield "Encryption", Markdown(words[self.tls])
        for label, value in (("User", self.user), ("Password", self.password)):
            if value is not None:
                yield label, told(value, self.secrets)

    def login(self, address: str) -> Iterator[Line]:
        """Yield the commands that set the address, and read credentials."""
        scheme = self.uri.partition("://")[0]
        if self.hidden:
            yield exported(_URI, self.uri, self.secrets, self.namespace)
        else:
            yield command("export", f"{_URI}={scheme}://{address}/{self.database}")
        for name, value in (("MONGODB_USERNAME", self.user), ("MONGODB_PASSWORD", self.password)):
            if value is not None:
                yield exported(name, value, self.secrets, self.namespace)

    def shell(self, *words: str) -> Line:
        """Return a call of mongosh."""
        return command("mongosh", variable(_URI), *self._options(), *words)

    def tool(self, name: str, *words: str) -> Line:
        """Return a call of a tool that saves or restores."""
        where = ("--db", self.database, "--collection", self.collection)
        return command(name, "--uri", variable(_URI), *self._options(), *where, *words)

    def _options(self) -> Iterator[str | Expression]:
        if self.tls and not self.hidden:
            yield "--tls"
        if self.user is not None:
            yield from ("--username", variable("MONGODB_USERNAME"))
        if self.password is not None:
            yield from ("--password", variable("MONGODB_PASSWORD"))


def of_collection(uri: str, database: str, collection: str, meta: Meta, secrets: Mapping[str, BoundSecret]) -> Endpoint:
    """Return the server and the collection of an entry whose address says everything about connections."""
    return endpoint(
        Mongodb(uri=uri, namespace=meta.namespace, secrets=secrets, database=database, collection=collection)
    )


def endpoint(mongodb: Mongodb, pool: Mapping[str, Markdown] | None = None) -> Endpoint:
    """Return the server and the collection of an entry."""
    hidden = mongodb.hidden
    place = f"db.getSiblingDB({json.dumps(mongodb.database)}).getCollection({json.dumps(mongodb.collection)})"
    return Endpoint(
        service="MongoDB",
        address="" if hidden else mongodb.hosts,
        hidden=told(mongodb.uri, mongodb.secrets) if hidden else None,
        facts=dict(mongodb.facts()),
        uses={"Database": code(mongodb.database), "Collection": code(mongodb.collection)},
        development=tuple(_development(mongodb)),
        health=(
            mongodb.shell("--eval", "db.runCommand({ping: 1})"),
            mongodb.shell("--eval", "rs.status().members.map(m => [m.name, m.stateStr])"),
            mongodb.shell("--eval", f"{place}.estimatedDocumentCount()"),
        ),
        pool=pool or {},
        backup=(Markdown("whoever runs the server decides about backups; `mongodump` saves one collection"),),
        recovery=(
            mongodb.tool("mongodump", "--archive=backup.archive"),
            comment("mongorestore writes it back: try it with another database first"),
        ),
        steps=tuple(of_access(encrypted=mongodb.tls, logs_in=hidden or mongodb.password is not None)),
    )


def _development(mongodb: Mongodb) -> Iterator[Line]:
    if mongodb.hidden or mongodb.uri.startswith(_SRV):
        yield from HIDDEN.lines if mongodb.hidden else (comment("your machine must reach the address itself"),)
        yield from mongodb.login("" if mongodb.hidden else mongodb.hosts)
    else:
        reached = reach(mongodb.hosts, mongodb.namespace)
        yield from reached.lines
        yield from mongodb.login(reached.address)
    yield mongodb.shell()
