from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from function.base import types as fields

RIGHT: list[tuple[str, list[object]]] = [
    ("DnsLabel", ["a", "orders", "orders-2", "a" * 63]),
    ("DnsSubdomain", ["orders.example.org", "1password", "a" * 253]),
    ("EnvName", ["PATH", "_x", "a.b", "a-b", ".hidden"]),
    ("ConfigKey", ["tls.crt", "1", "_", "a" * 253]),
    ("UrlPath", ["/", "/healthz?full=1", "/a%20b"]),
    ("NatsName", ["ORDERS", "orders-worker_2", "größe", "$G"]),
    ("Image", ["orders", "ghcr.io/a/b:1", "r:5000/a", "a@sha256:" + "0" * 64, "ghcr.io/a/b:1@sha256:" + "f" * 64]),
    ("NatsAccount", ["$G", "ORDERS", "a-b_c.d"]),
    ("VaultName", ["kubernetes", "k8s/eu", "ns1/ns2/", "a.b"]),
    ("VaultPath", ["secret/a", "kv-2/data/a.b/c_d"]),
    ("LabelKey", ["team", "example.org/team", "a.b_c-d"]),
    ("LabelValue", ["", "a", "1.2.3"]),
    ("Port", [1, 65535]),
    ("Count", [0, 1000]),
    ("PositiveCount", [1]),
    ("Seconds", [0, 86400]),
    ("UserId", [1, 2_147_483_647]),
    ("Quantity", ["250m", "512Mi", 2, 0]),
    ("IntOrPercent", [1, "1", "25%", "100%", 0]),
]
WRONG: list[tuple[str, list[object]]] = [
    ("DnsLabel", ["", "1a", "-a", "a-", "A", "a.b", "a_b", "ä", "a" * 64, "a\n", 1, None]),
    ("DnsSubdomain", ["", ".a", "a..b", "a.", "A", "a" * 254, "ä.org"]),
    ("EnvName", ["", "1A", "A B", "A=B", "Ä", "A\n", "a" * 129]),
    ("ConfigKey", ["", "a/b", "a b", "ä"]),
    ("UrlPath", ["", "health", "/a b", "/ä", "http://h/a", "/a\n"]),
    (
        "NatsName",
        [
            "",
            "a b",
            "a.b",
            "a*",
            "a>",
            "a/b",
            "a\\b",
            "a\tb",
            "a\n",
            "S&acc=X",
            "a?b",
            "a#b",
            "a=b",
            "a%26b",
            "a+b",
            "a;b",
            "a\x00",
            "a\x7f",
            "a\x85",
        ],
    ),
    (
        "Image",
        ["", "Orders", "a b", "a:", "a@sha256:0", "https://r/a", "image: a", "a:" + "x" * 129, "ä", "a//b", "/a"],
    ),
    ("NatsAccount", ["", "a b", "A&x=1", "A?x", "A/x", "A#", "A%20", "ä"]),
    ("VaultName", ["", "..", "a/../b", "../a", "a..b", "a//b", "/a", "a b", "a%2e%2e", "a?x", "./a"]),
    (
        "VaultPath",
        ["", "a", "secret/../sys/raw", "secret/..", "../secret/a", "secret/./a", "secret/a..b", "secret/%2e%2e/a"],
    ),
    ("LabelKey", ["", "a b", "/a", "a/", "-a", "a/b/c", "Ä"]),
    ("LabelValue", ["-a", "a-", "a b", "ä", "a" * 64]),
    ("Port", [0, 65536, -1, 1.5, "80", True]),
    ("Count", [-1, 1001, 2.5, False]),
    ("PositiveCount", [0]),
    ("Seconds", [-1, 86401]),
    ("UserId", [0, -1, 2_147_483_648]),
    ("Quantity", ["", "lots", -1, 1.5, True, "1 Gi", "1gi", None]),
    ("IntOrPercent", ["", "101%", "150%", "-1", -1, True, "1.5", 1.5, "%"]),
]


def cases(table: list[tuple[str, list[object]]]) -> list[tuple[str, object]]:
    return [(name, value) for name, values in table for value in values]


def adapter(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(getattr(fields, name), config={"strict": True})


@pytest.mark.parametrize(("name", "value"), cases(RIGHT), ids=repr)
def test_what_is_accepted(name: str, value: object) -> None:
    assert adapter(name).validate_python(value) in (value, str(value))


@pytest.mark.parametrize(("name", "value"), cases(WRONG), ids=repr)
def test_what_is_refused(name: str, value: object) -> None:
    with pytest.raises(ValidationError):
        adapter(name).validate_python(value)


def test_a_whole_number_becomes_its_text() -> None:
    assert adapter("Quantity").validate_python(2) == "2"
    assert adapter("IntOrPercent").validate_python(1) == "1"
