from function.base.meta import Meta
from function.manifests.trigger_authentication import manifest


def test_the_manifest() -> None:
    made = manifest(Meta("orders", "shop"), spec={"podIdentity": {"provider": "aws"}})
    assert list(made) == ["apiVersion", "kind", "metadata", "spec"]
    assert made == {
        "apiVersion": "keda.sh/v1alpha1",
        "kind": "TriggerAuthentication",
        "metadata": {"name": "orders-scaler", "namespace": "shop"},
        "spec": {"podIdentity": {"provider": "aws"}},
    }
