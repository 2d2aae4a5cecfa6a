"""What people need to know about an Elasticsearch cluster."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.endpoints.credential import exported, told
from function.apis.infra_binding.endpoints.endpoint import Endpoint
from function.apis.infra_binding.endpoints.place import reach, with_ports
from function.apis.infra_binding.endpoints.steps import of_access
from function.base.markdown import Markdown, code
from function.base.shell import Expression, Line, command

_PORTS = {"http": "80", "https": "443"}


@dataclass(frozen=True, kw_only=True)
class Elasticsearch:
    """A cluster, and how clients connect to it."""

    urls: Sequence[str]
    index: str
    namespace: str
    secrets: Mapping[str, BoundSecret]
    user: str | None = None
    password: str | None = None
    key: str | None = None
    token: str | None = None

    @property
    def scheme(self) -> str:
        """Return http or https."""
        return self.urls[0].partition("://")[0]

    @property
    def hosts(self) -> str:
        """Return host:port, several of these with commas."""
        hosts = (url.partition("://")[2].partition("/")[0] for url in self.urls)
        return with_ports(",".join(hosts), _PORTS[self.scheme])

    def credentials(self) -> dict[str, tuple[str, str | None]]:
        """Return the credentials by what they are, each with the variable that the commands use."""
        return {
            "User": ("ES_USERNAME", self.user),
            "Password": ("ES_PASSWORD", self.password),
            "API key": ("ES_API_KEY", self.key),
            "Token": ("ES_TOKEN", self.token),
        }

    def facts(self) -> Iterator[tuple[str, Markdown]]:
        """Yield encryption and login."""
        yield "Encryption", Markdown("TLS" if self.scheme == "https" else "none")
        for label, (_, value) in self.credentials().items():
            if value is not None:
                yield label, told(value, self.secrets)

    def login(self) -> Iterator[Line]:
        """Yield the commands that read credentials."""
        for name, value in self.credentials().values():
            if value is not None:
                yield exported(name, value, self.secrets, self.namespace)

    def curl(self, url: str, *words: str) -> Line:
        """Return a request."""
        if self.key is not None:
            login: tuple[str | Expression, ...] = ("-H", Expression('"Authorization: ApiKey $ES_API_KEY"'))
        elif self.token is not None:
            login = ("-H", Expression('"Authorization: Bearer $ES_TOKEN"'))
        else:
            login = ("-u", Expression('"$ES_USERNAME:$ES_PASSWORD"')) if self.password is not None else ()
        return command("curl", "-sS", *words, *login, url)


def endpoint(elasticsearch: Elasticsearch) -> Endpoint:
    """Return the cluster and the index of an entry."""
    reached, index = reach(elasticsearch.hosts, elasticsearch.namespace), elasticsearch.index
    encrypted = elasticsearch.scheme == "https"
    logs_in = any(value is not None for _, value in elasticsearch.credentials().values())

    def get(path: str) -> Line:
        # a certificate is never that of localhost
        unverified = ("-k",) if encrypted and reached.is_local else ()
        return elasticsearch.curl(f"{elasticsearch.scheme}://{reached.address}/{path}", *unverified)

    return Endpoint(
        service="Elasticsearch",
        address=elasticsearch.hosts,
        facts=dict(elasticsearch.facts()),
        uses={"Index": code(index)},
        development=(*reached.lines, *elasticsearch.login(), get(f"{index}/_search?size=1&pretty")),
        health=(get("_cluster/health?pretty"), get(f"_cat/indices/{index}?v"), get(f"_cat/shards/{index}?v")),
        backup=(Markdown("snapshots, if whoever runs the cluster has registered a repository"),),
        recovery=(get("_snapshot?pretty"), get("_slm/policy?pretty")),
        steps=tuple(of_access(encrypted=encrypted, logs_in=logs_in)),
    )
