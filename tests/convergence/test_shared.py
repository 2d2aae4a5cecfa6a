"""Two bindings that want one object: whoever comes first has it, and of two at the same moment the first by name."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from function.base.manifest import Json, Manifest, at, items_at, mapping_at, text_at
from function.base.outcome import Outcome
from function.delivery.owner import owner as owner_of
from tests.bindings import binding, composite, secret, topic
from tests.convergence.shared import Shared
from tests.leaves import replaced
from tests.property.models import DETERMINISTIC

A, B, C = "shop/alpha", "shop/beta", "shop/gamma"
TOPIC = ("KafkaTopic", "kafka", "orders-v1")
PARTITIONS = {A: 3, B: 6, C: 9}


def bound(owner: str, spec: Manifest) -> Manifest:
    return replaced(composite(spec), "spec.claimRef.name", owner.partition("/")[2])


def sharing(*owners: str) -> Shared:
    """Return bindings that want one topic with different partitions."""
    specs = {owner: binding(streams={"orders": topic(partitions=PARTITIONS[owner])}) for owner in owners}
    return Shared({owner: bound(owner, spec) for owner, spec in specs.items()})


def reason(answer: Outcome, entry: str) -> str:
    found = next(item for item in items_at(answer.status, "bindings") if text_at(item, "name") == entry)
    return text_at(found, "reason")


def assert_owned_by(shared: Shared, winner: str) -> None:
    """Hold the topic and what each binding says against its owner."""
    answers = shared.settle()
    assert at(shared.live[TOPIC], "spec", "partitions") == PARTITIONS[winner]
    for owner, answer in answers.items():
        policies = items_at(shared.objects[owner]["stream-orders"], "spec", "managementPolicies")
        if owner == winner:
            assert answer.conditions[-1].status == "True"
            assert "Update" in policies or not policies
        else:
            assert list(policies) == ["Observe", "Create"]
            assert answer.conditions[-1].reason == "NotOwned"
            assert reason(answer, "streams.orders") == f"KafkaTopic kafka/orders-v1 belongs to binding {winner}"


@pytest.mark.parametrize(("first", "second"), list(permutations((A, B))))
def test_whoever_comes_first_has_it(first: str, second: str) -> None:
    shared = sharing(first, second)
    for _ in range(3):
        shared.turn(first)
    before = shared.live[TOPIC]
    assert_owned_by(shared, first)
    assert shared.live[TOPIC] == before


@pytest.mark.parametrize("order", list(permutations((A, B, C))))
def test_of_those_at_the_same_moment_the_first_by_name_has_it(order: tuple[str, ...]) -> None:
    """All look before any of them writes."""
    shared = sharing(*order)
    for step in (shared.reconcile, shared.look, shared.act):
        for owner in order:
            step(owner)
    assert set(mapping_at(shared.live[TOPIC], "metadata", "annotations").values()) == {A, B, C}
    assert_owned_by(shared, A)


@pytest.mark.parametrize(("early", "late"), list(permutations((A, B))))
def test_one_that_writes_long_after_it_looked_does_not_start_a_fight(early: str, late: str) -> None:
    shared = sharing(A, B)
    shared.reconcile(late)
    shared.look(late)
    for _ in range(4):
        shared.turn(early)
    shared.act(late)
    assert_owned_by(shared, A)


@pytest.mark.parametrize("order", list(permutations((A, B))))
def test_two_that_shared_it_before_there_were_marks_agree(order: tuple[str, ...]) -> None:
    shared = sharing(*order)
    shared.settle()
    shared.live[TOPIC] = replaced(shared.live[TOPIC], "metadata.annotations", {})
    for owner in order:
        old = shared.objects[owner]["stream-orders"]
        old = replaced(old, "status.atProvider.manifest.metadata.annotations", {})
        shared.objects[owner]["stream-orders"] = replaced(old, "spec.managementPolicies", ["*"])
    assert_owned_by(shared, A)


def test_what_nobody_of_ours_has_made_is_not_touched() -> None:
    shared = sharing(A)
    kind, namespace, name = TOPIC
    made: Manifest = {"kind": kind, "metadata": {"name": name, "namespace": namespace}}
    shared.live[TOPIC] = made
    answer = shared.settle()[A]
    assert shared.live[TOPIC] == made
    assert answer.conditions[-1].reason == "NotOwned"
    assert reason(answer, "streams.orders") == "KafkaTopic kafka/orders-v1 exists and belongs to no binding"
    shared.delete(A)
    assert shared.live[TOPIC] == made


@pytest.mark.parametrize("gone", [A, B])
def test_a_binding_that_goes_leaves_the_topic(gone: str) -> None:
    shared = sharing(A, B)
    shared.settle()
    before = shared.live[TOPIC]
    shared.delete(gone)
    shared.settle()
    assert shared.live[TOPIC] == before


def test_a_binding_that_comes_back_has_its_topic_again() -> None:
    shared, again = sharing(A), sharing(A)
    shared.settle()
    shared.delete(A)
    shared.bindings = again.bindings
    assert_owned_by(shared, A)


def test_a_topic_whose_name_differs_in_a_dot_is_not_overwritten() -> None:
    """The KafkaTopics of orders.v1 and orders-v1 have one name."""
    shared = sharing(A, B)
    shared.bindings = {A: shared.bindings[A], B: replaced(shared.bindings[B], "spec.streams.orders.topic", "orders-v1")}
    assert_owned_by(shared, A)
    assert at(shared.live[TOPIC], "spec", "topicName") == "orders.v1"


def test_a_topic_is_handed_over_by_its_marks() -> None:
    shared = sharing(A, B)
    for owner in (A, A, A, B, B, B):
        shared.turn(owner)
    shared.live[TOPIC] = replaced(shared.live[TOPIC], "metadata.annotations", {"platform.fn.bizmatters.io/owner": B})
    for _ in range(2):
        shared.turn(B)
    assert at(shared.live[TOPIC], "spec", "partitions") == PARTITIONS[B]


def test_an_entry_that_turns_to_the_topic_of_another_binding_does_not_change_it() -> None:
    """Its Object changes what it has; with another topic it starts anew."""
    shared = sharing(A, B)
    shared.bindings = {A: shared.bindings[A], B: replaced(shared.bindings[B], "spec.streams.orders.topic", "own")}
    shared.settle()
    before = shared.live[TOPIC]
    shared.bindings = {A: shared.bindings[A], B: replaced(shared.bindings[B], "spec.streams.orders.topic", "orders.v1")}
    for _ in range(4):
        shared.turn(B)
        assert shared.live[TOPIC] == before
    assert_owned_by(shared, A)


STORE = ("SecretStore", "shop", "pay-kubernetes-kubernetes-x")


def fetching() -> Shared:
    """Return bindings whose stores have one name: `pay` and its `kubernetes-x`, and `pay-kubernetes` and its `x`."""
    specs = {"shop/pay": "kubernetes-x", "shop/pay-kubernetes": "x"}
    return Shared(
        {owner: bound(owner, binding(secrets={"db": secret(namespace=far, key="k")})) for owner, far in specs.items()}
    )


@pytest.mark.parametrize(("gone", "stays"), [("shop/pay", False), ("shop/pay-kubernetes", True)])
def test_what_goes_with_its_binding_goes_with_its_owner_alone(gone: str, stays: bool) -> None:
    shared = fetching()
    answers = shared.settle()
    assert owner_of(shared.live[STORE]) == "shop/pay"
    assert [answer.conditions[-1].reason for answer in answers.values()] == ["BindingReady", "NotOwned"]
    shared.delete(gone)
    assert (STORE in shared.live) == stays


STEPS = st.lists(
    st.tuples(st.sampled_from(("reconcile", "look", "act", "turn")), st.sampled_from((A, B, C))), max_size=14
)


@settings(DETERMINISTIC, max_examples=25)
@given(STEPS)
def test_whatever_overtakes_what_nobody_writes_to_what_is_seen_to_be_anothers(steps: list[tuple[str, str]]) -> None:
    shared = sharing(A, B, C)
    for step, owner in steps:
        seen: Json = at(shared.objects.get(owner, {}).get("stream-orders", {}), "status", "atProvider", "manifest")
        getattr(shared, step)(owner)
        other = owner_of(seen) not in (None, owner)
        if step == "reconcile" and other:
            wrapped = shared.objects[owner]["stream-orders"]
            assert items_at(wrapped, "spec", "managementPolicies") == ["Observe", "Create"]
    shared.settle()
    winner = owner_of(shared.live[TOPIC])
    assert winner is not None
    assert_owned_by(shared, winner)
