import pytest
from pydantic import ValidationError

from function.apis.infra_binding.flink.behavior import Behavior, Recovery, Restart, Retention
from function.base.manifest import Json
from function.base.validation import broken_rules
from tests.cel import judge


@pytest.mark.parametrize(
    ("fields", "holds"),
    [
        ({}, True),
        ({"alignment": {"type": "aligned"}, "mode": "at_least_once"}, True),
        ({"alignment": {"type": "unaligned"}}, True),
        ({"alignment": {"type": "unaligned"}, "mode": "exactly_once", "max_concurrent": 1}, True),
        ({"alignment": {"type": "unaligned"}, "mode": "at_least_once"}, False),
        ({"alignment": {"type": "unaligned"}, "max_concurrent": 2}, False),
    ],
)
def test_unaligned_checkpoints_need_exactly_once_and_one_at_a_time(fields: dict[str, Json], *, holds: bool) -> None:
    (rule,) = Behavior.rules
    assert judge(rule.cel, "self", fields) == holds
    assert bool(list(broken_rules(Behavior.model_validate(fields), "spec"))) is not holds


@pytest.mark.parametrize(
    ("fields", "holds"),
    [
        ({"strategy": "exponential_delay"}, True),
        ({"strategy": "exponential_delay", "initial_delay": "1ms"}, True),
        ({"strategy": "exponential_delay", "initial_delay": "10s"}, True),
        ({"strategy": "fixed_delay", "initial_delay": "0s"}, True),
        ({"strategy": "exponential_delay", "initial_delay": "0s"}, False),
        ({"strategy": "exponential_delay", "initial_delay": "000ms"}, False),
    ],
)
def test_a_delay_that_grows_is_more_than_nothing(fields: dict[str, Json], *, holds: bool) -> None:
    (rule,) = Restart.rules
    assert judge(rule.cel, "self", fields) == holds
    assert bool(list(broken_rules(Restart.model_validate(fields), "spec"))) is not holds


@pytest.mark.parametrize("text", ["0s", "0ms", "9ms", "009ms", "000000000d", "", "10", "-10ms", "10ms\n"])
def test_what_flink_refuses_as_the_time_of_a_checkpoint(text: str) -> None:
    for field in ("interval", "timeout"):
        with pytest.raises(ValidationError):
            Behavior.model_validate({field: text})


@pytest.mark.parametrize("text", ["10ms", "0010ms", "1s", "999999999d"])
def test_what_flink_takes_as_the_time_of_a_checkpoint(text: str) -> None:
    assert Behavior.model_validate({"interval": text, "timeout": text}).interval == text


def test_no_pause_and_no_wait_for_alignment_are_allowed() -> None:
    assert Behavior.model_validate({"min_pause": "0s", "alignment": {"timeout": "0s"}}).configuration() == {
        "execution.checkpointing.min-pause": "0s",
        "execution.checkpointing.aligned-checkpoint-timeout": "0s",
    }


def test_modes_and_alignment_have_the_names_of_flink() -> None:
    fields: Json = {"mode": "at_least_once", "alignment": {"type": "aligned"}}
    assert Behavior.model_validate(fields).configuration() == {
        "execution.checkpointing.mode": "AT_LEAST_ONCE",
        "execution.checkpointing.unaligned.enabled": "false",
    }
    assert Behavior().configuration() == {}


@pytest.mark.parametrize(
    ("externalized", "text"),
    [
        (None, "RETAIN_ON_CANCELLATION"),
        ("retain_on_cancellation", "RETAIN_ON_CANCELLATION"),
        ("delete_on_cancellation", "DELETE_ON_CANCELLATION"),
    ],
)
def test_checkpoints_survive_a_cancellation_unless_told_otherwise(externalized: str | None, text: str) -> None:
    fields: dict[str, Json] = {} if externalized is None else {"externalized": externalized}
    key = "execution.checkpointing.externalized-checkpoint-retention"
    assert Retention.model_validate(fields).configuration() == {key: text}


@pytest.mark.parametrize(
    ("strategy", "expected"),
    [
        (
            "fixed_delay",
            {
                "restart-strategy.type": "fixed-delay",
                "restart-strategy.fixed-delay.delay": "1s",
                "restart-strategy.fixed-delay.attempts": "3",
            },
        ),
        (
            "exponential_delay",
            {
                "restart-strategy.type": "exponential-delay",
                "restart-strategy.exponential-delay.initial-backoff": "1s",
                "restart-strategy.exponential-delay.max-backoff": "60s",
                "restart-strategy.exponential-delay.attempts-before-reset-backoff": "3",
            },
        ),
    ],
)
def test_each_strategy_has_keys_of_its_own(strategy: str, expected: dict[str, str]) -> None:
    fields: Json = {"strategy": strategy, "initial_delay": "1s", "max_delay": "60s", "max_attempts": 3}
    assert Restart.model_validate(fields).configuration() == expected
    assert Recovery.model_validate({"restart": fields}).configuration() == expected


def test_without_a_strategy_flink_chooses() -> None:
    assert Recovery().configuration() == {}
