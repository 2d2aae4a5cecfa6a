import pytest

from function.base.manifest import Json
from tests.documents import worker
from tests.support import assert_doubts

SECRET: Json = [{"name": "db", "env": [{"secretKey": "user", "envName": "PGUSER"}]}]


def env(**values: str) -> Json:
    return [{"name": name, "value": value} for name, value in values.items()]


@pytest.mark.parametrize(
    ("fields", "paths"),
    [
        ({"env": env(A="$(NOWHERE)")}, ["spec.env[0].value"]),
        ({"env": env(A="$(B)", B="1")}, ["spec.env[0].value"]),
        ({"env": env(A="$(A)")}, ["spec.env[0].value"]),
        ({"args": ["--user=$(PGUSER)", "$(NATS_URL)"]}, ["spec.args[0]"]),
        ({"command": ["run", "$(HTTP_PORT)"]}, ["spec.command[1]"]),
        (
            {"initContainer": {"args": ["$(STEP)", "$(STEPS)"], "env": env(STEP="1", B="$(C)")}},
            ["spec.initContainer.args[1]", "spec.initContainer.env[1].value"],
        ),
    ],
)
def test_a_reference_to_nothing(fields: dict[str, Json], paths: list[str]) -> None:
    assert_doubts(worker(**fields), *paths, code="EP336")


@pytest.mark.parametrize(
    "fields",
    [
        {"env": env(B="1", A="$(B) $(NATS_URL) $(KUBERNETES_SERVICE_HOST)")},
        {"env": env(A="$$(NOWHERE) $NOWHERE ${NOWHERE} $() $( A ) $$$$(X)")},
        {"env": env(URL="postgres://$(PGUSER)@db"), "secretRefs": SECRET},
        {"env": env(A="$(ANY)"), "secretRefs": [{"name": "db", "envFrom": True}]},
        {"env": env(A="$(ANY)"), "configMapRefs": [{"name": "db", "envFrom": True}]},
        {"command": ["sh", "-c", "echo $(date) $(hostname)"]},
        {"httpPort": 9000, "args": ["$(PORT)"]},
        {"env": env(MODE="serve"), "initContainer": {"args": ["$(MODE)"]}},
    ],
)
def test_a_reference_that_is_replaced_or_none_at_all(fields: dict[str, Json]) -> None:
    assert_doubts(worker(**fields), code="EP336")
