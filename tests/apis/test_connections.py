import pytest

from function.base.manifest import Json
from function.base.problems import errors
from function.render import check
from tests.documents import platform, worker, xr
from tests.support import assert_rejects

CONNECTIONS: Json = {"postgres": [{"namespace": "databases"}], "cache": []}


@pytest.mark.parametrize(
    ("known", "listed"),
    [({}, ""), (CONNECTIONS, "cache, postgres"), ({"mail": []}, "mail")],
    ids=["none", "two", "one"],
)
def test_a_connection_that_the_platform_does_not_have(known: Json, listed: str) -> None:
    message = (
        f"must be one of [{listed}], the connections of the platform; got 'mysql'. "
        "Hint: ask the platform team to add it"
    )
    settings = platform(networkPolicy={"connections": known})
    assert_rejects(worker(connections=["mysql"]), "spec.connections[0]", message, settings)


def test_one_that_it_has() -> None:
    settings = platform(networkPolicy={"connections": CONNECTIONS})
    assert check(xr(worker(connections=["postgres", "cache"])), settings) == []


def test_without_settings_it_is_a_warning() -> None:
    found = check(xr(worker(connections=["mysql"])), None)
    assert errors(found) == ()
    assert [problem.code for problem in found] == ["EP481"]
