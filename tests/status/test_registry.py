import re
from dataclasses import replace
from types import ModuleType

import pytest

from function.apis.registry import REASONS
from function.base.condition import TYPES
from function.status.reason import Reason
from function.status.registry import registered

MEMBERS = pytest.mark.parametrize("reason", REASONS.values(), ids=lambda reason: reason.name)


def test_the_names_that_users_were_promised_are_there() -> None:
    promised = (
        "SecretNotFound SecretKeyMissing ImagePullFailed InitContainerFailed CrashLooping OOMKilled Unschedulable "
        "QuotaExceeded AdmissionDenied ProbeFailing RolloutStuck NatsUnreachable StreamOrConsumerNotFound "
        "AutoscalerError AutoscalerFallback AutoscalerConflict ProviderDenied CRDMissing Paused Idle DeploymentNotReady"
    )
    assert set(promised.split()) <= REASONS.keys()


@MEMBERS
def test_a_reason_is_complete(reason: Reason) -> None:
    assert re.fullmatch("[A-Z][A-Za-z]+", reason.name)
    assert set(reason.conditions) <= set(TYPES)
    assert reason.meaning.endswith(".")
    assert bool(reason.message) == bool(reason.conditions)


@MEMBERS
def test_a_message_is_a_clause_and_a_remedy_a_sentence(reason: Reason) -> None:
    first = reason.message.split(" ")[0]
    assert first == first.lower() or first in ("KEDA", "External") or first.startswith("{")
    assert reason.remedy[:1].isupper() or reason.remedy.startswith("{") or not reason.remedy
    assert not reason.message.endswith(".")
    assert not reason.remedy.endswith(".")


@MEMBERS
def test_what_is_wrong_has_a_remedy_or_steps(reason: Reason) -> None:
    if reason.status == "False":
        assert reason.remedy or reason.steps


def test_failures_have_effects_that_call_for_someone() -> None:
    for reason in REASONS.values():
        if reason.failure:
            assert reason.effect in ("blocked", "degraded")


def test_good_news_is_the_least_severe() -> None:
    severities = {
        status: [reason.severity for reason in REASONS.values() if reason.status == status]
        for status in ("True", "False")
    }
    assert max(severities["False"]) < min(severities["True"])


def module(name: str, reason: Reason) -> ModuleType:
    made = ModuleType(name)
    vars(made)["REASON"] = reason
    return made


def test_one_name_stands_for_one_reason() -> None:
    idle = REASONS["Idle"]
    with pytest.raises(TypeError, match="second: there are two reasons named Idle"):
        registered([module("first", idle), module("second", replace(idle, meaning="Another."))])


def test_a_reason_may_be_imported_by_another_module() -> None:
    idle = REASONS["Idle"]
    assert registered([module("first", idle), module("second", idle)]) == {"Idle": idle}
