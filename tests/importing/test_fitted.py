"""A claim that has been checked and has nothing that is a default."""

from typing import Any

import pytest

from function.base.manifest import Json, Manifest
from function.importing.fitted import Fitted, fitted, missing
from tests.documents import worker
from tests.importing.objects import BUILT_IN

NAMED: Manifest = {"name": "orders", "namespace": "shop"}


def of(**fields: Json) -> Fitted:
    return fitted(NAMED, worker(**fields), BUILT_IN, "claims")


def spec(**fields: Json) -> dict[str, Any]:
    found: Any = of(**fields).claim["spec"]
    return dict(found)


def test_defaults_are_left_out_and_the_rest_stays() -> None:
    assert of(healthPath="/health", scaling={"minReplicas": 1, "maxReplicas": 4}).claim == {
        "apiVersion": "platform.bizmatters.io/v1alpha1",
        "kind": "EventDrivenService",
        "metadata": NAMED,
        "spec": worker(scaling={"maxReplicas": 4}),
    }


def test_the_size_takes_what_it_can() -> None:
    amounts: Manifest = {"requests": {"cpu": "250m", "memory": "512Mi"}, "limits": {"cpu": "1000m", "memory": "3Gi"}}
    found = spec(resources=amounts)
    assert (found["size"], found["resources"]) == ("small", {"limits": {"memory": "3Gi"}})


def test_what_is_rejected_is_taken_out_and_told() -> None:
    found = of(httpPort=0)
    assert (found.claim["spec"], found.errors) == (worker(), ())
    assert [reason.problem.path for reason in found.rejected] == ["spec.httpPort"]


def test_an_error_stays() -> None:
    found = of(image="not an image", healthPath="/health")
    assert [problem.path for problem in found.errors] == ["spec.image"]
    assert spec(image="not an image", healthPath="/health")["healthPath"] == "/health"


@pytest.mark.parametrize(
    ("nats", "fields"),
    [
        ({}, ["stream", "consumer"]),
        ({"stream": "a"}, ["consumer"]),
        ({"stream": "", "consumer": 1}, ["stream", "consumer"]),
    ],
)
def test_what_nothing_names_is_missing(nats: Json, fields: list[str]) -> None:
    assert [problem.message for problem in missing({"nats": nats})] == [
        f"no object names the {field}. Hint: use --{field} NAME" for field in fields
    ]
