"""Bindings that want the same topic: one has it, the others leave it alone and say whose it is."""

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.cluster import BINDING, GONE_SECONDS, GROUP, READY_SECONDS, Scope
from tests.e2e.examples import rendered
from tests.e2e.kinds import judge
from tools.playground.kubectl import Kubectl
from tools.playground.waiting import until

ALPHA, BETA = "alpha", "beta"
PARTITIONS = {ALPHA: 3, BETA: 6}
TOPIC = "e2e-owned-v1"
MARK = "platform.fn.bizmatters.io/owner"

pytestmark = pytest.mark.usefixtures("foreign_kinds")


def binding(namespace: str, name: str, **sections: Any) -> dict[str, Any]:
    """Return a binding that wants the topic with partitions of its own, if no other sections are given."""
    stream = {
        "type": "kafka",
        "topic": "e2e.owned.v1",
        "brokers": f"main-kafka-bootstrap.{namespace}.svc:9093",
        "partitions": PARTITIONS[name],
        "replication": 1,
    }
    return {
        "apiVersion": f"{GROUP}/v1alpha1",
        "kind": "InfraBinding",
        "metadata": {"name": name, "namespace": namespace},
        "spec": {"version": "1.0", "environment": "e2e", **(sections or {"streams": {"orders": stream}})},
    }


def topic(kubectl: Kubectl, namespace: str) -> dict[str, Any]:
    found = kubectl.get("kafkatopic", TOPIC, f"--namespace={namespace}")
    return {part: found[part] for part in ("metadata", "spec")}


def wait(kubectl: Kubectl, namespace: str, name: str, condition: str) -> None:
    kubectl.wait(f"{BINDING}/{name}", f"--namespace={namespace}", condition=condition, seconds=READY_SECONDS)


def has(kubectl: Kubectl, namespace: str, name: str) -> dict[str, Any]:
    """Wait until a new binding has the topic, and return it."""
    manifest = {"kind": "KafkaTopic", "metadata": {"name": TOPIC, "namespace": namespace}}
    judge(kubectl, manifest)
    wait(kubectl, namespace, name, "condition=Operational")
    return topic(kubectl, namespace)


def assert_owned(kubectl: Kubectl, namespace: str, name: str, owner: str | None) -> None:
    """Wait until a binding says whose the topic is that it does not have."""
    wait(kubectl, namespace, name, "jsonpath={.status.conditions[?(@.type=='Operational')].reason}=NotOwned")
    status = kubectl.get(BINDING, name, f"--namespace={namespace}")["status"]
    says = f"belongs to binding {namespace}/{owner}" if owner else "exists and belongs to no binding"
    assert status["bindings"] == [
        {
            "name": "streams.orders",
            "managed": False,
            "physical": "e2e.owned.v1",
            "reason": f"KafkaTopic {namespace}/{TOPIC} {says}",
        }
    ]
    assert status["phase"] == "Blocked"


def delete(kubectl: Kubectl, namespace: str, name: str) -> None:
    within = (f"--namespace={namespace}", f"--timeout={GONE_SECONDS}s")
    kubectl("delete", BINDING, name, *within, seconds=GONE_SECONDS + 10)


@pytest.mark.parametrize(("first", "second"), list(permutations(PARTITIONS)))
def test_whoever_comes_first_has_it_and_the_other_changes_nothing(
    kubectl: Kubectl, namespace: str, first: str, second: str
) -> None:
    kubectl.apply(binding(namespace, first))
    before = has(kubectl, namespace, first)
    assert before["spec"]["partitions"] == PARTITIONS[first]
    kubectl.apply(binding(namespace, second))
    assert_owned(kubectl, namespace, second, first)
    assert topic(kubectl, namespace) == before

    delete(kubectl, namespace, second)
    assert topic(kubectl, namespace) == before
    wait(kubectl, namespace, first, "condition=Operational")


@pytest.mark.parametrize(("first", "second"), list(permutations(PARTITIONS)))
def test_when_its_owner_goes_the_topic_stays_and_is_handed_over_by_its_mark(
    kubectl: Kubectl, namespace: str, first: str, second: str
) -> None:
    kubectl.apply(binding(namespace, first))
    before = has(kubectl, namespace, first)
    kubectl.apply(binding(namespace, second))
    assert_owned(kubectl, namespace, second, first)
    delete(kubectl, namespace, first)
    assert topic(kubectl, namespace) == before
    assert_owned(kubectl, namespace, second, first)

    (mark,) = [key for key in before["metadata"]["annotations"] if key.startswith(MARK)]
    within = f"--namespace={namespace}"
    kubectl("annotate", "kafkatopic", TOPIC, within, f"{mark}-", f"{MARK}={namespace}/{second}")
    wait(kubectl, namespace, second, "condition=Operational")
    assert topic(kubectl, namespace)["spec"]["partitions"] == PARTITIONS[second]


