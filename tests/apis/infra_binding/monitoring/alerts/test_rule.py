import pytest

from function.apis.infra_binding.monitoring.alerts.condition import comparison
from function.apis.infra_binding.monitoring.alerts.metric import KNOWN, Jobs, application
from function.apis.infra_binding.monitoring.alerts.rule import expression

JOBS = Jobs(namespace="shop", names=["p"])
APPLICATIONS = ("lag", "far", "here_total", "there_total")
METRICS = {**KNOWN, **{name: application(name, "seconds") for name in APPLICATIONS}}
FAR = 'abs(max by (namespace) (lag{namespace="shop"}) - max by (namespace) (far{namespace="shop"}))'


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("lag > 1500ms", 'lag{namespace="shop"} > 1.5'),
        ("lag <= 2m for 1h", 'lag{namespace="shop"} <= 120'),
        ("abs(lag - far) != 3s", f"{FAR} != 3"),
        ("here_total > 3 in 1h", 'increase(here_total{namespace="shop"}[1h]) > 3'),
    ],
)
def test_a_condition_is_an_expression_in_the_unit_of_its_metric(condition: str, expected: str) -> None:
    assert expression(comparison(condition), METRICS, JOBS) == expected


@pytest.mark.parametrize("operator", [">", ">=", "<", "<=", "==", "!="])
def test_in_a_window_the_condition_must_hold_at_some_moment(operator: str) -> None:
    expected = f'max_over_time((lag{{namespace="shop"}} {operator} 3)[10m:])'
    assert expression(comparison(f"lag {operator} 3 in 10m"), METRICS, JOBS) == expected


def test_the_difference_of_two_metrics_is_that_of_the_same_moment() -> None:
    """And not that of their extremes, which may have been at different moments."""
    assert expression(comparison("abs(lag - far) > 3 in 10m"), METRICS, JOBS) == f"max_over_time(({FAR} > 3)[10m:])"


def test_two_counters_are_compared_by_what_they_grow_in_the_window() -> None:
    here, there = (f'max by (namespace) (increase({name}{{namespace="shop"}}[10m]))' for name in APPLICATIONS[2:])
    expected = f"abs({here} - {there}) > 3"
    assert expression(comparison("abs(here_total - there_total) > 3 in 10m"), METRICS, JOBS) == expected


@pytest.mark.parametrize("condition", ["nothing > 3", "abs(lag - nothing) > 3", "abs(lag - memory_usage) > 3"])
def test_what_is_reported_as_a_problem_has_no_expression(condition: str) -> None:
    assert expression(comparison(condition), METRICS, JOBS) == ""


def test_a_number_that_does_not_fit_is_left_out() -> None:
    assert expression(comparison("lag > 3gb"), METRICS, JOBS) == 'lag{namespace="shop"} > '
