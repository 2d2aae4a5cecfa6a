import pytest

from function.base.meta import Meta
from function.manifests.service_account import manifest


@pytest.mark.parametrize("annotations", [{}, {"role": "orders"}])
def test_the_manifest(annotations: dict[str, str]) -> None:
    made = manifest(Meta("orders", "shop"), annotations=annotations)
    assert made == {
        "apiVersion": "v1",
        "kind": "ServiceAccount",
        "metadata": {"name": "orders", "namespace": "shop", **({"annotations": annotations} if annotations else {})},
    }


def test_it_has_no_empty_parts() -> None:
    assert list(manifest(Meta("orders", "shop"), annotations={})) == ["apiVersion", "kind", "metadata"]
