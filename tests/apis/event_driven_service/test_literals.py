import pytest

from function.base.manifest import Json
from function.render import check
from tests.documents import worker, xr
from tests.support import assert_rejects, assert_renders

WORDS = "contains a credential in plaintext. Hint: put it into a Secret, and map its key in spec.secretRefs"
URL = "postgres://app:hunter2@db:5432/orders"


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"env": [{"name": "A", "value": "b"}, {"name": "URL", "value": URL}]}, "spec.env[1].value"),
        (
            {"initContainer": {"args": ["up"], "env": [{"name": "URL", "value": URL}]}},
            "spec.initContainer.env[0].value",
        ),
        ({"args": ["--db", URL]}, "spec.args[1]"),
        ({"command": ["sh", "-c", f"migrate {URL}"]}, "spec.command[2]"),
        ({"args": ["--password=hunter2"]}, "spec.args[0]"),
        ({"args": ["--user", "app", "--password", "hunter2"]}, "spec.args[3]"),
        ({"initContainer": {"args": ["--token", "hunter2"]}}, "spec.initContainer.args[1]"),
        ({"env": [{"name": "DB_PASSWORD", "value": "hunter2"}]}, "spec.env[0].value"),
        (
            {"initContainer": {"args": ["up"], "env": [{"name": "AWS_SECRET_ACCESS_KEY", "value": "hunter2"}]}},
            "spec.initContainer.env[0].value",
        ),
        ({"podAnnotations": {"example.org/db-password": "hunter2"}}, "spec.podAnnotations.example.org/db-password"),
        ({"podAnnotations": {"note": URL}}, "spec.podAnnotations.note"),
        ({"podAnnotations": {"db-secret": URL}}, "spec.podAnnotations.db-secret"),
    ],
)
def test_a_literal_credential_is_refused_and_not_repeated(fields: dict[str, Json], path: str) -> None:
    assert_rejects(worker(**fields), path, WORDS)


def test_a_credential_that_is_referred_to_is_none() -> None:
    url = "postgres://$(PGUSER):$(PGPASSWORD)@db:5432/orders"
    spec = worker(env=[{"name": "URL", "value": url}])
    assert_renders(spec, {"deployment.spec.template.spec.containers.0.env.3.value": url})


@pytest.mark.parametrize(
    "fields",
    [
        {"env": [{"name": "DB_PASSWORD", "value": "$(OTHER)"}, {"name": "OTHER", "value": "x"}]},
        {"env": [{"name": "DB_PASSWORD", "value": ""}, {"name": "REQUIRE_TOKEN", "value": "true"}]},
        {"env": [{"name": "DB_PASSWORD_FILE", "value": "/etc/db/password"}, {"name": "GROUP", "value": "a:b@c"}]},
        {"env": [{"name": "TLS_SECRET", "value": "orders-tls"}, {"name": "PASSWORD", "value": "/etc/db/password"}]},
        {"args": ["--token", "--verbose"]},
        {"args": ["token", "orders"]},
        {"command": ["sh", "-c", "login --password=$(cat /etc/db/password)"]},
        {"podAnnotations": {"example.org/tls-secret": "orders-tls", "example.org/db-secret": "orders-db"}},
        {"podAnnotations": {"contact": "mailto:orders@example.org"}},
    ],
)
def test_what_only_names_a_credential_is_none(fields: dict[str, Json]) -> None:
    assert [problem for problem in check(xr(worker(**fields)), {}) if problem.code == "EP229"] == []


def test_literals_of_a_spec_that_is_invalid_elsewhere_are_judged_too() -> None:
    env: Json = [{"name": 5, "value": URL}, {"name": "TOKEN", "value": "hunter2"}, "x"]
    found = check(xr(worker(env=env, args=["--password", "hunter2"])), {})
    assert sorted(problem.path for problem in found if problem.code == "EP229") == [
        "spec.args[1]",
        "spec.env[0].value",
        "spec.env[1].value",
    ]
