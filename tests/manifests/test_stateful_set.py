from function.base.manifest import Manifest
from function.base.meta import Meta
from function.manifests.stateful_set import manifest
from tests.schemas import violations

TEMPLATE: Manifest = {
    "metadata": {"labels": {"app": "redis"}},
    "spec": {"containers": [{"name": "redis", "image": "redis:8", "imagePullPolicy": "IfNotPresent"}]},
}


def test_the_manifest() -> None:
    made = manifest(Meta("redis", "shop"), selector={"app": "redis"}, template=TEMPLATE)
    assert violations(made) == []
    assert made == {
        "apiVersion": "apps/v1",
        "kind": "StatefulSet",
        "metadata": {"name": "redis", "namespace": "shop"},
        "spec": {
            "replicas": 1,
            "serviceName": "redis",
            "podManagementPolicy": "Parallel",
            "selector": {"matchLabels": {"app": "redis"}},
            "template": TEMPLATE,
        },
    }
