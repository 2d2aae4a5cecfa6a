from typing import Annotated

import pytest
from pydantic import TypeAdapter, ValidationError

from function.base.cron import backward, expression, plain_expression

EXPRESSIONS = TypeAdapter[str](Annotated[str, expression("0 2 * * *")])


@pytest.mark.parametrize("written", ["0 2 * * *", "*/15 0-6 1,15 jan-MAR mon-fri", "0 0 ? * 0", "05 08 09 1 6"])
def test_what_is_an_expression(written: str) -> None:
    assert EXPRESSIONS.validate_python(written) == written
    assert list(backward("spec.schedule", written)) == []


@pytest.mark.parametrize(
    "written",
    [
        *("", "@daily", "0 2 * *", "0 0 2 * * *", " 0 2 * * *", "0  2 * * *", "0 2 * * * ", "60 2 * * *", "0 24 * * *"),
        *("0 2 0 * *", "0 2 32 * *", "0 2 * 13 *", "0 2 * * 7", "0 2 * * someday", "*/0 2 * * *", "0 2 * * 1-", "a"),
        *("CRON_TZ=UTC 0 2 * * *", "0 2 * * *\n0 3 * * *", "0 2 L * *"),
    ],
)
def test_what_is_none(written: str) -> None:
    with pytest.raises(ValidationError):
        EXPRESSIONS.validate_python(written)


@pytest.mark.parametrize(
    ("written", "ranges"),
    [
        ("0 6-2 * * *", ["6-2"]),
        ("0 2 * dec-jan *", ["dec-jan"]),
        ("0 2 * * Fri-Mon,2-1", ["fri-mon", "2-1"]),
    ],
)
def test_a_range_must_not_end_before_it_starts(written: str, ranges: list[str]) -> None:
    assert [(problem.path, problem.code, problem.message) for problem in backward("spec.schedule", written)] == [
        ("spec.schedule", "EP227", f"a range must not end before it starts; got '{found}'") for found in ranges
    ]


PLAIN = TypeAdapter[str](Annotated[str, plain_expression("0 2 * * *")])


@pytest.mark.parametrize("written", ["0 2 * * *", "*/15 0-6 1,15 1-3 0", "5 23 31 12 1,2,3"])
def test_what_is_a_plain_expression(written: str) -> None:
    assert PLAIN.validate_python(written) == EXPRESSIONS.validate_python(written) == written


@pytest.mark.parametrize(
    "written", ["0 2 * * mon", "0 2 ? * *", "0 1-3,5 * * *", "1-9/2 2 * * *", "@daily", "0 24 * * *", "0 2 * *", ""]
)
def test_what_is_none_of_these(written: str) -> None:
    with pytest.raises(ValidationError):
        PLAIN.validate_python(written)
