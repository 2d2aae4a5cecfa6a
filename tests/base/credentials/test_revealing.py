import pytest

from function.base.credentials.revealing import reveals


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("${DB_PASSWORD}", "DB_PASSWORD", "hunter2"),
        ("a-${API_TOKEN}-b", "API_TOKEN", "4711"),
        ("${DB_PASSWORD:-hunter2}", "DB_PASSWORD", "hunter2"),
        ("${AWS_SECRET_ACCESS_KEY}", "AWS_SECRET_ACCESS_KEY", "x"),
    ],
)
def test_a_variable_that_is_named_like_a_credential_brings_one(text: str, name: str, value: str) -> None:
    assert reveals(text, name, value)


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("${KAFKA_BROKERS}", "KAFKA_BROKERS", "main-kafka-bootstrap.kafka.svc:9093"),
        ("${DB_PASSWORD}", "DB_PASSWORD", "secret://db/password"),
        ("secret://${KAFKA_CREDENTIALS}/password", "KAFKA_CREDENTIALS", "kafka_credentials"),
        ("${DB_PASSWORD:-}", "DB_PASSWORD", ""),
        ("${TLS_SECRET_NAME}", "TLS_SECRET_NAME", "ingress"),
        ("${DB_PASSWORD_FILE}", "DB_PASSWORD_FILE", "/run/secrets/db"),
    ],
)
def test_names_of_other_things_and_references_are_no_credentials(text: str, name: str, value: str) -> None:
    assert not reveals(text, name, value)
