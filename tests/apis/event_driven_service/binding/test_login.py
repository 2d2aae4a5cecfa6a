from typing import Any

import pytest

from function.base.manifest import Json, Manifest
from function.base.outcome import Outcome
from tests.bound import KAFKA, TRIGGER, document, rendered, service, variable
from tests.documents import platform

OWN: Json = [{"name": "KAFKA_PASSWORD", "value": "$(OTHER)"}]
KEY: Json = [{"name": "kafka", "env": [{"secretKey": "password", "envName": "KAFKA_PASSWORD"}]}]
SETTING: Json = [{"name": "kafka", "env": [{"configMapKey": "password", "envName": "KAFKA_PASSWORD"}]}]
OF_POD: Manifest = {"name": "KAFKA_PASSWORD", "fieldPath": "metadata.name"}
REFUSED = (
    "spec.bindingRef.trigger.stream: KEDA reads password from the variable KAFKA_PASSWORD of the service, which has no "
    "value. Hint: map a key of a Secret to this variable in spec.secretRefs"
)


def scaled(*wanted: str, variables: tuple[Json, ...] = (), settings: Manifest | None = None, **fields: Any) -> Outcome:
    """Return the answer if KEDA takes the password from these variables."""
    login: Json = {"env": [{"parameter": "password", "name": name} for name in wanted or ("KAFKA_PASSWORD",)]}
    streams: Json = {"orders": {**KAFKA, "scaling": {"trigger": TRIGGER, "authentication": login}}}
    spec = service(*variables, trigger={"stream": "orders"}, **fields)
    return rendered(spec, document(streams), platform=settings)


def test_a_variable_that_the_service_does_not_set_is_refused() -> None:
    answer = scaled()
    assert answer.fatal == REFUSED
    assert [problem.code for problem in answer.problems] == ["EP344"]
    assert answer.conditions[0].reason == "BindingInvalid"


def test_each_variable_is_reported() -> None:
    assert len(scaled("KAFKA_PASSWORD", "OTHER").problems) == 2


@pytest.mark.parametrize(
    "fields",
    [
        {"secretRefs": KEY},
        {"configMapRefs": SETTING},
        {"variables": (variable("KAFKA_PASSWORD", stream="orders", field="properties.sasl.password"),)},
        {"env": OWN},
        {"secretRefs": [{"name": "kafka", "envFrom": True}]},
        {"configMapRefs": [{"name": "kafka", "envFrom": True}]},
        {"scaling": {"enabled": False}},
    ],
)
def test_a_variable_that_may_have_a_value_is_accepted(fields: dict[str, Any]) -> None:
    assert scaled(**fields).fatal is None


def test_a_variable_of_the_platform_counts() -> None:
    settings = platform(defaults={"pod": {"env": [{"name": "LEVEL", "value": "a"}]}})
    assert scaled("LEVEL").fatal is not None
    assert scaled("LEVEL", settings=settings).fatal is None


@pytest.mark.parametrize(
    "fields",
    [
        {"env": [{"name": "KAFKA_PASSWORD", "value": ""}]},
        {"env": [{"name": "KAFKA_USER", "value": "app"}]},
        {"secretRefs": [{"name": "kafka", "env": [{"secretKey": "password", "envName": "OTHER"}]}]},
        {"initContainer": {"args": ["migrate"], "env": OWN}},
        {"settings": platform(defaults={"pod": {"env": [OF_POD]}})},
    ],
)
def test_a_variable_that_keda_cannot_read_is_refused(fields: dict[str, Any]) -> None:
    assert scaled(**fields).fatal == REFUSED
