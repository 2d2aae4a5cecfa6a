import pytest

from function.base.preflight import CLOSED, NOT_READABLE, UNEXPECTED
from function.preflight.failure import Failure
from function.preflight.postgresql.statement import word
from tests.preflight.postgresql.recorded import NO_SCHEMA, answer, connected, repeating
from tests.preflight.served import served

ROW = b"D\0\0\0\x10\0\1\0\0\0\6passed"
READY = b"Z\0\0\0\x05I"


def said(*answers: bytes, asked: list[bytes] | None = None) -> str:
    with served(repeating(*answers, asked=asked)) as port, connected(port) as session:
        return word(session, "SELECT $1", "it's a;\u00e4")


def test_texts_are_parameters_and_not_part_of_the_statement() -> None:
    asked: list[bytes] = []
    assert said(answer("not readable"), asked=asked) == "not readable"
    parse = b"P\0\0\0\x11\0SELECT $1\0\0\0"
    bind = b"B\0\0\0\x19\0\0\0\0\0\1\0\0\0\x09it's a;\xc3\xa4\0\0"
    assert asked == [parse + bind + b"E\0\0\0\x09\0\0\0\0\0S\0\0\0\x04"]


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        (NO_SCHEMA, NOT_READABLE),
        (ROW + ROW + READY, UNEXPECTED),
        (ROW * 1000, UNEXPECTED),
        (b"C\0\0\0\rSELECT 1\0" * 1000, UNEXPECTED),
        (b"D\0\0\0\x06\0\1" + READY, UNEXPECTED),
        (b"D\0\0\0\x0a\0\1\xff\xff\xff\xff" + READY, UNEXPECTED),
        (b"D\0\0\0\x10\0\2\0\0\0\6passed" + READY, UNEXPECTED),
        (b"D\0\0\0\x10\0\1\0\0\0\7passed" + READY, UNEXPECTED),
        (b"R\0\0\0\x08\0\0\0\0", UNEXPECTED),
        (ROW, CLOSED),
    ],
)
def test_anything_but_one_row_of_one_column_ends_the_attempt(sent: bytes, expected: str) -> None:
    with pytest.raises(Failure, match=expected):
        said(sent)


def test_without_a_row_there_is_no_word() -> None:
    assert said(b"1\0\0\0\x04" + READY) == ""
