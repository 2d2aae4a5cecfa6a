from function.base.meta import Meta
from function.manifests.secret_store import manifest


def test_the_manifest() -> None:
    made = manifest(Meta("payments", "shop"), name="payments-vault", provider={"vault": {"server": "https://vault"}})
    assert list(made) == ["apiVersion", "kind", "metadata", "spec"]
    assert made == {
        "apiVersion": "external-secrets.io/v1",
        "kind": "SecretStore",
        "metadata": {"name": "payments-vault", "namespace": "shop"},
        "spec": {"provider": {"vault": {"server": "https://vault"}}},
    }
