"""The product is removed in the order of docs/install.md, after all other scenarios."""

import re
from typing import Any

import pytest

from tests.e2e import examples
from tests.e2e.cluster import BINDING, GONE_SECONDS, READY_SECONDS, SERVICE, Scope, example, objects, unused_name
from tests.e2e.deletions import Deletions
from tests.e2e.settings import composed_by, composition
from tools.playground.kubectl import Kubectl, RefusedError
from tools.playground.product import FUNCTION, PROVIDER, PROVIDER_CONFIG, ROOT, RUNTIME
from tools.playground.waiting import until

pytestmark = pytest.mark.last
OURS = re.compile(r"bizmatters|event-?platform|eventdrivenservice|infrabinding", re.IGNORECASE)
LIMIT = f"--timeout={GONE_SECONDS}s"
TOPICS = ["prod-auth-events-v3", "prod-customer-profiles-v1"]


def test_the_topics_of_a_deleted_binding_are_kept(
    kubectl: Kubectl, scope: Scope, foreign_kinds: None, namespace: str
) -> None:
    binding = examples.example("managed-topics", namespace)
    within = f"--namespace={namespace}"
    with composition(kubectl, "infrabinding", binding.composition, binding.settings):
        kubectl.apply(composed_by(binding.document, binding.composition, scope))
        for topic in TOPICS:
            kubectl("wait", "--for=create", f"kafkatopic/{topic}", within, "--timeout=60s")
        until(lambda: owns_all(objects(kubectl, scope, namespace)), READY_SECONDS, "the binding to own its objects")
        kubectl("delete", *binding.address, LIMIT, seconds=GONE_SECONDS + 10)
        until(lambda: not objects(kubectl, scope, namespace), GONE_SECONDS, "the Objects to be deleted")
    left = kubectl.get("externalsecrets,secretstores,configmaps", within)["items"]
    assert [item["metadata"]["name"] for item in left] == ["kube-root-ca.crt"]
    found = kubectl.get("kafkatopics", within)["items"]
    assert sorted(item["metadata"]["name"] for item in found) == TOPICS


def test_nothing_of_the_product_is_left(kubectl: Kubectl, scope: Scope, deleted: Deletions) -> None:
    deleted.wait()
    namespace = unused_name()
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
    until(lambda: not kubectl.get("xrd")["items"], GONE_SECONDS, "the XRDs to be deleted")
    for package in (f"function.pkg.crossplane.io/{FUNCTION}", f"provider.pkg.crossplane.io/{PROVIDER}"):
        kubectl.wait(package, condition="condition=Healthy", seconds=5)  # a dependency is kept
        kubectl("delete", package, LIMIT)
    kubectl("delete", "--ignore-not-found", "-f", RUNTIME, "-f", ROOT / "package" / "rbac", LIMIT)
    until(lambda: nothing_left(kubectl), GONE_SECONDS, "everything of the product to be deleted")
    kubectl("delete", "namespace", namespace, LIMIT)


def owns_all(found: list[dict[str, Any]]) -> bool:
    """Return whether no Object waits until its binding is seen to be the owner of what it has made."""
    return all(item["spec"]["managementPolicies"] != ["Observe", "Create"] for item in found)


def nothing_left(kubectl: Kubectl) -> bool:
    try:
        return not left_over(kubectl)
    except RefusedError as error:
        if "doesn't have a resource type" in str(error):  # it was deleted between the two commands
            return False
        raise


def left_over(kubectl: Kubectl) -> list[str]:
    """Return all objects of the cluster whose name is one of the product's."""
    kinds = kubectl("api-resources", "--verbs=list", "--output=name").split()
    kinds.remove("events")
    kinds.remove("events.events.k8s.io")
    found = kubectl("get", ",".join(kinds), "--all-namespaces", "--output=name", "--ignore-not-found").splitlines()
    return [name for name in found if OURS.search(name)]
