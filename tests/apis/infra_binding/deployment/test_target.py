from function.apis.infra_binding.deployment.compute import Offered
from function.apis.infra_binding.deployment.target import Target


def test_a_target_that_says_nothing_has_no_effect() -> None:
    target = Target(type="a")
    assert target.offered() == Offered()
    assert (target.configuration(), target.limits(4), target.files()) == ({}, {}, {})
    assert target.high_availability() is None
    assert [*target.unmanaged(), *target.changed()] == []


def test_a_pipeline_is_only_in_the_document() -> None:
    assert [place for place, _ in Target(type="a", ci_cd={"b": [1]}).unmanaged()] == ["ci_cd"]
