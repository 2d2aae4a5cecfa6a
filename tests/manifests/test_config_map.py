from function.base.meta import Meta
from function.manifests.config_map import manifest


def test_the_manifest() -> None:
    made = manifest(Meta("orders", "shop"), name="orders-x", annotations={"note": "a"}, data={"a.yaml": "{}\n"})
    assert list(made) == ["apiVersion", "kind", "metadata", "data"]
    assert made == {
        "apiVersion": "v1",
        "kind": "ConfigMap",
        "metadata": {"name": "orders-x", "namespace": "shop", "annotations": {"note": "a"}},
        "data": {"a.yaml": "{}\n"},
    }


def test_without_annotations_there_is_no_empty_map() -> None:
    made = manifest(Meta("orders", "shop"), name="orders-x", annotations={}, data={})
    assert made["metadata"] == {"name": "orders-x", "namespace": "shop"}
