import pytest

from function.base.manifest import Manifest
from function.base.meta import Meta
from function.manifests.deployment import manifest

META = Meta("orders", "shop", {"team": "checkout"})
TEMPLATE: Manifest = {"metadata": {"labels": {"app": "orders"}}, "spec": {"containers": []}}


def deployment(replicas: int | None, progress_deadline: int | None = None) -> Manifest:
    selector = {"app": "orders"}
    return manifest(
        META,
        selector=selector,
        replicas=replicas,
        progress_deadline=progress_deadline,
        revision_history_limit=None,
        template=TEMPLATE,
    )


def test_the_manifest() -> None:
    made = deployment(3)
    assert list(made) == ["apiVersion", "kind", "metadata", "spec"]
    assert made == {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": {"name": "orders", "namespace": "shop", "labels": {"team": "checkout"}},
        "spec": {"replicas": 3, "selector": {"matchLabels": {"app": "orders"}}, "template": TEMPLATE},
    }


@pytest.mark.parametrize(("replicas", "present"), [(None, False), (0, True), (1, True)])
def test_replicas_are_written_where_nobody_else_owns_them(replicas: int | None, present: bool) -> None:
    spec = deployment(replicas)["spec"]
    assert isinstance(spec, dict)
    assert ("replicas" in spec) == present


def test_a_deadline_is_written_where_it_is_not_kubernetes_own() -> None:
    spec = deployment(1, 900)["spec"]
    assert isinstance(spec, dict)
    assert spec["progressDeadlineSeconds"] == 900
