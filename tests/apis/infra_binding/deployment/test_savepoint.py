import pytest

from function.apis.infra_binding.deployment.savepoint import Kept, Periodic, Savepoints


def test_periodic_savepoints_are_settings_of_the_operator() -> None:
    assert Savepoints(periodic=Periodic(interval="1h", retention=Kept(count=24))).configuration() == {
        "kubernetes.operator.periodic.savepoint.interval": "1h",
        "kubernetes.operator.savepoint.history.max.count": "24",
    }


@pytest.mark.parametrize(
    "savepoints",
    [Savepoints(), Savepoints(directory="s3://a"), Savepoints(periodic=Periodic(enabled=False, interval="1h"))],
)
def test_nothing_is_stored_that_nobody_asks_for(savepoints: Savepoints) -> None:
    assert savepoints.configuration() == {}
