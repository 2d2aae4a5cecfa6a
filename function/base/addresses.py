"""Hosts that no claim may name: the machine itself, link-local addresses and the metadata services of clouds.

A name is judged by its letters. What it resolves to is not known here.
"""

import re
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_LOOPBACK_NAMES = (
    "ip6-localhost",
    "ip6-loopback",
    "ipv6-localhost",
    "ipv6-loopback",
    "localhost",
    "localhost.localdomain",
    "localhost4",
    "localhost4.localdomain4",
    "localhost6",
    "localhost6.localdomain6",
)
"""Those that files of hosts have in the distributions of Linux."""
_METADATA_NAMES = (
    "api.metadata.cloud.ibm.com",
    "instance-data",
    "instance-data.ec2.internal",
    "metadata",
    "metadata.azure.internal",
    "metadata.goog",
    "metadata.google.internal",
    "metadata.packet.net",
    "metadata.platformequinix.com",
    "metadata.tencentyun.com",
    "rancher-metadata",
)
_METADATA_ADDRESSES = frozenset(
    map(
        ip_address,
        (
            "100.100.100.200",  # Alibaba Cloud
            "168.63.129.16",  # Azure, for its own agents
            "192.0.0.192",  # Oracle Cloud
            "fd00:ec2::23",  # AWS, credentials of pods
            "fd00:ec2::254",  # AWS
            "fd20:ce::254",  # Google Cloud
        ),
    )
)
_THIS_NETWORK = IPv4Network("0.0.0.0/8")
_EMBEDDING = (IPv6Network("::/96"), IPv6Network("::ffff:0:0:0/96"), IPv6Network("64:ff9b::/96"))
"""IPv4-compatible and IPv4-translated addresses and NAT64: the last 32 bits are an IPv4 address."""
_LOCAL_NAT64 = IPv6Network("64:ff9b:1::/48")
"""The IPv4 address stands where the network decides (RFC 8215), so it cannot be read here."""

_JDBC = "jdbc:"
_SCHEME = re.compile("[a-zA-Z][-+._a-zA-Z0-9]*")
_NAME = re.compile("[-_a-z0-9]+([.][-_a-z0-9]+)*")
_NUMBER = re.compile("[0-9]+|0x[0-9a-f]*")

LOOPBACK = "the machine that reads it"
LINK_LOCAL = "a link-local address"
METADATA = "the metadata service of a cloud"
NOT_PLAIN = "an IP address in an unusual spelling"
NO_HOST = "no host name"


def refusal(address: str) -> str | None:
    """Return what is wrong with a URL, host:port or list of these with commas, or None; never a part of it."""
    if ".." in address:
        return "must not contain '..'"
    for single in address.split(","):
        authority = _authority(single.strip())
        if "@" in authority:
            return "must not hold credentials"
        reason = next(filter(None, map(host_refusal, _hosts(authority))), None)
        if reason is not None:
            return f"must not name {reason}" if reason != NO_HOST else f"names {NO_HOST}"
    return None


def host_refusal(host: str) -> str | None:
    """Return what a host is if no claim may name it, else None; an IPv6 address stands without brackets."""
    plain = host.lower().removesuffix(".")
    if ":" in plain:
        return _ip_refusal(plain)
    if not _NAME.fullmatch(plain):
        return NO_HOST
    if _NUMBER.fullmatch(plain.rpartition(".")[2]):
        return _ip_refusal(plain)
    if plain in _LOOPBACK_NAMES or plain.endswith(".localhost"):
        return LOOPBACK
    return METADATA if plain in _METADATA_NAMES else None


def _authority(address: str) -> str:
    """Return what stands between the scheme, if there is one, and the path; a JDBC address without it has no host."""
    url = address.removeprefix(_JDBC)
    scheme, found, rest = url.partition("://")
    if url != address and not found:
        return ""
    return re.split(r"[/?#\\]", rest if found and _SCHEME.fullmatch(scheme) else url, maxsplit=1)[0]


def _hosts(authority: str) -> list[str]:
    """Return the readings of host and port: without brackets, an IPv6 address may end in its port or not."""
    if authority.startswith("["):
        return [authority[1:].partition("]")[0]]
    if authority.count(":") > 1:
        return [authority, authority.rpartition(":")[0]]
    return [authority.partition(":")[0]]


def _ip_refusal(text: str) -> str | None:
    """Return why the address is refused. Only canonical IPv4 is read: 127.1, 0x7f.1 and 2130706433 are refused."""
    try:
        address = ip_address(text)
    except ValueError:
        return NOT_PLAIN
    if address in _LOCAL_NAT64:
        return NOT_PLAIN
    for reading in (address, *_embedded(address)):
        if reading in _METADATA_ADDRESSES:
            return METADATA
        if reading.is_loopback or reading.is_unspecified or reading in _THIS_NETWORK:
            return LOOPBACK
        if reading.is_link_local:
            return LINK_LOCAL
    return None


def _embedded(address: IPv4Address | IPv6Address) -> list[IPv4Address | IPv6Address]:
    """Return the IPv4 addresses that an IPv6 address stands for."""
    if isinstance(address, IPv4Address):
        return []
    found = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if any(address in network for network in _EMBEDDING):
        found.append(IPv4Address(int(address) & 0xFFFFFFFF))
    # a zone, as in fe80::1%eth0, makes it another value
    return [IPv6Address(int(address)), *(reading for reading in found if reading is not None)]
