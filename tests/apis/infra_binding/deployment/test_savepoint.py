import pytest

from function.apis.infra_binding.deployment.savepoint import Kept, Periodic, Savepoints


def test_periodic_savepoints_are_settings_of_the_operator() -> None:
    assert Savepoints(periodic=Periodic(interval="1h", retention=Kept(count=24))).configuration() == {
        "kubernetes.operator.periodic.savepoint.interval": "1h",
        "kubernetes.operator.savepoint.history.max.age": "25h",
        "kubernetes.operator.savepoint.history.max.count": "24",
    }


@pytest.mark.parametrize(
    ("interval", "count", "age"),
    [
        ("1h", None, "24h"),
        ("6h", None, "66h"),
        ("1d", 7, "192h"),
        ("90m", 30, "47h"),
        ("1ms", 1, "24h"),
        ("999999999d", 1000, "87600h"),
    ],
)
def test_none_is_too_old_before_there_are_too_many(interval: str, count: int | None, age: str) -> None:
    found = Savepoints(periodic=Periodic(interval=interval, retention=Kept(count=count))).configuration()
    assert found["kubernetes.operator.savepoint.history.max.age"] == age


@pytest.mark.parametrize(
    "savepoints",
    [Savepoints(), Savepoints(directory="s3://a"), Savepoints(periodic=Periodic(enabled=False, interval="1h"))],
)
def test_nothing_is_stored_that_nobody_asks_for(savepoints: Savepoints) -> None:
    assert savepoints.configuration() == {}
