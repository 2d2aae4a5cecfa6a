"""The name of a variable tells that its value is a credential."""

import pytest

from function.base.credentials.revealing import revealed


@pytest.mark.parametrize(
    ("name", "value"),
    [("DB_PASSWORD", "hunter2"), ("API_TOKEN", "4711"), ("AWS_SECRET_ACCESS_KEY", "x")],
)
def test_a_variable_that_is_named_like_a_credential_brings_one(name: str, value: str) -> None:
    message = revealed(name, value)
    assert message is not None
    assert f"${{{name}}}" in message
    assert f" {value} " not in message


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("KAFKA_BROKERS", "main-kafka-bootstrap.kafka.svc:9093"),
        ("DB_PASSWORD", "secret://db/password"),
        ("DB_PASSWORD", ""),
        ("TLS_SECRET_NAME", "ingress"),
        ("DB_PASSWORD_FILE", "/run/secrets/db"),
    ],
)
def test_names_of_other_things_and_references_are_no_credentials(name: str, value: str) -> None:
    assert revealed(name, value) is None
