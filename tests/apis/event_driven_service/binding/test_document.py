import pytest

from function.apis.event_driven_service.binding.document import described, foreign, requirements, section
from function.base.identity import Identity
from function.base.manifest import Json
from function.base.outcome import Requirement
from tests.bound import STREAMS, document


def repr_of(value: object) -> str:
    return repr(value)[:20]


GROUP = "platform.bizmatters.io"
IDENTITY = Identity(scope="claims", name="orders", namespace="shop")


def test_the_requirement_names_the_binding() -> None:
    """Crossplane remembers answers by name: for another binding, an old answer must not be taken for a new one."""
    assert requirements("payments", IDENTITY) == {
        "binding/payments": Requirement(api_version="v1", kind="ConfigMap", namespace="shop", name="payments-binding")
    }
    assert described("payments") == "ConfigMap 'payments-binding'"


def test_a_document_belongs_to_the_binding_whose_labels_it_has() -> None:
    assert foreign(document(), "payments", GROUP, "InfraBinding") is None
    assert foreign(document(), "other", GROUP, "InfraBinding") is not None


@pytest.mark.parametrize(
    ("owner", "own"),
    [
        ({"apiVersion": f"{GROUP}/v1alpha1", "kind": "InfraBinding", "name": "payments", "controller": True}, True),
        ({"apiVersion": f"{GROUP}/v2", "kind": "InfraBinding", "name": "payments", "controller": True}, True),
        ({"apiVersion": "example.org/v1alpha1", "kind": "InfraBinding", "name": "payments", "controller": True}, False),
        ({"apiVersion": f"{GROUP}.example/v1", "kind": "InfraBinding", "name": "payments", "controller": True}, False),
        ({"apiVersion": "v1", "kind": "InfraBinding", "name": "payments", "controller": True}, False),
        ({"apiVersion": GROUP, "kind": "InfraBinding", "name": "payments", "controller": True}, False),
        ({"apiVersion": 1, "kind": "InfraBinding", "name": "payments", "controller": True}, False),
        ({"kind": "InfraBinding", "name": "payments", "controller": True}, False),
        ({"kind": "Deployment", "name": "payments"}, True),
        ({"kind": "Deployment", "name": "payments", "controller": True}, False),
        ({"apiVersion": f"{GROUP}/v1alpha1", "kind": "InfraBinding", "name": "other", "controller": True}, False),
        ({"controller": True}, False),
    ],
)
def test_only_the_binding_may_control_it(owner: Json, own: bool) -> None:
    assert (foreign(document(ownerReferences=[owner]), "payments", GROUP, "InfraBinding") is None) == own


def test_a_section_has_its_entries() -> None:
    entries, wrong = section(document(), "streams", "payments")
    assert (entries.keys(), wrong) == (STREAMS.keys(), None)


def test_an_absent_section_has_no_entries() -> None:
    assert section(document(), "checkpoints", "payments") == ({}, None)
    assert section({}, "streams", "payments") == ({}, None)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "1", "null", "orders: {}", 2, [], "[" * 100_000, "9" * 5000], ids=repr_of
)
def test_what_is_no_object_is_a_problem_without_its_text(text: Json) -> None:
    entries, wrong = section({"data": {"streams.yaml": text}}, "streams", "payments")
    assert entries == {}
    assert wrong is not None
    assert wrong.path == "spec.bindingRef.name"
    assert "streams.yaml" in wrong.message
    assert len(wrong.message) < 200
