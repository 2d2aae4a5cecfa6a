import pytest

from function.base.preflight import LOGIN_REFUSED, NOT_READABLE, UNAVAILABLE, UNEXPECTED, UNKNOWN_DATABASE
from function.preflight.postgresql.error import meaning
from tests.preflight.postgresql.recorded import CLOSED_DATABASE, FULL, NO_DATABASE, NO_ENTRY, WRONG


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (WRONG[5:], LOGIN_REFUSED),
        (NO_ENTRY[5:], LOGIN_REFUSED),
        (NO_DATABASE[5:], UNKNOWN_DATABASE),
        (CLOSED_DATABASE[5:], NOT_READABLE),
        (FULL[5:], UNAVAILABLE),
        (b"SFATAL\0C57P03\0Mthe database system is starting up\0\0", UNAVAILABLE),
        (b"C42601\0Msyntax error\0\0", UNEXPECTED),
        (b"MC28P01\0\0", UNEXPECTED),
        (b"C\xff\xff\0\0", UNEXPECTED),
        (b"C", UNEXPECTED),
        (b"", UNEXPECTED),
        (b"passed", UNEXPECTED),
    ],
)
def test_only_the_code_of_an_error_matters(error: bytes, expected: str) -> None:
    assert meaning(error) == expected
