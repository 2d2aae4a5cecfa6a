import pytest

from function.base.condition import TYPES, Condition
from function.status.conditions import NOT_EVALUATED, condition, cut, decisive, rejected
from function.status.reasons.input import INTERNAL_ERROR, INVALID_SPEC, VALID


def conditions(*statuses: str) -> list[Condition]:
    return [
        Condition(kind, status, kind, kind)  # type: ignore[arg-type] # the texts are statuses
        for kind, status in zip(TYPES, statuses, strict=False)
    ]


def test_a_condition_takes_status_and_name_of_its_reason() -> None:
    assert condition("Validated", VALID.because()) == Condition("Validated", "True", "Valid", "the spec is valid")


def test_a_prefix_comes_before_the_message() -> None:
    assert condition("Validated", VALID.because(), prefix="0/1 pods ready: ").message.startswith("0/1 pods ready: the")


def test_a_refusal_judges_nothing_else() -> None:
    reported = rejected(INVALID_SPEC, "spec.size: no")
    assert [(condition.type, condition.status) for condition in reported] == list(
        zip(TYPES, ("False", "Unknown", "Unknown", "Unknown", "False"), strict=True)
    )
    assert {condition.reason for condition in reported} == {"InvalidSpec"}
    assert reported[0].message == reported[-1].message == "spec.size: no"
    assert reported[2].message == NOT_EVALUATED


def test_a_bug_of_ours_is_no_judgement_on_the_spec() -> None:
    assert {condition.status for condition in rejected(INTERNAL_ERROR, "x")} == {"Unknown"}


@pytest.mark.parametrize(
    ("statuses", "decides"),
    [
        (("True", "True", "True", "True"), None),
        (("True", "Unknown", "True", "True"), "DependenciesReady"),
        (("True", "Unknown", "False", "False"), "WorkloadAvailable"),
        (("True", "False", "False", "True"), "DependenciesReady"),
        (("True", "True", "Unknown", "False"), "AutoscalerReady"),
        ((), None),
    ],
)
def test_the_first_false_decides_then_the_first_unknown(statuses: tuple[str, ...], decides: str | None) -> None:
    found = decisive(conditions(*statuses))
    assert (found.type if found else None) == decides


def test_a_long_message_is_cut() -> None:
    assert cut("x" * 1024) == "x" * 1024
    assert len(cut("x" * 50_000)) == 1024
