"""What people need to know about the brokers of a Pulsar topic."""

from collections.abc import Iterator, Mapping

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.endpoints.credential import exported, told
from function.apis.infra_binding.endpoints.endpoint import Endpoint, Step
from function.apis.infra_binding.endpoints.place import reach, with_ports
from function.apis.infra_binding.endpoints.steps import of_access
from function.apis.infra_binding.pulsar.connection import Auth
from function.base.markdown import Markdown, code
from function.base.shell import Expression, Line, command, comment

_PORTS = {"pulsar": "6650", "pulsar+ssl": "6651"}
_ADMIN = Step("Availability", Markdown("nobody creates the topic with its partitions: set `admin_url`"))


def endpoint(
    topic: str,
    url: str,
    admin: str | None,
    uses: Mapping[str, Markdown],
    auth: Auth | None,
    namespace: str,
    secrets: Mapping[str, BoundSecret],
    *,
    partitioned: bool,
) -> Endpoint:
    """Return the brokers, and the topic with `uses`."""
    scheme, _, hosts = url.partition("://")
    address = with_ports(hosts, _PORTS[scheme])
    login = tuple(_login(auth, secrets, namespace))
    reached = reach(address, namespace)
    steps = of_access(encrypted=scheme == "pulsar+ssl", logs_in=auth is not None)
    return Endpoint(
        service="Pulsar",
        address=address,
        facts=dict(_facts(scheme, admin, auth, secrets)),
        uses={"Topic": code(topic), **uses},
        development=(
            *reached.lines,
            *login,
            _client(
                f"{scheme}://{reached.address}", auth, "consume", topic, "-s", "look", "-n", "10", "-p", "Earliest"
            ),
        ),
        health=tuple(_health(topic, admin, auth, partitioned=partitioned)),
        backup=(Markdown(f"{code(topic)}: events that nobody has acknowledged are kept; BookKeeper has the copies"),),
        steps=(*steps, *([_ADMIN] if admin is None else [])),
    )


def _facts(
    scheme: str, admin: str | None, auth: Auth | None, secrets: Mapping[str, BoundSecret]
) -> Iterator[tuple[str, Markdown]]:
    yield "Encryption", Markdown("TLS" if scheme == "pulsar+ssl" else "none")
    if admin is not None:
        yield "Administration", code(admin)
    if auth is not None:
        yield "Login", code(auth.type)
        for label, value in (("Token", auth.token), ("Private key", auth.private_key)):
            if value is not None:
                yield label, told(value, secrets)


def _login(auth: Auth | None, secrets: Mapping[str, BoundSecret], namespace: str) -> Iterator[Line]:
    if auth is not None and auth.token is not None:
        yield exported("PULSAR_TOKEN", auth.token, secrets, namespace)
    elif auth is not None:
        yield comment("add --auth-plugin and --auth-params, as the entry says")


def _health(topic: str, admin: str | None, auth: Auth | None, *, partitioned: bool) -> Iterator[Line]:
    if admin is None:
        yield comment("without admin_url, the binding does not know the address of the administration")
        return
    where = ("pulsar-admin", "--admin-url", admin, *_options(auth))
    yield command(*where, "brokers", "healthcheck")
    yield command(*where, "topics", "partitioned-stats" if partitioned else "stats", topic)


def _client(url: str, auth: Auth | None, *words: str) -> Line:
    return command("pulsar-client", "--url", url, *_options(auth), *words)


def _options(auth: Auth | None) -> tuple[str | Expression, ...]:
    if auth is None or auth.token is None:
        return ()
    plugin = "org.apache.pulsar.client.impl.auth.AuthenticationToken"
    return ("--auth-plugin", plugin, "--auth-params", Expression('"token:$PULSAR_TOKEN"'))
