import pytest

from function.base.credentials.entropy import looks_random


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
        "arn:aws:iam::123456789012:role/kinesis-consumer",
        "prod.auth.enriched.v3",
        "org.apache.kafka.common.serialization.StringDeserializer",
        "b-1.orders.abc123.c2.kafka.us-east-1.amazonaws.com",
    ],
)
def test_what_is_a_name_or_a_text(text: str) -> None:
    assert not looks_random(text)
