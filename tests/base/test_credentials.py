import pytest

from function.base.credentials import is_credential, looks_random

A36 = "a1B2" * 9


@pytest.mark.parametrize(
    "text",
    [
        "-----BEGIN RSA PRIVATE KEY-----\nabc",
        "-----BEGIN PRIVATE KEY-----",
        "postgres://app:hunter2@db:5432/orders",
        "redis://:hunter2@cache",
        "use amqp://guest:guest@mq now",
        "AKIAIOSFODNN7EXAMPLE",
        "key=ASIAIOSFODNN7EXAMPLE;",
        "AIza" + "a1-_B" * 7,
        "ghp_" + A36,
        "github_pat_" + "a1_" * 10,
        "glpat-" + "a1-_b" * 4,
        "xoxb-1234567890-abc",
        "sk_live_" + "a1" * 8,
        "hvs." + "CAESI" * 5,
        "npm_" + A36,
        "SG." + "a" * 22 + "." + "b" * 43,
        "Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2ln",
        "SUA" + "AB2" * 18 + "A",
    ],
)
def test_credentials_of_known_forms(text: str) -> None:
    assert is_credential(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "postgres://$(PGUSER):$(PGPASSWORD)@db:5432/orders",
        "postgres://app:${PASSWORD}@db",
        "postgres://app:%s@db",
        "postgres://app:<password>@db",
        "postgres://app@db",
        "http://orders:8080/a@b",
        "https://host/path:tag@sha256:0",
        "AKIA",
        "TAKIAIOSFODNN7EXAMPLE",
        "ghp_short",
        "eyJhbGciOiJIUzI1NiJ9",
        "PRIVATE KEY",
        "xoxb",
        "--password-file=/etc/secret",
    ],
)
def test_what_is_none(text: str) -> None:
    assert not is_credential(text)


@pytest.mark.parametrize(
    "text",
    [
        "hT7kP2xQ9vLmN4sB8dWz",
        "Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5MA==",
        "3f9a7c1e5b8d2f6a4c0e9b7d1a5f3c8e",
        "tok-hT7kP2xQ9vLmN4sB8dWz",
    ],
)
def test_what_looks_random(text: str) -> None:
    assert looks_random(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hT7kP2xQ9vLmN4s",
        "orders-worker-deployment-2024-11",
        "com/example/App1/Main2/Service",
        "KafkaStreamsApplicationId2",
        "ORDERS_WORKER_CONSUMER_GROUP_1",
        "123e4567-e89b-12d3-a456-426614174000",
        "9ae3c1f4a5d2e8b7c6f0a1b2c3d4e5f60718293a",
        "00000000000000000000",
        "a1a1a1a1a1a1a1a1a1a1a1a1",
        "a text with 20 and more characters",
        "https://prometheus.monitoring.svc:9090/api/v1",
    ],
)
def test_what_is_a_name_or_a_text(text: str) -> None:
    assert not looks_random(text)
