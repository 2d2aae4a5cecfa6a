"""The servers that an address names, or why a preflight cannot reach them by the address alone."""

from collections.abc import Sequence

from function.base.preflight_target import Endpoint

_PORTS = {
    "hdfs": None,
    "http": 80,
    "https": 443,
    "jdbc:postgresql": 5432,
    "mongodb": 27017,
    "pulsar": 6650,
    "pulsar+ssl": 6651,
    "redis": 6379,
    "rediss": 6379,
}
"""The port of each scheme if an address names none. The name in an address of HDFS may stand for several servers."""
_ENCRYPTED = ("https", "pulsar+ssl", "rediss")
_AS_CONFIGURED = ("", "mongodb", "redis")
"""The schemes that leave it to other settings whether TLS is used from the first byte on."""

IN_SECRET = "the address is in a Secret"  # noqa: S105 - a text about secrets
IN_DNS = "the servers are in SRV records of the DNS"
NO_PORT = "the address names no port"


def servers(address: str, port: int | None, *, encrypted: bool) -> Sequence[Endpoint] | str:
    """Return the servers of a URL or of a list of hosts, or why they are not known.

    `port` is that of an address without a scheme and without a port, `encrypted` what other settings say.
    """
    if address.startswith("secret://"):
        return IN_SECRET
    scheme, found, rest = address.partition("://")
    if not found:
        scheme, rest = "", address
    if scheme == "mongodb+srv":
        return IN_DNS
    tls = scheme in _ENCRYPTED or (encrypted and scheme in _AS_CONFIGURED)
    default = _PORTS.get(scheme) if scheme else port
    authority = rest.partition("/")[0].partition("?")[0]
    named = [_host_and_port(single, default) for single in authority.split(",")]
    endpoints = [Endpoint(host, known, tls) for host, known in named if known is not None]
    return endpoints if len(endpoints) == len(named) else NO_PORT


def _host_and_port(text: str, default: int | None) -> tuple[str, int | None]:
    """Return both parts; an IPv6 address is in brackets."""
    host, colon, port = text.rpartition(":") if ":" in text.rpartition("]")[2] else (text, "", "")
    return host.removeprefix("[").removesuffix("]"), int(port) if colon else default
