from function.status.reasons import operational as reasons


def test_waiting_is_neither_good_nor_bad() -> None:
    assert (reasons.RESOURCES_PENDING.status, reasons.RESOURCES_PENDING.effect) == ("Unknown", "progressing")


def test_the_kinds_that_are_waited_for_are_named() -> None:
    assert reasons.RESOURCES_PENDING.because(kinds="PodMonitor").message == "waiting for PodMonitor"


def test_all_well_belongs_to_the_roll_up_alone() -> None:
    assert reasons.ALL_WELL.conditions == ("Operational",)
