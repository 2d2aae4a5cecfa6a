import pytest

from function.base.manifest import Json, Manifest, at
from function.base.request import Request
from function.render import render
from tests.bindings import PLATFORM, binding, composite, manifests, model, process, settled
from tests.dapr import KAFKA, REDIS, files, made, reported
from tests.documents import platform
from tests.support import look, outcome

WITHOUT_DAPR = platform()


def test_entries_are_sorted() -> None:
    dapr = model(dapr={"components": {"b": KAFKA, "a": REDIS}}).dapr
    assert dapr is not None
    assert [(section, name) for section, name, _ in dapr.members()] == [
        ("dapr.components", "a"),
        ("dapr.components", "b"),
    ]


def test_applications_use_a_component_by_the_name_of_its_entry() -> None:
    found = made(components={"statestore-redis": REDIS})
    assert look(found["daprcomponent-statestore-redis"], "metadata.name") == "statestore-redis"


def test_two_bindings_of_a_namespace_do_not_share_a_component() -> None:
    """The first one owns it; the other one says so in its status."""
    annotations = look(made(components={"store": REDIS}), "daprcomponent-store.metadata.annotations")
    assert annotations == {"platform.fn.bizmatters.io/owner-44d46151": "shop/payments"}


def test_without_dapr_nothing_is_created_and_the_document_says_why() -> None:
    spec = binding(dapr={"components": {"store": REDIS}})
    found = manifests(spec, WITHOUT_DAPR)
    assert list(found) == ["document"]
    assert "PlatformConfig.spec.dapr.enabled is not set" in str(at(found["document"], "data", "unmanaged.yaml"))


def test_the_document_has_each_component_with_its_object() -> None:
    found = files(components={"store": REDIS, "broker": KAFKA})
    assert found["binding.yaml"]["dapr"] == {"components": {"store": REDIS, "broker": KAFKA}}
    assert found["dapr.yaml"]["components"]["store"] == {
        **REDIS,
        "physical": "store",
        "managed_by": {"apiVersion": "dapr.io/v1alpha1", "kind": "Component", "namespace": "shop", "name": "store"},
    }
    assert list(found["dapr.yaml"]["components"]) == ["broker", "store"]


def test_the_status_has_each_component() -> None:
    status = outcome(composite(binding(dapr={"components": {"store": REDIS}})), PLATFORM).status
    assert look(status, "bindings.0.name") == "dapr.components.store"
    assert look(status, "bindings.0.managed") is True
    assert look(status, "sections.0") == {"name": "dapr", "entries": 1, "managed": 1, "ready": 0}


def test_an_existing_component_that_the_binding_needs_is_not_removed_with_the_setting() -> None:
    document = composite(binding(dapr={"components": {"store": REDIS}}))
    fatal = render(Request(xr=document, observed=settled(document), platform=WITHOUT_DAPR)).fatal
    assert fatal is not None
    assert "this object exists and spec.dapr.components.store still needs it" in fatal


def test_a_job_waits_for_the_components_that_its_sidecar_loads() -> None:
    jobs: Manifest = {"deployment": {"type": "kubernetes"}, "resources": {"p": process()}}
    spec = binding(**jobs, dapr={"components": {"store": REDIS}})
    assert sorted(manifests(spec)) == ["daprcomponent-store", "document"]
    assert sorted(settled(composite(spec))) == ["daprcomponent-store", "document", "flinkdeployment-p"]


@pytest.mark.parametrize(
    ("dapr", "path"),
    [
        ({"components": {"a_b": REDIS}}, "spec.dapr.components.a_b"),
        ({"components": {"Store": REDIS}}, "spec.dapr.components.Store"),
        ({"components": {"store": {"type": "state.abacus"}}}, "spec.dapr.components.store.type"),
        ({"components": {"store": {}}}, "spec.dapr.components.store.type"),
        ({"components": [REDIS]}, "spec.dapr.components"),
        ({"components": {"store": {**REDIS, "scopes": ["a" * 59]}}}, "spec.dapr.components.store.scopes[0]"),
        ({"component": {}}, "spec.dapr.component"),
        ("dapr", "spec.dapr"),
    ],
)
def test_what_is_refused(dapr: Json, path: str) -> None:
    fatal = outcome(composite(binding(dapr=dapr)), PLATFORM).fatal
    assert fatal is not None
    assert fatal.startswith(f"{path}: ")


def test_a_type_that_the_platform_does_not_allow_is_refused_at_its_place() -> None:
    allowed: Manifest = {"components": ["pubsub.kafka"]}
    found = reported({}, platform(policy={"dapr": allowed}), components={"store": REDIS, "broker": KAFKA})
    assert found == [
        (
            "spec.dapr.components.store.type: components of type state.redis are not among those allowed; not allowed "
            "by PlatformConfig.spec.policy.dapr.components"
        )
    ]
