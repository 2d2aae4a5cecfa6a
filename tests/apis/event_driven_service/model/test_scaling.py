import pytest
from pydantic import ValidationError

from function.apis.event_driven_service.model.scaling import Scaling
from function.apis.event_driven_service.triggers import MODELS
from function.base.manifest import Json, Manifest
from tests.cel import judge
from tests.documents import worker
from tests.support import assert_rejects


@pytest.mark.parametrize(
    ("scaling", "holds"),
    [
        ({}, True),
        ({"minReplicas": 0}, True),
        ({"minReplicas": 20}, True),
        ({"maxReplicas": 1}, True),
        ({"minReplicas": 2, "maxReplicas": 2}, True),
        ({"minReplicas": 3, "maxReplicas": 2}, False),
    ],
)
def test_python_and_cel_agree_on_the_bounds(scaling: Manifest, holds: bool) -> None:
    parsed = Scaling.model_validate(scaling)
    bounds = Scaling.rules[0]
    assert bounds.holds(parsed) == holds
    assert judge(bounds.cel, "self", scaling) == holds


TYPES = ", ".join(MODELS)


@pytest.mark.parametrize(
    ("trigger", "path", "message"),
    [
        ({"type": "lunar"}, ".type", f"must be one of [{TYPES}], got 'lunar'"),
        ({"type": ""}, ".type", f"must be one of [{TYPES}], got ''"),
        ({"type": "Cron"}, ".type", f"must be one of [{TYPES}], got 'Cron'"),
        ({}, ".type", "required field missing"),
        ({"type": None}, ".type", "required field missing"),
        ("cron", "", "must be an object; got a string. Hint: write - {type: cpu, utilization: 1}"),
        (7, "", "must be an object; got 7. Hint: write - {type: cpu, utilization: 1}"),
        ({"type": "cpu"}, ".utilization", "required field missing"),
        (
            {"type": "cpu", "utilization": 80, "utilisation": 80},
            ".utilisation",
            "unknown field; did you mean 'utilization'?",
        ),
    ],
)
def test_a_trigger_that_is_wrong(trigger: Manifest, path: str, message: str) -> None:
    spec = worker(scaling={"triggers": [{"type": "memory", "utilization": 80}, trigger]})
    assert_rejects(spec, f"spec.scaling.triggers[1]{path}", message)


@pytest.mark.parametrize(
    "scaling",
    [
        {"minReplicas": 1001},
        {"maxReplicas": 0},
        {"pollingInterval": 0},
        {"pollingInterval": 3601},
        {"cooldownPeriod": -1},
        {"scaleDownStabilizationSeconds": 3601},
        {"activationLagThreshold": 0},
        {"fallback": {}},
        {"fallback": {"failureThreshold": 3, "replicas": 1, "behavior": "random"}},
        {"triggers": [{"type": "cpu", "utilization": 80}] * 11},
        {"idleReplicaCount": 0},
        {"paused": "yes"},
    ],
)
def test_what_is_refused(scaling: Manifest) -> None:
    with pytest.raises(ValidationError):
        Scaling.model_validate(scaling)


@pytest.mark.parametrize(
    ("names", "holds"),
    [([None, None], True), (["a", "b"], True), (["a", None, "b"], True), (["a", "a"], False), (["a", "b", "a"], False)],
)
def test_python_and_cel_agree_on_the_names_of_triggers(names: list[str | None], holds: bool) -> None:
    triggers: list[Json] = [{"type": "cpu", "utilization": 80, **({"name": name} if name else {})} for name in names]
    unique = Scaling.rules[1]
    assert unique.holds(Scaling.model_validate({"triggers": triggers})) == holds
    assert judge(unique.cel, "self", {"triggers": triggers}) == holds
