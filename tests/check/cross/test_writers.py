import pytest

from function.base.manifest import Manifest
from tests.check.cross.trees import facts_of, other

ES = "external-secrets.io/v1"
KEYS = frozenset({"a", "b"})


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (other("Secret", data={"a": "x"}, stringData={"b": "y"}), ("shop", "x", KEYS)),
        (other("Secret"), ("shop", "x", frozenset())),
        (other("ExternalSecret", api=ES, spec={"data": [{"secretKey": "a"}, {"secretKey": "b"}]}), ("shop", "x", KEYS)),
        (other("ExternalSecret", api=ES, spec={"target": {"name": "y"}, "dataFrom": [{}]}), ("shop", "y", None)),
        (other("ExternalSecret", api=ES, spec={"target": {"template": {"data": {}, "x": 1}}}), ("shop", "x", None)),
        (
            other("SealedSecret", api="bitnami.com/v1alpha1", spec={"encryptedData": {"a": "", "b": ""}}),
            ("shop", "x", KEYS),
        ),
        (other("Certificate", api="cert-manager.io/v1", spec={"secretName": "y"}), ("shop", "y", None)),
        (other("PostgresInstance", spec={"writeConnectionSecretToRef": {"name": "y"}}), ("shop", "y", None)),
        (
            other("RDSInstance", spec={"writeConnectionSecretToRef": {"name": "y", "namespace": "z"}}),
            ("z", "y", None),
        ),
    ],
)
def test_who_writes_which_secret(document: Manifest, expected: tuple[str, str, frozenset[str] | None]) -> None:
    (writer,) = facts_of(document).writers
    assert writer[:3] == expected
    assert str(writer.mark) == f"{document['kind']} shop/x (1.yaml:1)"


@pytest.mark.parametrize(
    "document",
    [
        other("Deployment"),
        {
            "apiVersion": "v1",
            "kind": "Secret",
            "metadata": {"name": "x", "ownerReferences": [{"kind": "ExternalSecret"}]},
        },
        other("ExternalSecret", "", api=ES, spec={}),
        other("Certificate", api="example.org/v1", spec={"secretName": "y"}),
        other("X", spec={"writeConnectionSecretToRef": "y"}),
        other("X", spec=None),
        {"kind": "Secret", "metadata": {"name": "x"}},
    ],
)
def test_what_writes_none(document: Manifest) -> None:
    assert facts_of(document).writers == ()


def test_values_are_not_kept() -> None:
    assert "hunter2" not in repr(facts_of(other("Secret", stringData={"a": "hunter2"})).writers)
