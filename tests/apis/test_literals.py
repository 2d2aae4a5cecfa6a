import pytest

from function.base.manifest import Json
from tests.documents import worker
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
    ],
)
def test_a_literal_credential_is_refused_and_not_repeated(fields: dict[str, Json], path: str) -> None:
    assert_rejects(worker(**fields), path, WORDS)


def test_a_credential_that_is_referred_to_is_none() -> None:
    url = "postgres://$(PGUSER):$(PGPASSWORD)@db:5432/orders"
    spec = worker(env=[{"name": "URL", "value": url}])
    assert_renders(spec, {"deployment.spec.template.spec.containers.0.env.3.value": url})
