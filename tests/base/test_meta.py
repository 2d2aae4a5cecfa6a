from function.base.meta import Meta

META = Meta("orders", "shop", {"team": "checkout"})


def test_name_namespace_and_labels() -> None:
    assert META.object_meta() == {"name": "orders", "namespace": "shop", "labels": {"team": "checkout"}}


def test_another_name_and_annotations() -> None:
    made = META.object_meta(name="orders-scaler", annotations={"a": "b"})
    assert made["name"] == "orders-scaler"
    assert made["annotations"] == {"a": "b"}


def test_no_empty_map_is_emitted() -> None:
    assert Meta("orders", "shop").object_meta(annotations={}) == {"name": "orders", "namespace": "shop"}


def test_the_labels_are_not_shared_between_objects() -> None:
    assert META.object_meta()["labels"] is not META.object_meta()["labels"]
