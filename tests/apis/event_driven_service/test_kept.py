"""Deprecated fields render with their old meaning."""

import pytest

from function.apis.event_driven_service.kept import NOTHING, translated
from function.apis.event_driven_service.model.service import EventDrivenService
from function.apis.event_driven_service.model.taken_over import TakenOverService
from function.base.manifest import Json, Manifest
from tests.documents import platform, worker
from tests.support import assert_renders, manifests

TAKEOVER = platform(takeoverMode=True)
MAIN = "deployment.spec.template.spec.containers.0"
INIT: Manifest = {"command": ["./migrate"]}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"secret2Name": "b", "secret1Name": "a", "secretRefs": [{"name": "own", "envFrom": True}]},
            {
                f"{MAIN}.envFrom": [
                    {"secretRef": {"name": "own"}},
                    {"secretRef": {"name": "a", "optional": True}},
                    {"secretRef": {"name": "b", "optional": True}},
                ]
            },
        ),
        (
            {"livenessProbe": {"httpGet": {"path": "/live", "port": 8081}, "periodSeconds": 20}},
            {
                f"{MAIN}.livenessProbe": {"httpGet": {"path": "/live", "port": 8081}, "periodSeconds": 20},
                f"{MAIN}.readinessProbe.httpGet": {"path": "/ready", "port": 8080},
            },
        ),
        (
            {"readinessProbe": {"httpGet": {"port": "http", "scheme": "HTTPS"}, "successThreshold": 2}},
            {
                f"{MAIN}.readinessProbe": {
                    "httpGet": {"path": "/", "port": "http", "scheme": "HTTPS"},
                    "successThreshold": 2,
                }
            },
        ),
        ({"initContainer": INIT}, {"deployment.spec.template.spec.initContainers": None}),
        (
            {"initContainer": INIT, "takeover": {"initContainer": True}},
            {"deployment.spec.template.spec.initContainers.0.command": ["./migrate"]},
        ),
        ({"takeover": {"httpService": True}}, {"http-service": None}),
    ],
    ids=str,
)
def test_a_field_means_what_it_meant(fields: dict[str, Json], expected: dict[str, Json]) -> None:
    assert_renders(worker(**fields), expected, TAKEOVER)


def test_an_init_container_that_does_not_run_allows_no_time() -> None:
    assert manifests(worker(initContainer=INIT), TAKEOVER) == manifests(worker(), TAKEOVER)


def test_a_claim_without_them_renders_as_before() -> None:
    assert manifests(worker(), TAKEOVER) == manifests(worker())


def test_a_model_without_them_is_not_copied() -> None:
    spec = EventDrivenService.model_validate(worker())
    assert translated(spec) == (spec, NOTHING)
    assert translated(spec)[0] is spec


@pytest.mark.parametrize(
    ("fields", "paths"),
    [
        ({}, ()),
        ({"size": "small"}, ()),
        ({"size": "micro"}, ("spec.size",)),
        ({"secret3Name": "c", "secret1Name": "a"}, ("spec.secret1Name", "spec.secret3Name")),
        ({"readinessProbe": {"httpGet": {"port": 1}}}, ("spec.readinessProbe",)),
        ({"initContainer": INIT}, ()),
    ],
    ids=str,
)
def test_what_is_deprecated_is_listed(fields: dict[str, Json], paths: tuple[str, ...]) -> None:
    assert translated(TakenOverService.model_validate(worker(**fields)))[1].fields == paths
