from collections.abc import Mapping

import pytest

from function.base.manifest import Json, Manifest, mapping_at
from function.base.problems import Problem
from function.base.undecoded import UndecodableError
from function.status.safety import UNEXPLAINED, unsafe
from function.wire.decode import LazyObject
from function.wire.encode import encode
from tests.leaves import replaced
from tests.status.scene import ROLLED_OUT, deployment, observed, service, wrapped

KNOWN = frozenset({"deployment", "scaledobject", "service", "serviceaccount"})
LIVE = deployment(ROLLED_OUT, ready=1)
OURS: Mapping[str, Manifest] = observed(LIVE)


def problems(
    composed: Mapping[str, Manifest],
    seen: Mapping[str, Mapping[str, Json]],
    explained: frozenset[str] = frozenset(),
    desired: frozenset[str] = frozenset(),
) -> list[Problem]:
    def keeps(key: str, _: Mapping[str, Json]) -> str | None:
        return None if key in explained else UNEXPLAINED

    return unsafe(composed, seen, emits=KNOWN.__contains__, keeps=keeps, desired=desired)


def codes(
    composed: Mapping[str, Manifest],
    seen: Mapping[str, Mapping[str, Json]],
    explained: frozenset[str] = frozenset(),
    desired: frozenset[str] = frozenset(),
) -> list[str]:
    return [problem.code for problem in problems(composed, seen, explained, desired)]


def without(*keys: str) -> dict[str, Manifest]:
    return {key: value for key, value in OURS.items() if key not in keys}


def test_the_same_again_is_safe() -> None:
    assert codes(OURS, OURS) == []


def test_a_first_call_is_safe() -> None:
    assert codes(OURS, {}) == []


def test_what_runs_is_not_dropped() -> None:
    assert codes(without("scaledobject"), OURS) == ["EP310"]


def test_each_dropped_object_is_named() -> None:
    found = problems(without("service", "scaledobject"), OURS)
    assert [problem.path for problem in found] == ["observed.resources.scaledobject", "observed.resources.service"]


def test_what_the_spec_does_without_may_go() -> None:
    assert codes(without("scaledobject"), OURS, explained=frozenset({"scaledobject"})) == []


def test_resources_of_other_steps_are_theirs() -> None:
    assert codes(OURS, {**OURS, "database": wrapped({"kind": "Cluster", "metadata": {"name": "orders"}})}) == []


def test_an_object_under_another_key_would_be_deleted() -> None:
    assert codes(OURS, {"dep": wrapped(LIVE)}) == ["EP311"]


def test_it_would_be_even_if_ours_exists_as_well() -> None:
    assert codes(OURS, {**OURS, "dep": wrapped(LIVE)}) == ["EP311"]


@pytest.mark.parametrize(
    "policy", [{"deletionPolicy": "Orphan"}, {"managementPolicies": ["Observe", "Create", "Update", "LateInitialize"]}]
)
def test_an_object_that_is_orphaned_may_change_its_key(policy: Manifest) -> None:
    old = wrapped(LIVE)
    spec = old["spec"]
    assert isinstance(spec, dict)
    assert codes(OURS, {"dep": {**old, "spec": {**spec, **policy}}}) == []


@pytest.mark.parametrize("policies", [["*"], ["Observe", "Delete"], [], "odd"])
def test_one_that_is_not_may_not(policies: Json) -> None:
    old = wrapped(LIVE)
    spec = old["spec"]
    assert isinstance(spec, dict)
    assert codes(OURS, {"dep": {**old, "spec": {**spec, "managementPolicies": policies}}}) == ["EP311"]


def test_a_key_does_not_change_its_kind() -> None:
    assert codes({"service": service()}, {"service": wrapped(service())}) == ["EP312"]
    (wraps,) = problems({"service": wrapped(service())}, {"service": service()})
    (unwraps,) = problems({"service": service()}, {"service": wrapped(service())})
    assert wraps.message.startswith("the existing Service cannot become an Object: ")
    assert unwraps.message.startswith("the existing Object cannot become a Service: ")


