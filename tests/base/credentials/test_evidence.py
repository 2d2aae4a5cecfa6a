import pytest

from function.base.credentials.evidence import evidence

RANDOM = "hT7kP2xQ9vLmN4sB8dWz"
HEX = "3f9a7c1e5b8d2f6a4c0e9b7d1a5f3c8e"


@pytest.mark.parametrize(
    ("text", "key", "expected"),
    [
        ("postgres://app:hunter2@db/orders", "client.id", "form"),
        ("postgres://app:hunter2@db/orders", "password", "form"),
        ("hunter2", "db.pass", "key"),
        (RANDOM, "db.pass", "key"),
        (RANDOM, "", "entropy"),
        (RANDOM, "client.id", "entropy"),
        (HEX, "client.id", "entropy"),
        (RANDOM, "checksum/config", "entropy"),
        ("/K7MDENG/bPxRfiCY3EXAMPLE9KEYa", "secretKey", "key"),
    ],
)
def test_the_strongest_evidence_counts(text: str, key: str, expected: str) -> None:
    assert evidence(text, key) == expected


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", ""),
        ("", "password"),
        ("$(PASSWORD)", "password"),
        ("hunter2", "client.id"),
        ("a:b@c", "group.id"),
        ("mailto:payments@example.org", "contact"),
        ("Contact:payments@example.org, token = one per customer", "description"),
        (HEX, "checksum/config"),
        (HEX, "schema.sha256"),
        ("true", "inject-token"),
        ("/etc/tls/tls.key", "private_key"),
    ],
)
def test_what_shows_nothing(text: str, key: str) -> None:
    assert evidence(text, key) is None
