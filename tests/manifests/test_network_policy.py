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


def test_without_egress_only_what_reaches_the_pods_is_denied() -> None:
    spec = manifest(Meta("orders", "shop"), name="other", selector={}, ingress=(), egress=None)["spec"]
    assert spec == {"podSelector": {}, "policyTypes": ["Ingress"], "ingress": []}


def test_it_may_have_a_name_of_its_own() -> None:
    made = manifest(Meta("orders", "shop"), name="other", selector={}, ingress=(), egress=None)
    assert made["metadata"] == {"name": "other", "namespace": "shop"}
