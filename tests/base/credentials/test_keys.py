import pytest

from function.base.credentials.keys import is_held_elsewhere, names_credential


@pytest.mark.parametrize(
    "key",
    [
        *("password", "PASSWORD", "sasl.password", "saslPassword", "saslpassword", "DB_PASSWORD_2", "ssl.key.password"),
        *("passwd", "db.pwd", "PWD", "db.pass", "userPass", "DB_PASS", "key.passphrase", "sshPassphrase", "passcode"),
        *("secret", "client.secret", "CLIENT_SECRET", "clientSecret", "wifi-psk", "admin_pw"),
        *("token", "auth_token", "sessionToken", "aws.session.token", "aws_session_token", "--token"),
        *("aws.secret.access.key", "AWS_SECRET_ACCESS_KEY", "awsSecretAccessKey", "fs.s3a.access.key"),
        *("aws.credentials.provider.basic.secretkey", "fs.s3a.secret.key", "secretKey", "secret_key", "s3.secret-key"),
        *("api-key", "apikey", "API_KEY", "APIKey", "private_key", "privateKey", "ssl.keystore.key", "signing.key"),
        *("fs.azure.account.key", "storageKey", "shared_key", "encryption.key", "SECRET_KEY_BASE"),
        *("basic.auth.user.info", "sasl.oauthbearer.client.credentials", "credential", "client-key-data"),
    ],
)
def test_keys_of_credentials(key: str) -> None:
    assert names_credential(key)


@pytest.mark.parametrize(
    "key",
    [
        *("", "key", "keys", "value", "user", "username", "sasl.username", "sasl.mechanism", "group.id", "client.id"),
        *("secret_name", "secretName", "secretKeyRef", "secret_id", "target_name", "tokenUrl", "token.endpoint.url"),
        *("sasl.oauthbearer.token.endpoint.url", "basic.auth.credentials.source", "max_tokens", "tokenizer"),
        *("compass", "bypass", "compassion", "passenger", "password_policy", "PASSWORD_MIN_LENGTH", "pwd_expires"),
        *("key_field", "key_pattern", "partition.key", "routing_key", "primaryKey", "keystore.location", "kms_key_id"),
        *(
            "aws.access.key.id",
            "awsAccessKeyId",
            "image_pull_secret",
            "imagePullSecret",
            "tls-secret",
            "tls_secret",
            "not_secret",
        ),
        *("key.serializer", "ssl.truststore.certificates", "credentials.provider", "password-file", "...", "42"),
    ],
)
def test_keys_of_something_else(key: str) -> None:
    assert not names_credential(key)


@pytest.mark.parametrize(
    "value",
    [
        *("", "$(PASSWORD)", "${PASSWORD}", "$PASSWORD", "%s", "%(password)s", "<password>", "{{ .password }}", "***"),
        *("true", "False", "none", "null", "/etc/secrets/password", "arn:aws:secretsmanager:eu-west-1:1:secret:a"),
        *("?", "$1", ":card_token"),
    ],
)
def test_what_is_held_elsewhere(value: str) -> None:
    assert is_held_elsewhere(value)


@pytest.mark.parametrize(
    "value",
    [
        *("hunter2", "pa$$word", "$ecret", "correct horse", "1234", "trueblue", "/", "/x", "-", "%", "a<b>", "arn"),
        *("$ecret-2", "hunter2 # true", "none of them", "??", "$1234", ":hunter2", ":", "a:b"),
    ],
)
def test_what_may_be_the_credential_itself(value: str) -> None:
    assert not is_held_elsewhere(value)