def test_objects_of_the_two_scopes_are_two_kinds() -> None:
    other = {**wrapped(service()), "apiVersion": "kubernetes.m.crossplane.io/v1alpha1"}
    assert codes({"service": other}, {"service": wrapped(service())}) == ["EP312"]


def test_another_version_of_a_kind_is_no_other_kind() -> None:
    older = {**wrapped(service()), "apiVersion": "kubernetes.crossplane.io/v1alpha1"}
    assert codes({"service": wrapped(service())}, {"service": older}) == []


def test_a_selector_does_not_change() -> None:
    other = {**LIVE, "spec": {"selector": {"matchLabels": {"app": "orders"}}}}
    assert codes(OURS, observed(other)) == ["EP313"]


def test_one_that_only_the_live_object_has_is_left_to_the_provider() -> None:
    other = {**LIVE, "spec": {"selector": {"matchLabels": {"app": "orders"}}}}
    assert codes(OURS, {**OURS, "deployment": wrapped(other, asked=LIVE)}) == []


@pytest.mark.parametrize("junk", [{}, {"spec": 3}, {"kind": None}, {"apiVersion": [], "spec": {"forProvider": []}}])
def test_malformed_objects_are_passed_over(junk: Manifest) -> None:
    assert codes(OURS, {**OURS, "deployment": junk}) == []


def placed(name: str, namespace: str) -> Manifest:
    return {**service(), "metadata": {"name": name, "namespace": namespace}}


@pytest.mark.parametrize(("name", "namespace"), [("orders", "elsewhere"), ("other", "shop")])
def test_a_key_does_not_come_to_stand_for_another_object(name: str, namespace: str) -> None:
    for was, shall in ((service(), placed(name, namespace)), (wrapped(service()), wrapped(placed(name, namespace)))):
        assert codes({"service": shall}, {"service": was}) == ["EP314"]


def test_one_that_stays_in_the_cluster_may_be_left() -> None:
    old = wrapped(service())
    kept = {**old, "spec": {**mapping_at(old, "spec"), "deletionPolicy": "Orphan"}}
    assert codes({"service": wrapped(placed("other", "kafka"))}, {"service": kept}) == []


def test_an_object_without_a_name_tells_nothing() -> None:
    assert codes({"service": wrapped(service())}, {"service": wrapped({"kind": "Service"})}) == []


def test_a_resource_of_an_earlier_step_is_not_replaced() -> None:
    found = problems(OURS, {}, desired=frozenset({"service", "bucket"}))
    assert [(problem.path, problem.code) for problem in found] == [("desired.resources.service", "EP315")]


def test_one_that_an_earlier_step_wants_is_not_dropped_by_us() -> None:
    assert codes(without("service"), OURS, desired=frozenset({"service"})) == []


def undecoded(manifest: Manifest, *, broken: bool = False) -> LazyObject:
    """Return the resource as bytes, with a mistake in its spec if `broken`."""
    data = encode(manifest)
    return LazyObject(data.replace(b"forProvider", b"forProvide\xff") if broken else data)


def test_an_object_under_another_key_is_found_in_bytes() -> None:
    assert codes(OURS, {"old": undecoded(OURS["service"])}) == ["EP311"]


def test_of_other_resources_nothing_is_decoded() -> None:
    other = undecoded(replaced(OURS["service"], "spec.forProvider.manifest.metadata.name", "other"), broken=True)
    assert not any(other.mentions(name) for name in ("orders-scaler", "xorders"))
    assert codes(OURS, {"old": LazyObject(b"\xff")}) == []


def test_a_mistake_in_another_steps_resource_is_passed_over() -> None:
    assert codes(OURS, {"old": undecoded(OURS["service"], broken=True)}) == []


def test_one_in_a_resource_of_ours_is_raised() -> None:
    with pytest.raises(UndecodableError):
        codes(without("service"), {"service": undecoded(OURS["service"], broken=True)}, explained=KNOWN)
