import pytest

from function.base.credentials.forms import is_credential

A36 = "a1B2" * 9


@pytest.mark.parametrize(
    "text",
    [
        "-----BEGIN RSA PRIVATE KEY-----\nabc",
        "-----BEGIN PRIVATE KEY-----",
        "-----BEGIN PGP PRIVATE KEY BLOCK-----",
        "postgres://app:hunter2@db:5432/orders",
        "redis://:hunter2@cache",
        "use amqp://guest:guest@mq now",
        "app:hunter2@tcp(mysql:3306)/orders",
        "https://x.blob.core.windows.net/c?sv=2024&sig=abcdefghijklmnop%3D",
        "Authorization: Basic dXNlcjpodW50ZXIy",
        "AKIAIOSFODNN7EXAMPLE",
        "key=ASIAIOSFODNN7EXAMPLE;",
        "AIza" + "a1-_B" * 7,
        "ya29." + "a1-_B" * 7,
        "ghp_" + A36,
        "github_pat_" + "a1_" * 10,
        "glpat-" + "a1-_b" * 4,
        "dckr_pat_" + "a1-_b" * 4,
        "xoxb-1234567890-abc",
        "sk_live_" + "a1" * 8,
        "hvs." + "CAESI" * 5,
        "npm_" + A36,
        "pypi-" + "AgEIcHlwaS5vcmc" * 4,
        "SG." + "a" * 22 + "." + "b" * 43,
        "Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2ln",
        "SUA" + "AB2" * 18 + "A",
        "AGE-SECRET-KEY-1" + "Q2" * 25,
    ],
)
def test_credentials_of_known_forms(text: str) -> None:
    assert is_credential(text)


@pytest.mark.parametrize(
    "text",
    [
        'ScramLoginModule required username="u" password="hunter2";',
        "--password=hunter2",
        "PASSWORD = hunter2",
        "export DB_PASS=hunter2",
        'OAuthBearerLoginModule clientSecret="hunter2"',
        "api_key=hunter2&page=1",
        "https://host/path?page=1&token=hunter2",
        "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=hunter2==;EndpointSuffix=core.windows.net",
        "Endpoint=sb://a.servicebus.windows.net/;SharedAccessKeyName=root;SharedAccessKey=hunter2",
        '{"user": "app", "password": "hunter2"}',
        r"{\"user\":\"app\",\"password\":\"hunter2\"}",
        "sasl.password='hunter 2'",
    ],
)
def test_a_credential_that_is_assigned_in_a_text(text: str) -> None:
    assert is_credential(text)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("user:hunter2@kafka:9092", "servers"),
        ("a:9092,user:hunter2@b:9092", "x"),
        ("user:hunter2@db.example.org", "hosts"),
        ("user:hunter2@db", "redis.address"),
        ("user:hunter2@es1.example.org", "contact_points"),
    ],
)
def test_a_password_in_an_address_without_a_scheme(text: str, key: str) -> None:
    assert is_credential(text, key)


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
        "app:1.4.2@sha256:0123",
        "$(USER):$(PASSWORD)@tcp(mysql:3306)/orders",
        "AKIA",
        "TAKIAIOSFODNN7EXAMPLE",
        "ghp_short",
        "eyJhbGciOiJIUzI1NiJ9",
        "PRIVATE KEY",
        "xoxb",
        "bearer of good news, basic necessities included",
        "Basic authentication-required",
        "--password-file=/etc/secret",
        "--password=/etc/secrets/password",
        "--password=$(cat /run/secrets/password)",
        "--password=$PASSWORD",
        'username="$(username)" password="$(password)"',
        'username="{{ .username }}" password="{{ .password }}"',
        "required=true token=true",
        "if token == previous",
        "--image-pull-secret=registry",
        "a=b;c=d",
    ],
)
def test_what_is_none(text: str) -> None:
    assert not is_credential(text)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("a:b@c", "group.id"),
        ("team:orders@eu", "client.id"),
        ("mailto:team@example.org", "contact"),
        ("mailto:team@example.org", "uri"),
        ("sip:team@example.org:5060", "contact"),
        ("Owner:payments@example.org", "description"),
        ("One topic for each token = each customer", "description"),
        ("invalid_token = 3", "condition"),
        ('sum(rate(requests{token="x"}[5m]))', "query"),
        ("kafka/host@REALM", "principal"),
        ("registry.example.org/app:1.2@sha256:00", "image"),
    ],
)
def test_no_false_alarm(text: str, key: str) -> None:
    assert not is_credential(text, key)


def test_a_password_in_a_description_is_one_all_the_same() -> None:
    assert is_credential("for tests, password=hunter2", "description")
    assert is_credential("see https://app:hunter2@host", "description")
