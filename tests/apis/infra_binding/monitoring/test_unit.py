from decimal import Decimal

import pytest

from function.apis.infra_binding.monitoring.unit import Unit, converted, plain


@pytest.mark.parametrize(
    ("number", "written", "unit", "expected"),
    [
        ("1000", "ms", "milliseconds", "1000"),
        ("1000", "ms", "seconds", "1"),
        ("1500", "ms", "seconds", "1.5"),
        ("1", "s", "milliseconds", "1000"),
        ("2", "m", "seconds", "120"),
        ("1", "d", "seconds", "86400"),
        ("80", "%", "ratio", "0.8"),
        ("80", "%", "percent", "80"),
        ("0.8", "", "ratio", "0.8"),
        ("1", "gb", "bytes", "1073741824"),
        ("1", "GB", "bytes", "1073741824"),
        ("3", "", "count", "3"),
        ("3.50", "", "count", "3.5"),
        ("5", "", "seconds", "5"),
        ("0", "", "count", "0"),
        ("-10", "", "count", "-10"),
    ],
)
def test_a_number_is_in_the_unit_of_its_metric(number: str, written: str, unit: Unit, expected: str) -> None:
    assert converted(Decimal(number), written, unit) == expected


@pytest.mark.parametrize(
    ("written", "unit", "wrong"),
    [
        ("ms", "bytes", "the metric is a size, and the number is a time"),
        ("gb", "seconds", "the metric is a time, and the number is a size"),
        ("%", "milliseconds", "the metric is a time, and the number is a share"),
        ("s", "count", "the metric is a count, and the number is a time"),
        ("kb", "ratio", "the metric is a share, and the number is a size"),
        ("", "ratio", "the metric is a share between 0 and 1; write a percentage"),
    ],
)
def test_what_cannot_be_compared_is_told(written: str, unit: Unit, wrong: str) -> None:
    with pytest.raises(ValueError, match=f"^{wrong}$"):
        converted(Decimal(80), written, unit)


@pytest.mark.parametrize(("number", "text"), [("1E+9", "1000000000"), ("0.000000001", "0.000000001"), ("100", "100")])
def test_no_number_has_an_exponent(number: str, text: str) -> None:
    assert plain(Decimal(number)) == text
