"""NATS with JetStream in a compose file, and what creates the streams and consumers of a claim."""

import shlex
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from function.base.manifest import Json, Manifest, items_at, text_at
from function.compose.environment import LOCAL_URL, NATS_URL
from function.compose.text import escaped

SERVER, SETUP = "nats", "nats-setup"
"""Names of the services."""
SERVER_IMAGE, SETUP_IMAGE = "nats:2.14.9-alpine", "natsio/nats-box:0.19.7"
PORT = 4222
_MONITORING = 8222
_TYPE = "nats-jetstream"


class Consumer(NamedTuple):
    """A durable consumer and its stream."""

    stream: str
    name: str


class Address(NamedTuple):
    """The host names by which services reach NATS; with `replaced`, their address does not work here."""

    hosts: Sequence[str]
    replaced: bool


def consumers(container: Json, scaler: Json) -> list[Consumer]:
    """Return the consumers that the service reads, and those with which it scales."""
    env = {text_at(entry, "name"): text_at(entry, "value") for entry in items_at(container, "env")}
    own = Consumer(env.get("NATS_STREAM_NAME", ""), env.get("NATS_CONSUMER_GROUP", ""))
    triggers = [
        Consumer(text_at(trigger, "metadata", "stream"), text_at(trigger, "metadata", "consumer"))
        for trigger in items_at(scaler, "spec", "triggers")
        if text_at(trigger, "type") == _TYPE
    ]
    return [found for found in dict.fromkeys([own, *triggers]) if found.stream and found.name]


def address(container: Json) -> Address:
    """Return the host names in NATS_URL: NATS gets them, so that services keep their address of the cluster."""
    urls = [text_at(entry, "value") for entry in items_at(container, "env") if text_at(entry, "name") == NATS_URL]
    hosts: list[str] = []
    for url in ",".join(urls).split(","):
        try:
            parts = urlsplit(url.strip())
            host, port = parts.hostname or "", parts.port or PORT
        except ValueError:
            host, port, parts = "", 0, urlsplit("")
        if parts.scheme != "nats" or port != PORT or not _is_name(host):
            return Address([], replaced=bool(url))
        hosts.append(host)
    return Address([*dict.fromkeys(hosts)], replaced=False)


def services(found: Sequence[Consumer], hosts: Sequence[str], subjects: Mapping[str, Sequence[str]]) -> Manifest:
    """Return the server, which forgets everything when it is removed, and what sets it up; `subjects` are by stream."""
    aliases: Manifest = {"networks": {"default": {"aliases": [escaped(host) for host in hosts]}}} if hosts else {}
    url = f"http://127.0.0.1:{_MONITORING}/healthz"
    script = "".join(f"{line}\n" for line in _script(found, subjects))
    return {
        SERVER: {
            "image": SERVER_IMAGE,
            "command": ["--jetstream", "--http_port", str(_MONITORING)],
            "ports": [f"127.0.0.1:${{UP_NATS_PORT:-{PORT}}}:{PORT}"],
            **aliases,
            "healthcheck": {"test": ["CMD", "wget", "-q", "-O", "/dev/null", url], "interval": "1s", "retries": 30},
        },
        SETUP: {
            "image": SETUP_IMAGE,
            "depends_on": {SERVER: {"condition": "service_healthy"}},
            "environment": {NATS_URL: LOCAL_URL},
            "entrypoint": ["sh", "-ec"],
            "command": [escaped(script)],
        },
    }


def _script(found: Sequence[Consumer], subjects: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield commands that create what is missing, so that they may run again."""
    for stream in dict.fromkeys(each.stream for each in found):
        name = shlex.quote(stream)
        flags = " ".join(f"--subjects={shlex.quote(subject)}" for subject in subjects.get(stream, [f"{stream}.>"]))
        yield f"nats stream info -- {name} >/dev/null 2>&1 || nats stream add {flags} --defaults -- {name}"
    for each in found:
        names = f"{shlex.quote(each.stream)} {shlex.quote(each.name)}"
        flags = "--pull --deliver=all --ack=explicit --defaults"
        yield f"nats consumer info -- {names} >/dev/null 2>&1 || nats consumer add {flags} -- {names}"


def _is_name(host: str) -> bool:
    """Return whether a network can have this name; an IP address is none."""
    return any(character.isalpha() for character in host) and ":" not in host
