import pytest

from function.base.manifest import Manifest, at, items_at, mapping_at
from function.base.meta import Meta
from function.manifests.workspace import Module, manifest
from tests.schemas import violations

MODULE = Module(address="git::https://example.org/a.git?ref=v1", workspace="prod", backend={"key": "b", "bucket": "a"})
CONFIG: Manifest = {"kind": "ProviderConfig", "name": "aws"}
SECRET: Manifest = {"secretKeyRef": {"name": "db", "key": "password"}}


def made(*, apply: bool = False, empty: bool = False) -> Manifest:
    return manifest(
        Meta("orders", "shop"),
        name="orders.terraform",
        module=MODULE,
        variables={} if empty else {"days": 30},
        secrets={} if empty else {"password": SECRET},
        provider_config=CONFIG,
        apply=apply,
    )


def test_the_manifest() -> None:
    assert violations(made()) == []
    assert made() == {
        "apiVersion": "tf.m.upbound.io/v1beta1",
        "kind": "Workspace",
        "metadata": {
            "name": "orders.terraform",
            "namespace": "shop",
            "annotations": {"crossplane.io/external-name": "prod"},
        },
        "spec": {
            "managementPolicies": ["Observe"],
            "forProvider": {
                "source": "Remote",
                "module": "git::https://example.org/a.git?ref=v1",
                "initArgs": ["-backend-config=bucket=a", "-backend-config=key=b"],
                "env": [{"name": "TF_VAR_password", **SECRET}],
                "varmap": {"days": 30},
            },
            "providerConfigRef": CONFIG,
        },
    }


@pytest.mark.parametrize("apply", [True, False])
def test_nothing_is_ever_destroyed(apply: bool) -> None:
    policies = items_at(made(apply=apply), "spec", "managementPolicies")
    assert "Observe" in policies
    assert not {"Delete", "*"} & set(map(str, policies))
    assert ("Update" in policies) == apply


def test_what_is_empty_is_left_out() -> None:
    assert violations(made(empty=True)) == []
    assert {"env", "varmap"}.isdisjoint(mapping_at(made(empty=True), "spec", "forProvider"))
    assert at(made(empty=True), "spec", "forProvider", "source") == "Remote"
