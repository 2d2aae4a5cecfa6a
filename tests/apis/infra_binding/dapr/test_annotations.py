import pytest

from function.apis.infra_binding.dapr.annotations import annotations
from function.apis.sidecar_token import STORE_OFF
from function.base.manifest import Json
from function.delivery.live import asked
from tests.bindings import binding, composite, model, process, settled
from tests.documents import platform
from tests.support import look

ALLOWED: Json = {"podAnnotations": ["dapr.io/"]}
JOBS: dict[str, Json] = {"deployment": {"type": "kubernetes"}, "resources": {"order_agent": process()}}
SIDECAR: Json = {"limits": {"memory": "200Mi"}, "processes": ["order_agent"]}


def pods(dapr: Json, *, enabled: bool = True) -> Json:
    """Return the metadata of the pods of the process `order_agent`."""
    settings = platform(policy=ALLOWED, dapr={"enabled": enabled})
    found = settled(composite(binding(dapr=dapr, **JOBS)), settings)
    return look(asked(found["flinkdeployment-order_agent"]), "spec.podTemplate.metadata")


def test_the_pods_of_a_job_have_a_sidecar() -> None:
    assert pods({"sidecar": SIDECAR}) == {
        "annotations": {
            "dapr.io/enabled": "true",
            "dapr.io/sidecar-memory-limit": "200Mi",
            "dapr.io/app-id": "order-agent",
            **STORE_OFF,
        }
    }


def test_it_uses_the_configuration_of_the_binding() -> None:
    assert look(pods({"sidecar": SIDECAR, "configuration": {}}), "annotations") == {
        "dapr.io/enabled": "true",
        "dapr.io/sidecar-memory-limit": "200Mi",
        "dapr.io/app-id": "order-agent",
        **STORE_OFF,
        "dapr.io/config": "payments.dapr",
    }


@pytest.mark.parametrize("dapr", [{"sidecar": {"limits": {"memory": "200Mi"}}}, {"configuration": {}}, {}])
def test_a_process_that_is_not_listed_has_none(dapr: Json) -> None:
    assert pods(dapr) is None
    assert annotations(model(dapr=dapr).dapr, "payments", "order_agent") == {}


def test_without_dapr_nothing_asks_for_a_sidecar() -> None:
    assert pods({"sidecar": SIDECAR}, enabled=False) is None
