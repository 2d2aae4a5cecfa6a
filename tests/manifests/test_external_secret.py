from function.base.manifest import Manifest
from function.base.meta import Meta
from function.manifests.external_secret import manifest


def test_the_manifest() -> None:
    remotes: dict[str, Manifest] = {"user": {"key": "a", "property": "u"}, "tls.key": {"key": "a"}}
    made = manifest(
        Meta("payments", "shop"), name="shop.db", target="db", store="s", refresh_interval="5m", remotes=remotes
    )
    assert list(made) == ["apiVersion", "kind", "metadata", "spec"]
    assert made == {
        "apiVersion": "external-secrets.io/v1",
        "kind": "ExternalSecret",
        "metadata": {"name": "shop.db", "namespace": "shop"},
        "spec": {
            "refreshInterval": "5m",
            "secretStoreRef": {"kind": "SecretStore", "name": "s"},
            "target": {"name": "db", "creationPolicy": "Owner", "deletionPolicy": "Retain"},
            "data": [
                {"secretKey": "user", "remoteRef": {"key": "a", "property": "u"}},
                {"secretKey": "tls.key", "remoteRef": {"key": "a"}},
            ],
        },
    }
