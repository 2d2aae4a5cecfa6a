from dataclasses import replace

import pytest

from function.apis import required_labels
from function.platform.config import PlatformConfig
from tests.bindings import PAYMENTS

CONFIG = PlatformConfig.model_validate({"labels": {"required": ["team", "example.org/cost"]}})


@pytest.mark.parametrize(
    ("labels", "missing"),
    [
        ({}, ["metadata.labels.team", "metadata.labels.example.org/cost"]),
        ({"team": ""}, ["metadata.labels.team", "metadata.labels.example.org/cost"]),
        ({"team": "a", "cost": "7"}, ["metadata.labels.example.org/cost"]),
        ({"team": "a", "example.org/cost": "7"}, []),
    ],
)
def test_what_is_missing(labels: dict[str, str], missing: list[str]) -> None:
    found = list(required_labels.missing(replace(PAYMENTS, labels=labels), CONFIG))
    assert [problem.path for problem in found] == missing
    assert {(problem.message, problem.code) for problem in found} <= {("required label missing", "EP221")}


def test_no_other_label_is_copied() -> None:
    labeled = replace(PAYMENTS, labels={"team": "a", "argocd.argoproj.io/instance": "x"})
    assert required_labels.held(labeled, CONFIG) == {"team": "a"}
    assert required_labels.held(labeled, PlatformConfig()) == {}


def test_nothing_is_missing_where_nothing_is_required() -> None:
    assert list(required_labels.missing(PAYMENTS, PlatformConfig())) == []
