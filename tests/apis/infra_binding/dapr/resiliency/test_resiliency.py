import pytest

from function.apis.infra_binding.dapr.resiliency.resiliency import Resiliency
from function.base.manifest import Json
from tests.cel import judge
from tests.dapr import KAFKA, made, reported
from tests.plug_ins.cases import Cases
from tests.support import look

SIDES: Json = {"timeout": "general", "retry": "pubsub", "circuit_breaker": "simple"}
CASES = Cases(
    in_l5=False,
    whole={
        "timeouts": {"general": "5s", "other": "10s"},
        "retries": {
            "pubsub": {"policy": "exponential", "duration": "1s", "max_interval": "5s", "max_retries": 3},
            "other": {},
        },
        "circuit_breakers": {
            "simple": {"trip": "consecutiveFailures > 5", "timeout": "45s", "interval": "8s", "max_requests": 1},
            "other": {},
        },
        "targets": {"components": {"broker": {"inbound": SIDES, "outbound": SIDES}}, "apps": {"orders": SIDES}},
        "scopes": ["progress-agent"],
    },
    changes={
        "timeouts{general}": "7d",
        "retries{pubsub}.policy": "constant",
        "retries{pubsub}.duration": "2s",
        "retries{pubsub}.max_interval": "10s",
        "retries{pubsub}.max_retries": -1,
        "circuit_breakers{simple}.trip": "consecutiveFailures > 6",
        "circuit_breakers{simple}.timeout": "60s",
        "circuit_breakers{simple}.interval": "9s",
        "circuit_breakers{simple}.max_requests": 2,
        **{
            f"targets.{target}.{field}": "other"
            for target in ("components{broker}.inbound", "components{broker}.outbound", "apps{orders}")
            for field in ("timeout", "retry", "circuit_breaker")
        },
        "scopes[0]": "triage-service",
    },
    refused=[
        *(("timeouts{general}", "5"), ("timeouts", {"a b": "5s"}), ("retries{pubsub}.policy", "linear")),
        *(("retries{pubsub}.max_retries", -2), ("retries{pubsub}.maxRetries", 3), ("retries{pubsub}", "5s")),
        *(("circuit_breakers{simple}.trip", "true"), ("circuit_breakers{simple}.max_requests", 0)),
        *(("targets.apps{orders}.timeout", "nosuch"), ("targets.apps{orders}.retry", "general")),
        *(("targets.components{broker}.inbound.circuit_breaker", "nosuch"), ("targets.actors", {})),
        *(("targets.components", {"nosuch": {}}), ("scopes", "orders"), ("policies", {})),
    ],
)


def test_durations_are_in_units_of_go() -> None:
    found = made(resiliency={"timeouts": {"slow": "7d"}})
    assert look(found, "daprresiliency-resiliency.spec.policies") == {"timeouts": {"slow": "168h"}}


def test_the_object_belongs_to_the_binding() -> None:
    assert look(made(resiliency={}), "daprresiliency-resiliency.metadata.name") == "payments.resiliency"


@pytest.mark.parametrize(
    ("target", "path", "got"),
    [
        ({"apps": {"orders": {"timeout": "genral"}}}, "apps.orders.timeout", "'genral'; did you mean 'general'?"),
        ({"apps": {"orders": {"retry": "general"}}}, "apps.orders.retry", "'general'"),
        (
            {"components": {"broker": {"outbound": {"circuit_breaker": "simple"}}}},
            "components.broker.outbound.circuit_breaker",
            "'simple'",
        ),
    ],
)
def test_a_policy_that_does_not_exist_is_an_error_at_its_place(target: Json, path: str, got: str) -> None:
    resiliency: Json = {"timeouts": {"general": "5s"}, "targets": target}
    assert reported({}, components={"broker": KAFKA}, resiliency=resiliency) == [
        f"spec.dapr.resiliency.targets.{path}: a target must name a policy of spec.dapr.resiliency; got {got}"
    ]


def test_so_is_a_component_that_does_not_exist() -> None:
    resiliency: Json = {"targets": {"components": {"brokers": {}}}}
    assert reported({}, components={"broker": KAFKA}, resiliency=resiliency) == [
        (
            "spec.dapr.resiliency.targets.components.brokers: a target must be a component of spec.dapr.components; "
            "got 'brokers'; did you mean 'broker'?"
        )
    ]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({}, True),
        ({"targets": {}}, True),
        ({"timeouts": {"a": "5s"}, "targets": {"apps": {"x": {"timeout": "a"}}}}, True),
        ({"targets": {"apps": {"x": {"timeout": "${A}"}}}}, True),
        ({"targets": {"apps": {"x": {"timeout": "a"}}}}, False),
        ({"retries": {"a": {}}, "targets": {"components": {"x": {"inbound": {"retry": "a"}}}}}, True),
        ({"timeouts": {"a": "5s"}, "targets": {"components": {"x": {"inbound": {"retry": "a"}}}}}, False),
    ],
)
def test_an_api_server_looks_policies_up_too(value: Json, expected: bool) -> None:
    (rule,) = Resiliency.rules
    assert judge(rule.cel, "self", value) == expected
