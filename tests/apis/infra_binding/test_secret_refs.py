import time

import pytest

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.l5 import SECRET_REFERENCE
from function.apis.infra_binding.secret_refs import (
    SecretRef,
    is_reference,
    referred,
    refs_in,
    unsafe_texts,
    with_secret_key_refs,
)
from function.base.manifest import Json
from function.base.validation import matches

CLEAR = "contains plaintext credentials. Hint: move them to a secret store and refer to them as secret://name/key"
BROKEN = "must be secret://<name in spec.secrets>/<key> and nothing else"


def bound(**names: str) -> dict[str, BoundSecret]:
    return {logical: BoundSecret(name=name, existing=False, keys=()) for logical, name in names.items()}


def messages(value: Json) -> list[str]:
    return [str(problem) for problem in unsafe_texts(value, "spec")]


@pytest.mark.parametrize(
    "text", ["secret://a/b", "secret://_a1/tls.key", "secret://kafka_credentials/sasl-user_NAME", "secret://a"]
)
def test_a_reference(text: str) -> None:
    assert matches(SECRET_REFERENCE, text)


@pytest.mark.parametrize(
    "text",
    [
        *("secret://", "secret:///", "secret://a/", "secret:///b", "secret://A/b", "secret://a-b/c", "secret://1/b"),
        *("secret://a/b/c", "secret://a/b?version=1", "Secret://a/b", " secret://a/b", "secret://a/b\n", "secret:/a/b"),
    ],
)
def test_what_is_no_reference(text: str) -> None:
    assert not matches(SECRET_REFERENCE, text)


def test_references_are_found_wherever_they_are() -> None:
    value: Json = {"a": "secret://db/user", "b": [{"c.d": "secret://db/tls.key"}, "text"], "n": 5, "t": True, "z": None}
    assert list(refs_in(value, "spec")) == [
        SecretRef("spec.a", "db", "user"),
        SecretRef("spec.b[0].c.d", "db", "tls.key"),
    ]


@pytest.mark.parametrize(
    "text",
    ["secret://db/", "secret://Db/key", "x secret://db/key", "secret://a/b/c", "secret://db?version=1", "secret://Db"],
)
def test_a_broken_reference_is_none_and_is_told(text: str) -> None:
    assert list(refs_in({"a": text}, "spec")) == []
    assert messages({"a": text}) == [f"spec.a: {BROKEN}"]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "redis://:CANARY@host",
            "sasl://user:CANARY@kafka:9092",
            "user:CANARY@kafka:9092",
            "a:9092,user:CANARY@b:9092",
        ),
        *('ScramLoginModule required username="u" password="CANARY";', "PASSWORD = CANARY", "token=CANARY"),
        *('OAuthBearerLoginModule clientSecret="CANARY"', "api_key=CANARY", "apikey='CANARY'"),
        "-----BEGIN RSA PRIVATE KEY-----CANARY",
    ],
)
def test_credentials_are_told_without_their_text(text: str) -> None:
    assert messages({"a": text}) == [f"spec.a: {CLEAR}"]


@pytest.mark.parametrize(
    "key",
    [
        *("sasl.password", "ssl.key.password", "ssl.keystore.key", "PASSWORD", "saslPassword", "client.secret"),
        *("auth_token", "basic.auth.user.info", "sasl.oauthbearer.client.credentials", "api-key", "private_key"),
        *("aws.secret.access.key", "aws.credentials.provider.basic.secretkey", "fs.s3a.secret.key", "secretKey"),
        *("db.pwd", "db.pass", "key.passphrase"),
    ],
)
def test_whatever_stands_under_the_key_of_a_credential_is_one(key: str) -> None:
    assert messages({key: "CANARY"}) == [f"spec.{key}: {CLEAR}"]
    assert messages({key: "secret://db/password"}) == []


@pytest.mark.parametrize(
    ("key", "text"),
    [
        *(("security.protocol", "SASL_SSL"), ("basic.auth.credentials.source", "USER_INFO"), ("key", "password")),
        *(("secret_name", "redis-credentials"), ("sasl.oauthbearer.token.endpoint.url", "https://login.example.org/t")),
        *(("brokers", "a:9092,b:9092"), ("brokers", "kafka/host@REALM"), ("description", "who: someone@example.org")),
        *(("description", "Contact:payments@example.org, token = one per customer"), ("group.id", "a:b@c")),
        *(("contact", "mailto:payments@example.org"), ("sasl.password", ""), ("image", "app:1@sha256:00")),
        *(("path", "secret/data/kafka"), ("address", "https://vault:8200"), ("value", "$HOME"), ("value", "")),
    ],
)
def test_what_is_harmless(key: str, text: str) -> None:
    assert messages({key: text}) == []


