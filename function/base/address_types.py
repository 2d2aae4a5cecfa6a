"""The types of addresses, with patterns that an API server can check."""

from typing import Annotated

from function.base.marks import Address, MayHoldSecret
from function.base.text import Text
from function.base.types import PORT

_LABEL = "[a-zA-Z0-9]([-a-zA-Z0-9]*[a-zA-Z0-9])?"
_NAME = rf"({_LABEL}([.]{_LABEL})*[.]?|\[[0-9a-fA-F:.]+\])"
_HOST = rf"{_NAME}(:{PORT})?"
HOSTS = f"{_HOST}(,{_HOST})*"
"""The pattern of hosts with or without ports, separated by commas."""
_HOST_PORT = f"{_NAME}:{PORT}"
_NATS = f"(nats|tls|ws|wss)://{_HOST}"
_PATH = "(/[-_~a-zA-Z0-9]+([.][-_~a-zA-Z0-9]+)*)*/?"

NatsUrl = Annotated[
    str,
    Text(
        f"^{_NATS}(,{_NATS})*$",
        meaning="NATS addresses such as nats://host:4222, separated by commas, without credentials; "
        "map a Secret's key to NATS_URL if the address contains credentials",
        example="nats://nats.nats.svc:4222",
        max_length=1024,
    ),
    MayHoldSecret(),
    Address(),
]
HostPort = Annotated[
    str,
    Text(
        rf"^({_LABEL})(\.{_LABEL})*:{PORT}$",
        meaning="host:port",
        example="nats-headless.nats.svc.cluster.local:8222",
        max_length=259,
    ),
    MayHoldSecret(),
    Address(),
]
HostPorts = Annotated[
    str,
    Text(
        f"^{_HOST_PORT}(,{_HOST_PORT})*$",
        meaning="host:port, or several of these separated by commas",
        example="main-kafka-bootstrap.kafka.svc:9093",
        max_length=4096,
    ),
    MayHoldSecret(),
    Address(),
]
HostOptionalPort = Annotated[
    str,
    Text(
        rf"^({_LABEL})(\.{_LABEL})*(:{PORT})?$",
        meaning="host or host:port",
        example="cassandra.data.svc:9042",
        max_length=259,
    ),
    MayHoldSecret(),
    Address(),
]
HttpUrl = Annotated[
    str,
    Text(
        f"^https?://{_HOST}{_PATH}$",
        meaning="an http or https address without credentials, query or '..'",
        example="http://prometheus.monitoring.svc:9090",
        max_length=1024,
    ),
    MayHoldSecret(),
    Address(),
]
HttpsUrl = Annotated[
    str,
    Text(
        f"^https://{_HOST}{_PATH}$",
        meaning="an https address without credentials, query or '..': a token is sent there",
        example="https://vault.example.org:8200",
        max_length=1024,
    ),
    MayHoldSecret(),
    Address(),
]
