import pytest

from function.base.manifest import Json, Manifest
from function.base.request import Request
from function.render import render
from tests.documents import platform, worker, xr
from tests.status.scene import ROLLED_OUT, ROLLING, SCALING, State, condition, deployment, observed, scaled_object

SECRET: Json = [{"name": "db", "envFrom": True}]
AT_ZERO = deployment(ROLLED_OUT, replicas=0)
HEALTHY = observed(deployment(ROLLED_OUT, ready=1))
FALLBACK = scaled_object(condition("Ready", "True"), condition("Fallback", "True"))


def test_conditions_come_in_the_order_of_cause_and_effect() -> None:
    reported = render(Request(xr=xr(worker()), observed=HEALTHY)).conditions
    assert [condition.type for condition in reported] == [
        "Validated",
        "DependenciesReady",
        "WorkloadAvailable",
        "AutoscalerReady",
        "Operational",
    ]


def test_the_autoscaler_is_told_where_the_service_looks() -> None:
    spec = worker(
        nats={"stream": "S", "consumer": "C", "account": "APP", "monitoringEndpoint": "nats.example.org:8222"}
    )
    reported = State(xr=xr(spec), observed=observed(deployment(ROLLED_OUT, ready=1), FALLBACK)).outcome().conditions
    message = reported[3].message
    assert all(word in message for word in ("'S'", "'C'", "APP", "nats.example.org:8222"))


def test_the_platforms_account_is_told_otherwise() -> None:
    seen = observed(deployment(ROLLED_OUT, ready=1), FALLBACK)
    state = State(xr=xr(worker()), observed=seen, platform=platform(nats={"account": "APP"}))
    assert "account APP," in state.outcome().conditions[3].message


def test_message_and_roll_up_say_the_same() -> None:
    answer = render(Request(xr=xr(worker())))
    assert answer.status["message"] == answer.conditions[-1].message


def test_secrets_count_as_checked_only_once_all_are_answered() -> None:
    document = xr(worker(secretRefs=[{"name": name, "envFrom": True} for name in ("a", "b")]))
    kinds: Json = ["Deployment", "Service", "ServiceAccount"]
    settings = platform(diagnosis={"secrets": True}, policy={"takeover": kinds})
    first = render(Request(xr=document, required={"secret/a": [{}]}, platform=settings))
    both = render(Request(xr=document, required={"secret/a": [{}], "secret/b": [{}]}, platform=settings))
    assert (first.conditions[1].reason, both.conditions[1].reason) == ("NotChecked", "Found")


def test_secrets_of_a_new_revision_are_not_in_use_while_the_old_one_serves() -> None:
    seen = observed(deployment(ROLLING, ready=1, updated=1, total=2))
    reported = State(xr=xr(worker(secretRefs=SECRET)), observed=seen).outcome()
    assert reported.conditions[1].reason == "NotChecked"


def at_zero(live: Manifest, scaler: Manifest = SCALING, **scaling: Json) -> tuple[str, str, str, Json]:
    """Return what is said of a service with a Secret that nobody looks for: dependencies, roll-up and phase."""
    spec = worker(secretRefs=SECRET, scaling={"minReplicas": 0, **scaling})
    reported = State(xr=xr(spec), observed=observed(live, scaler)).outcome()
    return (
        reported.conditions[1].reason,
        reported.conditions[-1].status,
        reported.conditions[-1].reason,
        reported.status["phase"],
    )


def test_an_idle_service_does_not_wait_for_secrets_that_nobody_looks_for() -> None:
    assert at_zero(AT_ZERO) == ("NotChecked", "True", "Operational", "Idle")


def test_neither_does_one_that_is_paused_at_zero() -> None:
    paused = scaled_object(condition("Ready", "True"), condition("Paused", "True"))
    assert at_zero(AT_ZERO, paused, minReplicas=1, paused=True) == ("NotChecked", "True", "Operational", "Paused")


@pytest.mark.parametrize(
    ("live", "scaler", "reason"),
    [
        pytest.param(deployment(ROLLING, replicas=0), SCALING, "DeploymentNotReady", id="a new revision"),
        pytest.param(
            deployment(ROLLED_OUT, condition("ReplicaFailure", "True", "FailedCreate", "no"), replicas=0),
            SCALING,
            "NotChecked",
            id="a cause that may come from a Secret",
        ),
        pytest.param(deployment(ROLLED_OUT, replicas=3), SCALING, "NotChecked", id="waking"),
        pytest.param(AT_ZERO, scaled_object(), "AutoscalerPending", id="the autoscaler is new"),
    ],
)
def test_anything_else_at_zero_is_still_in_progress(live: Manifest, scaler: Manifest, reason: str) -> None:
    dependencies, status, reported, phase = at_zero(live, scaler)
    assert dependencies == "NotChecked"
    assert (reported, phase) == (reason, "Progressing")
    assert status != "True"


def test_an_edit_that_kubernetes_has_not_looked_at_is_being_applied() -> None:
    live: Manifest = {**AT_ZERO, "metadata": {"generation": 2}}
    assert at_zero(live) == ("Applying", "Unknown", "Applying", "Progressing")


def test_a_secret_that_is_known_to_be_missing_blocks_an_idle_service() -> None:
    spec = worker(secretRefs=SECRET, scaling={"minReplicas": 0})
    reported = render(
        Request(
            xr=xr(spec),
            observed=observed(AT_ZERO),
            required={"secret/db": ()},
            platform=platform(diagnosis={"secrets": True}),
        )
    )
    assert (reported.conditions[-1].reason, reported.status["phase"]) == ("SecretNotFound", "Blocked")


def test_the_summary_of_a_service_that_is_switched_off_says_so() -> None:
    spec = worker(scaling={"enabled": False, "minReplicas": 0})
    reported = State(xr=xr(spec), observed=observed(AT_ZERO, None)).outcome()
    assert (reported.conditions[-1].status, reported.conditions[-1].reason) == ("True", "SwitchedOff")
    assert (reported.status["phase"], reported.status["message"]) == ("Idle", reported.conditions[-1].message)


@pytest.mark.parametrize(
    ("before", "reason"),
    [
        (None, "AutoscalerUnconfirmed"),
        ("Scaling", "AutoscalerUnconfirmed"),
        ("AutoscalerUnconfirmed", "AutoscalerError"),
        ("AutoscalerError", "AutoscalerError"),
        ("AutoscalerFallback", "AutoscalerError"),
    ],
)
def test_a_trigger_fails_for_certain_once_an_earlier_call_has_seen_it(before: str | None, reason: str) -> None:
    seen = observed(deployment(ROLLED_OUT, ready=1), scaled_object(condition("Ready", "False", "TriggerError")))
    carried: Json = [condition("AutoscalerReady", "Unknown", before)] if before else []
    document: Manifest = {**xr(worker()), "status": {"conditions": carried}}
    assert State(xr=document, observed=seen).outcome().conditions[3].reason == reason
