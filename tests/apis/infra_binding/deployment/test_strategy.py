import pytest

from function.apis.infra_binding.deployment.strategy import Hook, Hooks, Strategy

SAVEPOINT, HEALTH = Hook(action="savepoint"), Hook(action="verify_health")


@pytest.mark.parametrize(
    ("hooks", "takes"),
    [
        (Hooks(pre_upgrade=[HEALTH, SAVEPOINT]), True),
        (Hooks(pre_upgrade=[HEALTH]), False),
        (Hooks(post_upgrade=[SAVEPOINT]), False),
        (Hooks(), False),
    ],
)
def test_only_a_savepoint_before_a_change_has_an_effect(hooks: Hooks, takes: bool) -> None:
    assert Strategy(hooks=hooks).takes_savepoint is takes
