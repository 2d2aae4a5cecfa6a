import pytest

from function.apis.event_driven_service.status.diagnosis.scaled_object import cause, hpa_name, refusal, state
from function.base.manifest import Json, Manifest
from function.delivery.resource import Resource
from function.readiness.ready_condition import READINESS
from function.status.observation import Observation, observe
from tests.status.scene import condition, not_applied, scaled_object, wrapped

READY = condition("Ready", "True", "ScaledObjectReady")
FAILS = condition("Ready", "False", "TriggerError", "Triggers defined in ScaledObject are not working correctly")
NATS: Json = {
    "type": "nats-jetstream",
    "metadata": {
        "stream": "ORDERS",
        "consumer": "worker",
        "account": "$G",
        "natsServerMonitoringEndpoint": "nats:8222",
    },
}
DESIRED: Manifest = {"kind": "ScaledObject", "spec": {"triggers": [NATS]}}


def made(observed: Manifest, *, requested: bool = True) -> Observation:
    return observe(Resource("scaledobject", DESIRED, READINESS), observed, requested=requested)


def seen(*conditions: Manifest, **status: Json) -> Observation:
    return made(wrapped(scaled_object(*conditions, **status)))


REFUSED = made(not_applied("ScaledObject", 'no matches for kind "X" in version "v"'))

PAUSED_BUT_REFUSED = made(
    wrapped(
        scaled_object(READY, condition("Paused", "True")),
        synced=condition("Synced", "False", "ReconcileError", 'no matches for kind "X" in version "v"'),
    )
)


@pytest.mark.parametrize(
    ("scaler", "reason", "shown"),
    [
        (None, "ScalingOff", "off"),
        (REFUSED, "CRDMissing", "error"),
        (seen(), "AutoscalerPending", "unknown"),
        (seen(condition("Ready", "Unknown")), "AutoscalerPending", "unknown"),
        (seen(READY), "Scaling", "idle"),
        (seen(READY, condition("Active", "True")), "Scaling", "active"),
        (seen(READY, condition("Paused", "True")), "Paused", "paused"),
        (seen(FAILS, condition("Paused", "True")), "Paused", "paused"),
        (PAUSED_BUT_REFUSED, "CRDMissing", "paused"),
        (seen(READY, condition("Fallback", "True")), "AutoscalerFallback", "fallback"),
        (seen(FAILS), "AutoscalerError", "error"),
        (seen(condition("Ready", "Unknown", "PartialTriggerError")), "AutoscalerError", "unknown"),
        (seen(condition("Ready", "False", "ScaledObjectCheckFailed", "no target")), "AutoscalerInvalid", "error"),
    ],
)
def test_what_is_told_about_the_scaler(scaler: Observation | None, reason: str, shown: str) -> None:
    assert (cause(scaler, confirmed=True).reason.name, state(scaler)) == (reason, shown)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('consumer "worker" not found in stream "ORDERS"', "StreamOrConsumerNotFound"),
        ("leader node not found for consumer worker", "StreamOrConsumerNotFound"),
        ("Get http://nats:8222/jsz: dial tcp: lookup nats: no such host", "NatsUnreachable"),
        ("metric:s0-nats-jetstream-jobs encountered error", "AutoscalerError"),
        ("", "AutoscalerError"),
    ],
)
def test_the_exact_cause_is_told_where_keda_gives_it_away(text: str, reason: str) -> None:
    reported = cause(seen(FAILS, condition("HPAActive", "False", "FailedGetExternalMetric", text)), confirmed=True)
    assert reported.reason.name == reason


BATCH: Json = {"type": "nats-jetstream", "metadata": {"stream": "BATCH", "consumer": "batch", "account": "APP"}}
CRON: Json = {"type": "cron", "metadata": {}}


def several(text: str, *triggers: Json) -> str:
    desired: Manifest = {"kind": "ScaledObject", "spec": {"triggers": [NATS, *triggers]}}
    live = scaled_object(FAILS, condition("HPAActive", "False", "FailedGetExternalMetric", text))
    return cause(observe(Resource("x", desired, READINESS), wrapped(live), requested=True), confirmed=True).message


def test_another_triggers_consumer_is_not_blamed_on_the_services_own() -> None:
    message = several('consumer "batch" not found in stream "BATCH"', BATCH)
    assert message.startswith("KEDA cannot find consumer 'batch' on stream 'BATCH' in account APP")


@pytest.mark.parametrize("text", ["", 'consumer "x" not found in stream "BATCH"', "dial tcp: no such host"])
def test_without_a_name_each_trigger_may_be_the_one(text: str) -> None:
    message = several(text, BATCH)
    assert "one of these triggers: the lag of consumer 'worker' on stream 'ORDERS', the lag of" in message
    assert "'batch'" in message


