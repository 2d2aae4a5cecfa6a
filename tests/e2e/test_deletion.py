"""A binding, a service and then the product are removed in the order of docs/install.md, after all other scenarios."""

import re
from collections.abc import Iterator

import pytest

from tests.e2e.cluster import BINDING, GONE_SECONDS, READY_SECONDS, SERVICE, Scope, example, objects
from tests.e2e.examples import examples
from tests.e2e.settings import composed_by, composition
from tools.playground.kubectl import Kubectl
from tools.playground.product import FUNCTION, PROVIDER, PROVIDER_CONFIG, ROOT, RUNTIME
from tools.playground.waiting import until

pytestmark = pytest.mark.last

OURS = re.compile(r"bizmatters|event-?platform|eventdrivenservice|infrabinding", re.IGNORECASE)
LIMIT = f"--timeout={GONE_SECONDS}s"
TOPICS = ["prod-auth-events-v3", "prod-customer-profiles-v1"]


@pytest.fixture(scope="module")
def topics(kubectl: Kubectl) -> Iterator[str]:
    """Return the namespace of the topics that a binding makes."""
    name = "kafka"
    kubectl("create", "namespace", name)
    yield name
    kubectl("delete", "namespace", name, LIMIT)


def test_a_binding_goes_and_its_topics_stay(
    kubectl: Kubectl, scope: Scope, foreign_kinds: None, namespace: str, topics: str
) -> None:
    (binding,) = [found for found in examples(scope, namespace) if found.name == "payments"]
    with composition(kubectl, "infrabinding", "e2e-topics", binding.settings):
        kubectl.apply(composed_by(binding.document, "e2e-topics", scope))
        for topic in TOPICS:
            kubectl("wait", "--for=create", f"kafkatopic/{topic}", f"--namespace={topics}", "--timeout=60s")
        kubectl("delete", BINDING, binding.name, f"--namespace={namespace}", LIMIT, seconds=GONE_SECONDS + 10)
        until(lambda: not objects(kubectl, scope, namespace), GONE_SECONDS, "the Objects to go")
    left = kubectl.get("externalsecrets,secretstores,configmaps", f"--namespace={namespace}")["items"]
    assert [item["metadata"]["name"] for item in left] == ["kube-root-ca.crt"]
    found = kubectl.get("kafkatopics", f"--namespace={topics}")["items"]
    assert sorted(item["metadata"]["name"] for item in found) == TOPICS


def test_the_product_goes_and_nothing_of_it_is_left(kubectl: Kubectl, scope: Scope) -> None:
    namespace = "e2e-last"
    within = f"--namespace={namespace}"
    kubectl("create", "namespace", namespace)
    kubectl.apply(example("fixed-replicas", namespace))
    kubectl.wait(f"{SERVICE}/steady-worker", within, condition="condition=Operational", seconds=READY_SECONDS)
    assert len(left_over(kubectl)) > 20

    for kind in (SERVICE, BINDING):
        kubectl("delete", kind, "--all", "--all-namespaces", LIMIT, seconds=GONE_SECONDS + 10)
    for kind in ("objects.kubernetes.crossplane.io", "objects.kubernetes.m.crossplane.io"):
        kubectl("wait", "--for=delete", kind, "--all", "--all-namespaces", LIMIT, seconds=GONE_SECONDS + 10)
    kubectl("delete", "-f", PROVIDER_CONFIG, LIMIT)
    kubectl("delete", "configuration.pkg.crossplane.io", f"event-platform-{scope}", LIMIT)
    until(lambda: not kubectl.get("xrd")["items"], GONE_SECONDS, "the XRDs to go")
    for package in (f"function.pkg.crossplane.io/{FUNCTION}", f"provider.pkg.crossplane.io/{PROVIDER}"):
        kubectl.wait(package, condition="condition=Healthy", seconds=5)  # a dependency stays
        kubectl("delete", package, LIMIT)
    kubectl("delete", "--ignore-not-found", "-f", RUNTIME, "-f", ROOT / "package" / "rbac", LIMIT)
    until(lambda: not left_over(kubectl), GONE_SECONDS, "everything of the product to go")
    kubectl("delete", "namespace", namespace, LIMIT)


def left_over(kubectl: Kubectl) -> list[str]:
    """Return all objects of the cluster that bear a name of the product."""
    kinds = kubectl("api-resources", "--verbs=list", "--output=name").split()
    kinds.remove("events")
    kinds.remove("events.events.k8s.io")
    found = kubectl("get", ",".join(kinds), "--all-namespaces", "--output=name", "--ignore-not-found").splitlines()
    return [name for name in found if OURS.search(name)]
