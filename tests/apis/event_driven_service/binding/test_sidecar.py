import json

import pytest

from function.apis.sidecar_token import STORE_OFF
from function.base.manifest import Json, Manifest, mapping_at
from tests.bindings import binding
from tests.bindings import manifests as of_binding
from tests.bound import document, rendered, service, variable
from tests.documents import platform
from tests.support import look

COMMON: Manifest = {"dapr.io/enabled": "true", "dapr.io/sidecar-memory-limit": "200Mi"}
OWN: Manifest = {"dapr.io/app-id": "orders", "dapr.io/app-port": "8080", **STORE_OFF}
REFERENCE: Manifest = {
    "apiVersion": "dapr.io/v1alpha1",
    "kind": "Configuration",
    "namespace": "shop",
    "name": "payments.dapr",
}
ALLOWED = platform(policy={"podAnnotations": ["dapr.io/"]})
POD = "spec.forProvider.manifest.spec.template.metadata"
AGAIN = "Hint: revert the change to the ConfigMap, or delete it; the binding then recreates it"


def written(annotations: Json = COMMON, **dapr: Json) -> Manifest:
    """Return the document of a binding that has these annotations for sidecars."""
    section: Json = {"sidecar": {"client": {"annotations": annotations}}, **dapr}
    return {**document(), "data": {"dapr.yaml": json.dumps(section)}}


def annotations(found: Manifest, settings: Manifest = ALLOWED, **fields: Json) -> Json:
    """Return the annotations of the pods of a service that wants a sidecar."""
    answer = rendered(service(sidecar=True, **fields), found, platform=settings)
    assert answer.fatal is None, answer.fatal
    return look(answer.resources["deployment"].manifest, f"{POD}.annotations")


def refusal(found: Manifest, settings: Manifest = ALLOWED) -> str | None:
    answer = rendered(service(sidecar=True), found, platform=settings)
    assert not answer.resources
    return answer.fatal


def test_the_pods_have_what_the_binding_says_and_who_they_are() -> None:
    assert annotations(written()) == {**COMMON, **OWN}


def test_they_refer_to_the_configuration_of_the_binding() -> None:
    found = annotations(written(configuration={"managed_by": REFERENCE}))
    assert found == {**COMMON, **OWN, "dapr.io/config": "payments.dapr"}


def test_without_such_an_object_they_refer_to_none() -> None:
    assert annotations(written(configuration={"metrics": True})) == {**COMMON, **OWN}


def test_the_port_is_that_of_the_service() -> None:
    found = annotations(written(), httpPort=8000)
    assert isinstance(found, dict)
    assert found["dapr.io/app-port"] == "8000"


def test_the_annotations_of_the_claim_win() -> None:
    found = annotations(written(), podAnnotations={"dapr.io/app-id": "other", "team": "a"})
    assert found == {**COMMON, **OWN, "dapr.io/app-id": "other", "team": "a"}


def test_nothing_is_added_unless_the_claim_asks_for_it() -> None:
    found = {**written(), "data": {**mapping_at(document(), "data"), **mapping_at(written(), "data")}}
    answer = rendered(service(variable()), found, platform=ALLOWED)
    assert answer.fatal is None
    assert look(answer.resources["deployment"].manifest, f"{POD}.annotations") is None


def test_the_document_of_a_binding_is_what_is_read() -> None:
    spec = binding(dapr={"configuration": {}, "sidecar": {"limits": {"memory": "200Mi"}}})
    data = look(of_binding(spec), "document.data")
    assert annotations({**document(), "data": data}) == {**COMMON, **OWN, "dapr.io/config": "payments.dapr"}


@pytest.mark.parametrize("data", [{}, {"dapr.yaml": "{}"}, {"dapr.yaml": '{"components": {}}'}])
def test_a_binding_without_sidecars_is_an_error(data: Json) -> None:
    assert refusal({**document(), "data": data}) == (
        "spec.bindingRef.sidecar: binding 'payments' has no sidecars. Hint: add dapr.sidecar to the binding"
    )


@pytest.mark.parametrize(
    ("allowed", "denied"),
    [
        (
            [],
            ("dapr.io/app-id, dapr.io/app-port, dapr.io/enabled, dapr.io/sidecar-memory-limit"),
        ),
        (["dapr.io/app-", "dapr.io/enabled"], "dapr.io/sidecar-memory-limit"),
    ],
)
def test_the_platform_must_allow_each_annotation(allowed: Json, denied: str) -> None:
    assert refusal(written(), platform(policy={"podAnnotations": allowed})) == (
        f"spec.bindingRef.sidecar: adds the annotations {denied}; not allowed by "
        "PlatformConfig.spec.policy.podAnnotations"
    )


@pytest.mark.parametrize(
    ("annotations", "place"),
    [
        ({**COMMON, "dapr.io/sidecar-image": "evil"}, "dapr.io/sidecar-image: unknown field"),
        ({**COMMON, "dapr.io/enabled": "false"}, "dapr.io/enabled: must be"),
        ({**COMMON, "dapr.io/sidecar-cpu-limit": "much"}, "dapr.io/sidecar-cpu-limit: must be"),
        ({**COMMON, "dapr.io/metrics-port": "0"}, "dapr.io/metrics-port: must be"),
        ({"dapr.io/metrics-port": "9090"}, "dapr.io/enabled: required field missing"),
    ],
)
def test_what_no_binding_writes_is_an_error(annotations: Json, place: str) -> None:
    found = refusal(written(annotations)) or ""
    what = "spec.bindingRef.name: ConfigMap 'payments-binding' is not valid at dapr.sidecar.client.annotations"
    assert found.startswith(f"{what}.{place}")
    assert AGAIN in found


@pytest.mark.parametrize("change", [{"kind": "Secret"}, {"name": "a b"}, {"apiVersion": "v1"}])
def test_a_reference_to_something_else_is_an_error(change: Manifest) -> None:
    found = refusal(written(configuration={"managed_by": {**REFERENCE, **change}})) or ""
    assert found.startswith("spec.bindingRef.name: ConfigMap 'payments-binding' is not valid at dapr.configuration.")


@pytest.mark.parametrize("value", ["dapr.io/enabled", ["dapr.io/enabled"], {"dapr.io/enabled": True}, {"a": {"b": {}}}])
def test_what_is_no_object_of_texts_is_an_error(value: Json) -> None:
    what = "spec.bindingRef.name: ConfigMap 'payments-binding' has something other than an object of strings at"
    assert refusal(written(value)) == f"{what} dapr.sidecar.client.annotations. {AGAIN}"
    found = refusal(written(configuration={"managed_by": value}))
    assert found == f"{what} dapr.configuration.managed_by. {AGAIN}"


def test_a_value_that_is_nested_too_deep_is_an_error() -> None:
    deep = '{"sidecar": {"client": {"annotations": {"a": ' + "[" * 900 + "]" * 900 + "}}}}"
    found = refusal({**document(), "data": {"dapr.yaml": deep}}) or ""
    assert found.startswith("spec.bindingRef.name: ConfigMap 'payments-binding' ")


def test_a_service_without_a_sidecar_does_not_care() -> None:
    found = {**document(), "data": {**mapping_at(document(), "data"), "dapr.yaml": "{"}}
    assert rendered(service(variable()), found).fatal is None
