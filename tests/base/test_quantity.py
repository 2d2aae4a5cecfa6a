from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from function.base.quantity import mebibytes, parse_quantity
from function.base.types import Quantity

QUANTITIES: TypeAdapter[str] = TypeAdapter(Quantity)


@pytest.mark.parametrize(
    ("quantity", "expected"),
    [
        ("0", "0"),
        ("2", "2"),
        ("250m", "0.25"),
        ("1.5", "1.5"),
        (".5", "0.5"),
        ("1.", "1"),
        ("1k", "1000"),
        ("1Ki", "1024"),
        ("1M", "1000000"),
        ("512Mi", "536870912"),
        ("1.5Gi", "1610612736"),
        ("1G", "1000000000"),
        ("1Ti", "1099511627776"),
        ("1Ei", "1152921504606846976"),
        ("1E", "1000000000000000000"),
        ("1e3", "1000"),
        ("1E3", "1000"),
        ("12e-3", "0.012"),
        ("1e+2", "100"),
    ],
)
def test_the_number_of_a_quantity(quantity: str, expected: str) -> None:
    assert QUANTITIES.validate_python(quantity) == quantity
    assert parse_quantity(quantity) == Decimal(expected)


@pytest.mark.parametrize(
    "text",
    ["", "m", "lots", "1 Gi", "1gi", "1KI", "-1", "+1", "1,5", "0x10", "1Gi\n", "1..5", "\u0661", "1u", "1mi", "e3"],
)
def test_what_is_no_quantity(text: str) -> None:
    with pytest.raises(ValidationError):
        QUANTITIES.validate_python(text)


def test_equal_amounts_in_different_units_are_equal() -> None:
    assert parse_quantity("1000m") == parse_quantity("1") == parse_quantity("1e0")
    assert parse_quantity("1Gi") == parse_quantity("1024Mi") > parse_quantity("1G")


@pytest.mark.parametrize(
    ("quantity", "expected"), [("1.5Gi", 1536), ("2Gi", 2048), ("2G", 1907), ("1048575", 0), ("1.9Mi", 1), ("1e9", 953)]
)
def test_whole_mebibytes_are_rounded_down(quantity: str, expected: int) -> None:
    assert mebibytes(quantity) == expected