def test_two_at_the_same_moment_agree(kubectl: Kubectl, namespace: str) -> None:
    """Both may find the topic absent and create it; whichever marks it then has, both see the same owner."""
    kubectl.apply(binding(namespace, BETA), binding(namespace, ALPHA))
    within = f"--namespace={namespace}"
    judge(kubectl, {"kind": "KafkaTopic", "metadata": {"name": TOPIC, "namespace": namespace}})

    def reasons() -> list[str]:
        found = [kubectl.get(BINDING, name, within).get("status", {}) for name in PARTITIONS]
        return sorted(
            condition["reason"]
            for status in found
            for condition in status.get("conditions", [])
            if condition["type"] == "Operational"
        )

    until(lambda: reasons() == ["BindingReady", "NotOwned"], READY_SECONDS, "one to have the topic")
    found = topic(kubectl, namespace)
    owner = min(text for key, text in found["metadata"]["annotations"].items() if key.startswith(MARK))
    winner = owner.rpartition("/")[2]
    assert_owned(kubectl, namespace, BETA if winner == ALPHA else ALPHA, winner)
    assert found["spec"]["partitions"] == PARTITIONS[winner]


@pytest.mark.parametrize("early", list(PARTITIONS))
def test_if_both_have_written_it_the_first_by_name_keeps_it(
    kubectl: Kubectl, scope: Scope, namespace: str, early: str, tmp_path: Path
) -> None:
    """The other one found it absent, and wrote long after: as its provider would, with its fields and its mark."""
    late = BETA if early == ALPHA else ALPHA
    kubectl.apply(binding(namespace, early))
    has(kubectl, namespace, early)
    platform = kubectl.get("composition", "infrabinding")["spec"]["pipeline"][0]["input"]
    printed = rendered(binding(namespace, late), platform, scope, tmp_path)
    (manifest,) = [text for text in printed.split("---\n") if "kind: KafkaTopic" in text]
    kubectl("apply", "--server-side", "--force-conflicts", "--field-manager=late", "-f", "-", stdin=manifest)
    kubectl.apply(binding(namespace, late))

    assert_owned(kubectl, namespace, BETA, ALPHA)
    wait(kubectl, namespace, ALPHA, "condition=Operational")
    until(
        lambda: topic(kubectl, namespace)["spec"]["partitions"] == PARTITIONS[ALPHA],
        READY_SECONDS,
        "the owner to restore its topic",
    )


def test_a_topic_of_nobody_is_left_alone_until_it_is_gone(kubectl: Kubectl, namespace: str) -> None:
    made = {
        "apiVersion": "kafka.strimzi.io/v1",
        "kind": "KafkaTopic",
        "metadata": {"name": TOPIC, "namespace": namespace},
        "spec": {"partitions": 1, "replicas": 1},
    }
    kubectl.apply(made)
    before = topic(kubectl, namespace)
    kubectl.apply(binding(namespace, ALPHA))
    assert_owned(kubectl, namespace, ALPHA, None)
    assert topic(kubectl, namespace) == before
    kubectl("delete", "kafkatopic", TOPIC, f"--namespace={namespace}")
    assert has(kubectl, namespace, ALPHA)["spec"]["partitions"] == PARTITIONS[ALPHA]


def test_one_logical_secret_is_a_secret_for_each_binding(kubectl: Kubectl, namespace: str) -> None:
    secret = {"provider": "kubernetes", "secret_name": "kafka", "namespace": "certificates", "key": "password"}
    for name in PARTITIONS:
        kubectl.apply(binding(namespace, name, secrets={"kafka_credentials": secret}))
    within = f"--namespace={namespace}"
    for name in PARTITIONS:
        found = f"{name}.kafka-credentials"
        kubectl("wait", "--for=create", f"externalsecret/{found}", within, f"--timeout={READY_SECONDS}s")
        fetched = kubectl.get("externalsecret", found, within)
        assert fetched["spec"]["target"]["name"] == found
        assert fetched["metadata"]["labels"]["app.kubernetes.io/name"] == name
