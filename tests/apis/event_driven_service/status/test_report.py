from function.base.request import Request
from function.render import render
from tests.documents import platform, worker, xr
from tests.status.scene import ROLLED_OUT, condition, deployment, observed, scaled_object

HEALTHY = observed(deployment(ROLLED_OUT, ready=1))
FALLBACK = scaled_object(condition("Ready", "True"), condition("Fallback", "True"))


def test_conditions_come_in_the_order_of_cause_and_effect() -> None:
    told = render(Request(xr=xr(worker()), observed=HEALTHY)).conditions
    assert [one.type for one in told] == [
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
    told = render(Request(xr=xr(spec), observed=observed(deployment(ROLLED_OUT, ready=1), FALLBACK))).conditions
    message = told[3].message
    assert all(word in message for word in ("'S'", "'C'", "APP", "nats.example.org:8222"))


def test_the_platforms_account_is_told_otherwise() -> None:
    seen = observed(deployment(ROLLED_OUT, ready=1), FALLBACK)
    assert (
        "account APP "
        in render(Request(xr=xr(worker()), observed=seen, platform=platform(nats={"account": "APP"})))
        .conditions[3]
        .message
    )


def test_message_and_roll_up_say_the_same() -> None:
    answer = render(Request(xr=xr(worker())))
    assert answer.status["message"] == answer.conditions[-1].message


def test_secrets_count_as_checked_only_once_all_are_answered() -> None:
    document = xr(worker(secretRefs=[{"name": name, "envFrom": True} for name in ("a", "b")]))
    settings = platform(diagnosis={"secrets": True})
    one = render(Request(xr=document, required={"secret/a": [{}]}, platform=settings))
    both = render(Request(xr=document, required={"secret/a": [{}], "secret/b": [{}]}, platform=settings))
    assert (one.conditions[1].reason, both.conditions[1].reason) == ("NotChecked", "Found")
