from function.base.meta import Meta
from function.manifests.network_policy import manifest


def test_the_manifest() -> None:
    made = manifest(Meta("orders", "shop"), selector={"app": "orders"}, ingress=[], egress=[{"to": []}])
    assert list(made) == ["apiVersion", "kind", "metadata", "spec"]
    assert made == {
        "apiVersion": "networking.k8s.io/v1",
        "kind": "NetworkPolicy",
        "metadata": {"name": "orders", "namespace": "shop"},
        "spec": {
            "podSelector": {"matchLabels": {"app": "orders"}},
            "policyTypes": ["Ingress", "Egress"],
            "ingress": [],
            "egress": [{"to": []}],
        },
    }


def test_it_denies_both_directions_without_rules() -> None:
    spec = manifest(Meta("orders", "shop"), selector={}, ingress=(), egress=())["spec"]
    assert isinstance(spec, dict)
    assert (spec["ingress"], spec["egress"], spec["policyTypes"]) == ([], [], ["Ingress", "Egress"])
