"""The commands fit the delivery, and are there unless the status names the cause itself."""

import pytest

from function.apis.event_driven_service.model.service import EventDrivenService
from function.apis.event_driven_service.resolve import prepare
from function.apis.event_driven_service.status.commands import Commands, commands
from function.base.identity import Identity, Scope
from function.base.manifest import Manifest
from function.platform.config import PlatformConfig
from function.platform.diagnosis import Diagnosis
from tests.documents import namespaced, platform, worker, xr
from tests.support import outcome

SPEC = EventDrivenService.model_validate(worker())
PODS = "kubectl describe pods -l app.kubernetes.io/name=orders -n shop"


def shown(scope: Scope, config: PlatformConfig) -> Commands:
    return commands(prepare(SPEC, Identity(scope=scope, name="orders", namespace="shop"), config))


@pytest.mark.parametrize(
    ("scope", "delivery", "objects"),
    [
        (
            "claims",
            "object",
            "objects.kubernetes.crossplane.io -l crossplane.io/claim-name=orders,crossplane.io/claim-namespace=shop",
        ),
        ("namespaced", "object", "objects.kubernetes.m.crossplane.io -l crossplane.io/composite=orders -n shop"),
        ("namespaced", "direct", "eventdrivenservice orders -n shop"),
    ],
)
def test_each_delivery_has_its_commands(scope: Scope, delivery: str, objects: str) -> None:
    config = PlatformConfig.model_validate({"delivery": delivery})
    assert shown(scope, config) == Commands(pods=PODS, objects=f"kubectl describe {objects}")


def test_a_status_that_names_the_cause_needs_no_command() -> None:
    assert shown("claims", PlatformConfig(diagnosis=Diagnosis(pods=True))) == Commands()


@pytest.mark.parametrize(
    ("document", "settings"),
    [
        (xr(worker()), {}),
        (namespaced(worker()), platform(delivery="object")),
        (namespaced(worker()), platform(delivery="direct")),
    ],
)
def test_the_condition_ends_with_the_command(document: Manifest, settings: Manifest) -> None:
    answer = outcome(document, settings)
    available = next(found for found in answer.conditions if found.type == "WorkloadAvailable")
    assert available.reason == "DeploymentNotReady"
    assert " If this lasts: kubectl describe " in available.message
