from function.base.manifest import Manifest, at
from function.base.meta import Meta
from function.manifests.external_secret import manifest


def test_the_manifest() -> None:
    remotes: dict[str, Manifest] = {"user": {"key": "a", "property": "u"}, "tls.key": {"key": "a"}}
    made = manifest(
        Meta("payments", "shop"),
        name="shop.db",
        target="db",
        store="s",
        refresh_interval="5m",
        remotes=remotes,
        template={},
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


def test_a_template_adds_keys_and_keeps_those_that_are_fetched() -> None:
    """Without mergePolicy, the fetched keys vanish from the Secret as soon as there is a template."""
    made = manifest(
        Meta("payments", "shop"),
        name="shop.db",
        target="db",
        store="s",
        refresh_interval="5m",
        remotes={"user": {"key": "a"}},
        template={"jaas": 'u="{{ index . "user" }}"'},
    )
    assert at(made, "spec", "target", "template") == {
        "mergePolicy": "Merge",
        "data": {"jaas": 'u="{{ index . "user" }}"'},
    }
