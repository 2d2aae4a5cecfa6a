from function.apis.infra_binding.deployment.containers import Dynamic


def test_flink_counts_slots_and_not_containers() -> None:
    assert Dynamic(min_containers=2, max_containers=8, idle_timeout="5m").configuration(4) == {
        "resourcemanager.taskmanager-timeout": "5m",
        "slotmanager.number-of-slots.max": "32",
        "slotmanager.number-of-slots.min": "8",
    }


def test_limits_that_are_switched_off_or_not_set_are_none() -> None:
    assert Dynamic().configuration(4) == {}
    assert Dynamic(enabled=False, max_containers=8).configuration(4) == {}
    assert Dynamic(max_containers=8).configuration(1) == {"slotmanager.number-of-slots.max": "8"}
