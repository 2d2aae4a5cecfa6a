import pytest

from tests.documents import worker
from tests.support import assert_doubts

RANDOM = "hT7kP2xQ9vLmN4sB8dWz"


def test_a_literal_that_looks_random_wherever_it_is() -> None:
    spec = worker(
        env=[{"name": "MODE", "value": "fast"}, {"name": "KEY", "value": RANDOM}],
        args=["--key", RANDOM],
        initContainer={"command": [RANDOM], "env": [{"name": "K", "value": RANDOM}]},
    )
    paths = ("spec.env[1].value", "spec.args[1]", "spec.initContainer.command[0]", "spec.initContainer.env[0].value")
    assert_doubts(spec, *paths, code="EP333")


@pytest.mark.parametrize("value", ["orders-worker-production-eu-west-1", "$(KEY)", "", "true"])
def test_a_literal_that_does_not(value: str) -> None:
    assert_doubts(worker(env=[{"name": "A", "value": value}]), code="EP333")
