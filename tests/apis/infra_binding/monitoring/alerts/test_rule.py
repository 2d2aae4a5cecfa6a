import pytest

from function.apis.infra_binding.monitoring.alerts.condition import comparison
from function.apis.infra_binding.monitoring.alerts.metric import KNOWN, Jobs, application
from function.apis.infra_binding.monitoring.alerts.rule import expression

JOBS = Jobs(namespace="shop", names=["p"])
METRICS = {**KNOWN, "lag": application("lag", "seconds"), "far": application("far", "seconds")}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("lag > 1500ms", 'lag{namespace="shop"} > 1.5'),
        ("lag <= 2m for 1h", 'lag{namespace="shop"} <= 120'),
        (
            "abs(lag - far) != 3s",
            'abs(max by (namespace) (lag{namespace="shop"}) - max by (namespace) (far{namespace="shop"})) != 3',
        ),
    ],
)
def test_a_condition_is_an_expression_in_the_unit_of_its_metric(condition: str, expected: str) -> None:
    assert expression(comparison(condition), METRICS, JOBS) == expected


@pytest.mark.parametrize("condition", ["nothing > 3", "abs(lag - nothing) > 3", "abs(lag - memory_usage) > 3"])
def test_what_is_reported_as_a_problem_has_no_expression(condition: str) -> None:
    assert expression(comparison(condition), METRICS, JOBS) == ""


def test_a_number_that_does_not_fit_is_left_out() -> None:
    assert expression(comparison("lag > 3gb"), METRICS, JOBS) == 'lag{namespace="shop"} > '
