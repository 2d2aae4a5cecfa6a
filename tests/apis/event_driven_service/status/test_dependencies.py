from function.apis.event_driven_service.dependency import Dependency
from function.apis.event_driven_service.status.dependencies import evaluate
from function.apis.event_driven_service.status.reasons import dependencies, workload
from function.status.reason import Cause

DB = Dependency(kind="Secret", name="db", field="spec.secretRefs[0].name")
FLAGS = Dependency(kind="ConfigMap", name="flags", field="spec.configMapRefs[0].name")
MISSING = dependencies.SECRET_NOT_FOUND.because(name="db", namespace="shop", field="spec.secretRefs[0].name")
QUOTA = workload.QUOTA_EXCEEDED.because(quota="team", resources="pods")


def reported(
    *needed: Dependency,
    causes: tuple[Cause, ...] = (),
    checked: tuple[str, ...] = (),
    serving: bool = False,
    applying: bool = False,
) -> tuple[str, str]:
    found = evaluate(needed, causes, checked=frozenset(checked), serving=serving, applying=applying)
    return found.status, found.reason


def test_what_is_missing_is_told_whatever_else_holds() -> None:
    assert reported(DB, causes=(QUOTA, MISSING), checked=("Secret",), serving=True) == ("False", "SecretNotFound")


def test_causes_of_other_conditions_are_not_told_here() -> None:
    assert reported(causes=(QUOTA,)) == ("True", "NoneNeeded")


def test_nothing_needed_is_nothing_missing() -> None:
    assert reported() == ("True", "NoneNeeded")


def test_what_was_looked_for_and_is_there_is_found() -> None:
    assert reported(DB, checked=("Secret",)) == ("True", "Found")


def test_pods_that_serve_had_what_they_needed() -> None:
    assert reported(DB, serving=True) == ("True", "InUse")


def test_otherwise_nobody_knows() -> None:
    assert reported(DB) == ("Unknown", "NotChecked")


def test_pods_of_the_revision_before_tell_nothing_of_the_one_that_is_being_applied() -> None:
    assert reported(DB, applying=True) == ("Unknown", "Applying")


def test_what_is_known_is_told_all_the_same() -> None:
    assert reported(applying=True) == ("True", "NoneNeeded")
    assert reported(DB, checked=("Secret",), applying=True) == ("True", "Found")
    assert reported(DB, causes=(MISSING,), applying=True) == ("False", "SecretNotFound")


def test_of_two_kinds_one_may_be_unchecked() -> None:
    found = evaluate([DB, FLAGS], (), checked=frozenset({"Secret"}), serving=False, applying=False)
    assert (found.status, found.reason) == ("Unknown", "NotChecked")
    assert "flags" in found.message
    assert "db" not in found.message
