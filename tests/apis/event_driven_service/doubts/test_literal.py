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


def test_a_digest_under_its_name_is_no_secret() -> None:
    digest = "3f9a7c1e5b8d2f6a4c0e9b7d1a5f3c8e"
    assert_doubts(worker(podAnnotations={"checksum/config": digest}), code="EP333")
    assert_doubts(worker(podAnnotations={"config": digest}), "spec.podAnnotations.config", code="EP333")


@pytest.mark.parametrize("value", ["orders-worker-production-eu-west-1", "$(KEY)", "", "true"])
def test_a_literal_that_does_not(value: str) -> None:
    assert_doubts(worker(env=[{"name": "A", "value": value}]), code="EP333")
