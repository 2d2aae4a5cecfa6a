"""Which Deployments an object is about."""

from function.base.manifest import Manifest
from function.importing.selected import Index
from tests.importing.objects import deployment, other, service

INDEX = Index([deployment(), deployment(name="api", pod={"serviceAccountName": "bot"})])


def test_labels_must_have_all_of_the_selector() -> None:
    assert INDEX.owners("Service", service(selector={"app": "api"})) == [1]
    assert INDEX.owners("Service", service(selector={"app": "api", "tier": "front"})) == []
    assert INDEX.owners("Service", service(selector={"app": 1})) == []


def test_accounts_and_targets_have_names() -> None:
    assert INDEX.owners("ServiceAccount", other("v1", "ServiceAccount", "bot")) == [1]
    assert INDEX.owners("ServiceAccount", other("v1", "ServiceAccount", "default")) == []
    autoscaler = other("autoscaling/v2", "HorizontalPodAutoscaler", scaleTargetRef={"name": "web"})
    assert INDEX.owners("HorizontalPodAutoscaler", autoscaler) == [0]


def test_a_service_monitor_is_found_through_the_service() -> None:
    index = Index([deployment()])
    monitor = other("monitoring.coreos.com/v1", "ServiceMonitor", selector={"matchLabels": {"team": "a"}})
    assert index.owners("ServiceMonitor", monitor) == []
    labelled: Manifest = {**service(), "metadata": {"name": "web", "namespace": "shop", "labels": {"team": "a"}}}
    index.add_service(labelled, 0)
    assert index.owners("ServiceMonitor", monitor) == [0]


def test_names_of_deployments_are_known() -> None:
    assert INDEX.is_name("api")
    assert not INDEX.is_name("other")
