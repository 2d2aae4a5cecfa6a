"""A real server has run these statements; tests/preflight/postgresql/recorded.py has some of its answers."""

import re

import pytest

from function.base.preflight import RESULTS
from function.preflight.postgresql.statements import ANSWERS, ENOUGH, READABLE


@pytest.mark.parametrize(("statement", "parameters"), [(READABLE, 4), (ENOUGH, 1)])
def test_a_statement_is_one_that_reads_with_parameters_of_known_types(statement: str, parameters: int) -> None:
    assert set(re.findall(r"\$\d(?:::\w+)?", statement)) == {f"${number + 1}::text" for number in range(parameters)}
    assert re.match("WITH|SELECT", statement.strip())
    assert ";" not in statement
    assert not re.search("INSERT|UPDATE|DELETE|CREATE|SET |pg_read|dblink", statement)


@pytest.mark.parametrize("statement", [READABLE, ENOUGH])
def test_all_that_it_answers_are_results(statement: str) -> None:
    answered = set(re.findall(r"(?:THEN|ELSE) '([^']*)'", statement))
    assert answered <= set(ANSWERS) <= set(RESULTS)
    assert len(answered) > 1


KEYWORDS = {"AS", "IN", "EXISTS", "SELECT", "AND", "coalesce", "nullif", "least"}


@pytest.mark.parametrize("statement", [READABLE, ENOUGH])
def test_no_function_of_another_user_can_be_called_instead(statement: str) -> None:
    called = set(re.findall(r"([\w.]+)\s*\(", statement)) - KEYWORDS
    assert called
    assert all(name.startswith("pg_catalog.") for name in called), called
