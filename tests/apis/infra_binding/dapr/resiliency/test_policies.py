import pytest

from function.apis.infra_binding.dapr.resiliency.policies import CircuitBreaker, Retry
from function.base.manifest import Json


@pytest.mark.parametrize(
    ("fields", "settings"),
    [
        ({}, {}),
        ({"max_retries": -1}, {"maxRetries": -1}),
        ({"policy": "constant", "duration": "1d"}, {"policy": "constant", "duration": "24h"}),
        ({"max_interval": "500ms"}, {"maxInterval": "500ms"}),
    ],
)
def test_retries_under_daprs_names(fields: dict[str, Json], settings: Json) -> None:
    assert Retry.model_validate(fields).settings() == settings


@pytest.mark.parametrize(
    ("fields", "settings"),
    [
        ({}, {}),
        ({"trip": "requests >= 10", "max_requests": 2}, {"trip": "requests >= 10", "maxRequests": 2}),
        ({"timeout": "1d", "interval": "1h"}, {"timeout": "24h", "interval": "1h"}),
    ],
)
def test_circuit_breakers_under_daprs_names(fields: dict[str, Json], settings: Json) -> None:
    assert CircuitBreaker.model_validate(fields).settings() == settings