def test_a_schedule_asks_no_server_and_is_not_suspected() -> None:
    assert "the lag of consumer 'worker' on stream 'ORDERS'. Check that" in several("", CRON)


@pytest.mark.parametrize("failing", [FAILS, condition("Ready", "Unknown", "PartialTriggerError")])
def test_a_failure_is_not_certain_at_first_sight(failing: Manifest) -> None:
    reported = cause(seen(failing), confirmed=False)
    assert (reported.reason.name, reported.reason.status, reported.reason.effect) == (
        "AutoscalerUnconfirmed",
        "Unknown",
        "progressing",
    )
    assert "the lag of consumer 'worker' on stream 'ORDERS'" in reported.message


def test_a_fallback_and_an_invalid_scaler_are_certain_at_once() -> None:
    invalid = seen(condition("Ready", "False", "ScaledObjectCheckFailed", "no target"))
    fallback = seen(READY, condition("Fallback", "True"))
    names = [cause(scaler, confirmed=False).reason.name for scaler in (invalid, fallback)]
    assert names == ["AutoscalerInvalid", "AutoscalerFallback"]


def test_the_user_is_told_what_to_compare() -> None:
    message = cause(seen(FAILS), confirmed=True).message
    assert "'worker'" in message
    assert "'ORDERS'" in message
    assert "$G" in message
    assert "nats:8222" in message


LATE = condition("Synced", "True") | {"observedGeneration": 1}


@pytest.mark.parametrize(
    "live",
    [
        scaled_object(READY),
        scaled_object(FAILS),
        scaled_object(READY, condition("Paused", "True")),
        scaled_object(READY, condition("Fallback", "True")),
    ],
)
@pytest.mark.parametrize("requested", [False, True])
def test_what_keda_says_of_the_spec_before_an_edit_is_not_told(live: Manifest, requested: bool) -> None:
    late = wrapped(live, synced=LATE, generation=2) if requested else wrapped(live)
    reported = cause(made(late, requested=requested), confirmed=True)
    assert (reported.reason.name, reported.message) == ("Applying", "changes are being applied")


@pytest.mark.parametrize("requested", [False, True])
def test_one_that_does_not_exist_has_no_changes_to_apply(requested: bool) -> None:
    scaler = made(wrapped(None, synced=condition("Synced", "Unknown")), requested=requested)
    assert cause(scaler, confirmed=True).message == "KEDA has not reported on the autoscaler yet"


def test_a_paused_scaler_has_no_hpa_whatever_it_says() -> None:
    assert hpa_name(seen(READY, hpaName="keda-hpa-x")) == "keda-hpa-x"
    assert hpa_name(seen(READY, condition("Paused", "True"), hpaName="keda-hpa-x")) is None
    assert hpa_name(None) is None
    assert hpa_name(seen()) is None


TAKEN = "the workload 'orders' of type 'apps/v1.Deployment' is already managed by the hpa 'by-hand'"
WEBHOOK = f'cannot dry run SSA: admission webhook "vscaledobject.kb.io" denied the request: {TAKEN}'


def refused(kind: str, text: str) -> str | None:
    desired: Manifest = {"kind": kind}
    found = refusal(observe(Resource("key", desired, READINESS), not_applied(kind, text), requested=True))
    return found.message if found else None


def test_a_second_scaler_of_one_workload_is_told_by_name_wherever_keda_says_so() -> None:
    advice = "Delete the other autoscaler, or set spec.scaling.enabled: false"
    assert refused("ScaledObject", WEBHOOK) == f"{TAKEN}. {advice}"
    reported = cause(seen(condition("Ready", "False", "ScaledObjectCheckFailed", TAKEN)), confirmed=True)
    assert (reported.reason.name, reported.message) == ("AutoscalerConflict", f"{TAKEN}. {advice}")


@pytest.mark.parametrize(
    ("kind", "text", "reported"),
    [
        ("Deployment", WEBHOOK, "the policy 'vscaledobject.kb.io' rejects the Deployment"),
        ("ScaledObject", WEBHOOK.replace("already managed", "not managed"), "the policy 'vscaledobject.kb.io' rejects"),
        ("ScaledObject", "already managed by hand: no such field, denied the request: x", "cannot be applied"),
    ],
)
def test_other_refusals_are_no_conflict_of_scalers(kind: str, text: str, reported: str) -> None:
    message = refused(kind, text) or ""
    assert reported in message
    assert "Delete the other autoscaler" not in message


def test_an_applied_object_is_not_refused() -> None:
    assert refusal(seen(READY)) is None
