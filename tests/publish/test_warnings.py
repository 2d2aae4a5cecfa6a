"""The policy for the API server warns exactly where the function does, with the built-in settings."""

import re
from typing import Any

import pytest

from function.apis.registry import APIS
from function.base.manifest import at, items_at, text_at
from function.base.problems import warnings
from function.platform.config import PlatformConfig
from function.publish.warnings import admission
from function.render import check
from tests.cel import is_a_truth_value, judge
from tests.documents import namespaced, worker

API = APIS["EventDrivenService"]
POLICY, BINDING = admission(API, PlatformConfig())
EXPRESSIONS = {
    doubt.code: expression
    for doubt in API.doubts
    if doubt.cel is not None and (expression := doubt.cel(PlatformConfig())) is not None
}
SPECS: list[dict[str, Any]] = [
    {},
    *({"disruptionBudget": {"minAvailable": amount}} for amount in (0, 1, "0%", "1%", "100%")),
    *({"disruptionBudget": {"maxUnavailable": amount}} for amount in (0, 1, "0", "0%", "1%", "50%")),
    *(
        {"disruptionBudget": {"minAvailable": amount}, "scaling": {"minReplicas": replicas}}
        for amount in (1, 2, 3, "50%", "66%", "67%", "99%")
        for replicas in (0, 1, 3)
    ),
    {"scaling": {"enabled": False, "minReplicas": 2}},
    {"scaling": {"enabled": False, "maxReplicas": 2}},
    {"scaling": {"enabled": False, "paused": True}},
    {"scaling": {"enabled": False, "paused": False, "triggers": [], "cooldownPeriod": 0}},
    {"scaling": {"enabled": False, "cooldownPeriod": 60}},
    {"scaling": {"enabled": False, "fallback": {"failureThreshold": 1, "replicas": 1}}},
    {"scaling": {"enabled": False, "triggers": [{"type": "cpu", "utilization": 70}]}},
    {"scaling": {"enabled": True, "maxReplicas": 2, "lagThreshold": 7}},
    *(
        {"scaling": {**bounds, "triggers": [schedule]}}
        for bounds in ({}, {"maxReplicas": 3}, {"minReplicas": 20}, {"minReplicas": 2})
        for schedule in (
            {"type": "cron", "timezone": "UTC", "start": "0 8 * * *", "end": "0 9 * * *", "desiredReplicas": number}
            for number in (3, 10, 11, 20, 21)
        )
    ),
    *({"httpPort": port} for port in (80, 1023, 1024, 8080)),
    *({"metrics": {"port": port}} for port in (80, 1024)),
    {"metrics": {"enabled": False, "port": 80}},
    {"metrics": {}},
    *({"progressDeadlineSeconds": deadline, "probes": {"startup": {}}} for deadline in (299, 300, 301)),
    {"progressDeadlineSeconds": 60, "probes": {"startup": {"enabled": False}}},
    {"progressDeadlineSeconds": 60, "probes": {"liveness": {}}},
    {"progressDeadlineSeconds": 60},
    {
        "progressDeadlineSeconds": 70,
        "probes": {"startup": {"initialDelaySeconds": 50, "periodSeconds": 2, "failureThreshold": 10}},
    },
]


@pytest.mark.parametrize("fields", SPECS, ids=str)
@pytest.mark.parametrize("code", EXPRESSIONS)
def test_both_have_the_same_doubts(code: str, fields: dict[str, Any]) -> None:
    document = namespaced(worker(**fields))
    found = {problem.code for problem in warnings(check(document, {}))}
    assert judge(EXPRESSIONS[code], "object", document) == (code not in found)


@pytest.mark.parametrize("code", EXPRESSIONS)
def test_each_doubt_occurs_and_does_not(code: str) -> None:
    documents = [namespaced(worker(**fields)) for fields in SPECS]
    assert {judge(EXPRESSIONS[code], "object", document) for document in documents} == {True, False}


@pytest.mark.parametrize("code", EXPRESSIONS)
def test_an_expression_is_a_truth_value_in_one_line(code: str) -> None:
    assert is_a_truth_value(EXPRESSIONS[code], "object")
    assert "\n" not in EXPRESSIONS[code]


def test_nothing_is_ever_rejected() -> None:
    assert at(BINDING, "spec", "validationActions") == ["Warn"]
    assert at(POLICY, "spec", "failurePolicy") == "Ignore"
    assert at(BINDING, "spec", "policyName") == at(POLICY, "metadata", "name")


def test_a_warning_begins_with_the_field() -> None:
    texts = [text_at(check, "message") for check in items_at(POLICY, "spec", "validations")]
    assert len(texts) == len(EXPRESSIONS)
    assert all(re.match(r"spec\.\w+(\.\w+)?: .+\. Hint: ", text) for text in texts)


def test_an_api_without_doubts_has_no_policy() -> None:
    assert admission(APIS["InfraBinding"], PlatformConfig()) == []
