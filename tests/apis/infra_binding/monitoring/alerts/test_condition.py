from decimal import Decimal

import pytest

from function.apis.infra_binding.monitoring.alerts.condition import Comparison, comparison


def parts(**fields: object) -> Comparison:
    whole = {"operator": ">", "unit": "", "window": None, "lasting": None, "number": Decimal(3), "metrics": ("a",)}
    return Comparison(**{**whole, **fields})  # type: ignore[arg-type] # the tests say what each field is


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("a > 3", parts()),
        ("a>3", parts()),
        ("a >= 3", parts(operator=">=")),
        ("a > 1000ms", parts(number=Decimal(1000), unit="ms")),
        ("a > 80%", parts(number=Decimal(80), unit="%")),
        ("a > 3 in 10m", parts(window="10m")),
        ("a > 3 for 30s", parts(lasting="30s")),
        ("a > 3s for 2h", parts(unit="s", lasting="2h")),
        ("abs(a - b) > 3", parts(metrics=("a", "b"))),
        ("abs( a-b )>-0.5", parts(metrics=("a", "b"), number=Decimal("-0.5"))),
    ],
)
def test_a_condition_has_these_parts(condition: str, expected: Comparison) -> None:
    assert comparison(condition) == expected


WINDOWS = ("a > 3 in 1w", "a > 3 in 30s", "a > 3 in 500ms", "a > 3 in 0m")


@pytest.mark.parametrize("condition", ["", "a", "a > b", "a > 3 since 10m", "a > 3 in", "abs(a) > 3", *WINDOWS])
def test_another_form_is_not_a_condition(condition: str) -> None:
    with pytest.raises(ValueError, match="is not a Condition"):
        comparison(condition)