RANDOM_WORDS = (
    "looks like a secret, because its characters are random. Hint: move it to a secret store; if it is not a secret, "
    "say why under its path in not_secret"
)


def test_a_random_value_under_a_key_that_nobody_knows_is_told() -> None:
    assert messages({"a": {"x.y": "hT7kP2xQ9vLmN4sB8dWz"}}) == [f"spec.a.x.y: {RANDOM_WORDS}"]
    assert [problem.code for problem in unsafe_texts(["hT7kP2xQ9vLmN4sB8dWz"], "spec")] == ["EP440"]


def test_a_reference_becomes_a_key_of_a_secret() -> None:
    value: Json = {"a": ["secret://db_main/user", "plain", 5, None, True], "b": {"c": "secret://other/k"}}
    assert with_secret_key_refs(value, bound(db_main="db-main", other="existing")) == {
        "a": [{"secretKeyRef": {"name": "db-main", "key": "user"}}, "plain", 5, None, True],
        "b": {"c": {"secretKeyRef": {"name": "existing", "key": "k"}}},
    }


def test_a_reference_to_a_whole_secret_has_no_key() -> None:
    assert list(refs_in({"a": "secret://db"}, "spec")) == [SecretRef("spec.a", "db", "")]
    whole = BoundSecret(name="db", existing=False, keys=(), whole=True)
    assert with_secret_key_refs(["secret://db"], {"db": whole}) == [{"secretKeyRef": {"name": "db", "key": "value"}}]


def test_a_reference_may_become_an_environment_variable() -> None:
    variables = BoundSecret(name="DB", existing=True, keys=(), variables={"password": "DB"})
    assert with_secret_key_refs("secret://db/password", {"db": variables}) == {"env": "DB"}


def test_what_was_resolved_is_a_new_value() -> None:
    value: dict[str, Json] = {"a": "secret://db/user"}
    with_secret_key_refs(value, bound(db="db"))
    assert value == {"a": "secret://db/user"}


def test_a_reference_to_a_secret_that_nobody_named_stays_for_the_policy_to_refuse() -> None:
    assert with_secret_key_refs("secret://db/user", bound(other="x")) == "secret://db/user"


@pytest.mark.parametrize("text", ["a" * 4096, ":" * 4096, "a:" * 2048, "@" * 4096, "a:b" * 1300 + "@", "${" * 2048])
def test_long_texts_take_one_pass(text: str) -> None:
    """A pattern that begins anew at each letter would take seconds over a document of these."""
    assert len(messages([text] * 500)) in (0, 500)


@pytest.mark.parametrize("key", ["k", "password"])
def test_a_long_key_is_not_searched_again_for_every_value_below_it(key: str) -> None:
    """A key of 20,000 characters with a list of 4,000 texts took 9 seconds."""
    value: Json = {key * (20_000 // len(key)) + "x": ["a"] * 4_000}
    began = time.process_time()
    assert list(unsafe_texts(value, "spec")) == []
    assert time.process_time() - began < 1


def test_paths_do_not_repeat_a_long_key_without_end() -> None:
    found = list(unsafe_texts({"k" * 100_000: ["secret://x/y/z"] * 100}, "spec"))
    assert found
    assert max(len(problem.path) for problem in found) < 1100


@pytest.mark.parametrize(
    ("value", "expected"),
    [("secret://db/a", True), ("secret://db", True), ("db", False), ("", False), ("x secret://db/a", False)],
)
def test_references(value: str, *, expected: bool) -> None:
    assert is_reference(value) is expected


def test_a_text_refers_to_a_secret_of_the_binding_or_to_nothing() -> None:
    secrets = bound(db="db-login")
    assert referred("secret://db/password", secrets) == {"secretKeyRef": {"name": "db-login", "key": "password"}}
    assert [referred(text, secrets) for text in ("secret://other/password", "secret://", "db", "")] == [None] * 4
