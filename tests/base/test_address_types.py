"""The patterns of addresses: an API server judges by the same ones."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from function.base import address_types as fields
from tests.base.test_types import cases

RIGHT: list[tuple[str, list[object]]] = [
    (
        "NatsUrl",
        ["nats://h:4222", "tls://a,tls://b:1", "ws://h", "wss://h", "nats://nats.nats.svc.cluster.local.:4222"],
    ),
    ("NatsUrl", ["nats://[2001:db8::1]:4222", "nats://10.96.0.10:4222"]),
    ("HostPort", ["nats:8222", "nats-headless.nats.svc.cluster.local:8222", "10.0.0.1:1"]),
    ("HttpUrl", ["http://p", "https://prometheus.monitoring.svc:9090/", "http://p:9090/select/0/prometheus"]),
    ("HttpUrl", ["http://[2001:db8::1]:9090/a.b/~c"]),
    ("HttpsUrl", ["https://vault", "https://vault.example.org:8200", "https://vault.vault.svc:8200/v1"]),
]
CREDENTIALS: list[object] = ["u:p@h", "u@h", "u%3Ap@h"]
WRONG: list[tuple[str, list[object]]] = [
    ("NatsUrl", ["", "h:4222", "http://h", "nats://u:p@h", "nats://", "nats://a nats://b", "nats://a,", "nats://h/x"]),
    ("NatsUrl", ["nats://u@h", "nats://h,nats://u:p@h", "nats://h?x=1", "nats://h#x", "nats://h\\x", "nats://h:0"]),
    ("NatsUrl", ["nats://\uff11\uff12\uff17.0.0.1", "nats://h%2e", "nats://h..x", "nats://-h", "nats://h\n"]),
    ("HostPort", ["", "nats", ":8222", "nats:", "http://nats:8222", "nats:8222/x", "u:p@nats:8222", "nats:123456"]),
    ("HostPort", ["nats..x:8222", "nats:8222?acc=X", "nats:8222#", "nats:8222&x", "nats%2e:1", "nats:8222\n"]),
    (
        "HttpUrl",
        ["", "p:9090", "ftp://p", "http://", "http://p q", "http://u:p@p", "http://u@p/x", "http://p?query=up"],
    ),
    ("HttpUrl", ["http://p#x", "http://p/../x", "http://p/..", "http://p/a..b", "http://p/%2e%2e/x", "http://p\\x"]),
    ("HttpUrl", ["http://p//x", "http://p/x?y", "http://p/x&y", "HTTP://p", "http://p\n", "http://p/./x"]),
    ("HttpsUrl", ["http://vault", "vault:8200", "https://root:x@vault", "https://vault/../x", "https://vault?x=1"]),
    ("HttpsUrl", ["https://vault/v1/..", "https://", "HTTPS://vault", "https://vault\n"]),
]


def adapter(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(getattr(fields, name), config={"strict": True})


@pytest.mark.parametrize(("name", "value"), cases(RIGHT), ids=repr)
def test_what_is_accepted(name: str, value: object) -> None:
    assert adapter(name).validate_python(value) == value


@pytest.mark.parametrize(("name", "value"), cases(WRONG), ids=repr)
def test_what_is_refused(name: str, value: object) -> None:
    with pytest.raises(ValidationError):
        adapter(name).validate_python(value)


@pytest.mark.parametrize("credentials", CREDENTIALS)
@pytest.mark.parametrize("name", ["NatsUrl", "HttpUrl", "HttpsUrl", "HostPort"])
def test_no_address_holds_credentials(name: str, credentials: str) -> None:
    scheme = {"NatsUrl": "nats://", "HttpUrl": "http://", "HttpsUrl": "https://", "HostPort": ""}[name]
    with pytest.raises(ValidationError):
        adapter(name).validate_python(f"{scheme}{credentials}:1")
