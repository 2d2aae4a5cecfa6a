"""Plans of claims: which version is refused, what is not known, and what an export adds."""

from dataclasses import replace

import pytest

from function.base.manifest import Json, Manifest, mapping_at
from function.base.outcome import Outcome, Requirement
from function.base.problems import Problem
from function.base.request import Request
from function.delivery.live import PAUSED
from function.plan import cluster
from function.plan.claims import ClaimId, Version, plan
from function.plan.settled import settled
from function.plan.verdict import Action, ClaimPlan
from function.render import render
from tests.documents import LOOSE, namespaced, platform, worker, xr

CLAIM = ClaimId("shop", "EventDrivenService", "orders")
DIRECT = platform(delivery="direct")


def text(problem: Problem) -> str:
    return f"claim.yaml: {problem}"


def version(spec: Json, *errors: str, observed: dict[str, Manifest] | None = None) -> Version:
    request = Request(xr=xr(mapping_at(spec)), observed=observed or {}, platform=LOOSE)
    return Version(request=request, errors=errors, answer=render, shown=text)


def planned(old: Version | None, new: Version | None) -> ClaimPlan | None:
    found = plan({CLAIM: old} if old else {}, {CLAIM: new} if new else {}).claims
    return found[0] if found else None


def actions(found: ClaimPlan | None) -> set[Action]:
    return {planned.action for planned in found.objects} if found else set()


def live(spec: Json) -> dict[str, Manifest]:
    return cluster.observed(settled(render, Request(xr=xr(mapping_at(spec)), platform=LOOSE)).composed)


def test_the_same_request_is_not_even_rendered() -> None:
    broken = version({"size": 1})
    assert planned(broken, broken) is None


@pytest.mark.parametrize(("old", "new"), [(True, 1), (False, 0), (1, True)])
def test_a_number_in_place_of_a_boolean_is_another_request(old: Json, new: Json) -> None:
    found = planned(version(worker(scaling={"enabled": old})), version(worker(scaling={"enabled": new})))
    assert found is not None
    assert (found.refused or found.notes)[-1].startswith("claim.yaml: spec.scaling.enabled: must be ")


def test_the_order_of_fields_is_no_change() -> None:
    spec = mapping_at(worker(size="xlarge"))
    assert planned(version(spec), version(dict(reversed([*spec.items()])))) is None


def annotated(found: Version, **annotations: Json) -> Version:
    metadata = {**mapping_at(found.request.xr, "metadata"), "annotations": annotations}
    return replace(found, request=replace(found.request, xr={**found.request.xr, "metadata": metadata}))


def test_it_is_said_that_a_paused_claim_changes_only_later() -> None:
    old, new = version(worker()), annotated(version(worker(size="large")), **{PAUSED: "true"})
    note = "the claim has the annotation crossplane.io/paused, so this happens only when it is resumed"
    for found in (planned(old, new), planned(None, new), planned(new, None)):
        assert found is not None
        assert found.objects != ()
        assert found.notes == (note,)


@pytest.mark.parametrize("value", ["false", "", "True"])
def test_any_other_value_does_not_pause_it(value: str) -> None:
    found = planned(version(worker()), annotated(version(worker(size="large")), **{PAUSED: value}))
    assert found is not None
    assert (actions(found), found.notes) == ({Action.RESTART}, ())


def test_nothing_is_said_of_a_paused_claim_that_changes_nothing_or_is_refused() -> None:
    paused = annotated(version(worker()), **{PAUSED: "true"})
    assert planned(version(worker()), paused) is None
    found = planned(version(worker()), annotated(version(worker(size="xlarge")), **{PAUSED: "true"}))
    assert found is not None
    assert found.notes == ()


def test_a_claim_of_another_group_is_another_claim() -> None:
    old = version(worker())
    other = {**old.request.xr, "apiVersion": "example.org/v1alpha1"}
    new = replace(old, request=Request(xr=other, platform=platform(group="example.org", **mapping_at(LOOSE, "spec"))))
    found = planned(old, new)
    assert found is not None
    assert found.refused == ()
    assert actions(found) == {Action.CREATE, Action.DELETE}
    assert found.notes[-1].startswith("the API group changes: the old claim must be deleted before ")


def test_but_it_is_if_another_function_answers() -> None:
    one = version(worker())
    other = replace(one, function="other", answer=lambda _: render(version(worker(size="large")).request))
    assert actions(planned(one, other)) == actions(planned(other, one)) == {Action.RESTART}
    assert planned(one, replace(one, function="other")) is None


def test_findings_of_the_new_version_refuse_it_before_it_is_rendered() -> None:
    found = planned(version(worker()), version(worker(size="large"), "claim.yaml:1:1: EP999 no"))
    assert found is not None
    assert (found.refused, found.objects) == (("claim.yaml:1:1: EP999 no",), ())


def test_what_the_function_refuses_is_shown_with_its_place() -> None:
    found = planned(version(worker()), version(worker(size="xlarge")))
    assert found is not None
    assert [message.partition(": must")[0] for message in found.refused] == ["claim.yaml: spec.size"]
    assert found.objects == ()


def test_an_answer_that_waits_for_the_cluster_is_no_deletion() -> None:
    wanted = Requirement(api_version="v1", kind="ConfigMap", namespace="n", name="env")
    waiting = Version(request=Request(xr={}), answer=lambda _: Outcome(requirements={"a": wanted}), shown=text)
    found = planned(version(worker()), waiting)
    assert found is not None
    assert found.refused == ("needs objects of the cluster: env. Hint: give their files with --required",)
    assert found.objects == ()


@pytest.mark.parametrize(
    "old", [version(worker(size="large"), "claim.yaml:1:1: EP999 no"), version(worker(size="xlarge"))]
)
def test_it_is_said_that_nothing_is_known_of_a_refused_version(old: Version) -> None:
    created, gone = planned(old, version(worker())), planned(old, None)
    assert actions(created) == {Action.CREATE}
    assert actions(gone) == set()
    for found in (created, gone):
        assert found is not None
        assert found.notes[0] == "the old version is refused, so it is not known what runs"
        assert len(found.notes) == 2


def test_an_export_is_known_even_if_its_claim_is_refused() -> None:
    old = version(worker(size="xlarge"), observed=live(worker()))
    assert planned(old, version(worker())) is None
    assert actions(planned(old, None)) == {Action.DELETE}


def test_the_export_is_what_runs_not_the_claim() -> None:
    old = version(worker(), observed=live(worker(size="large")))
    assert actions(planned(old, version(worker()))) == {Action.RESTART}


def test_an_object_that_the_export_does_not_have_is_created() -> None:
    seen = live(worker())
    del seen["service"]
    assert actions(planned(version(worker(), observed=seen), version(worker()))) == {Action.CREATE}


def test_a_live_object_that_is_composed_directly_is_compared_without_the_fields_of_others() -> None:
    request = Request(xr=namespaced(worker()), platform=DIRECT)
    seen = cluster.observed(settled(render, request).composed)
    service = {**seen["service"], "spec": {**mapping_at(seen["service"], "spec"), "clusterIP": "10.0.0.1"}}
    old = Version(
        request=Request(xr=request.xr, observed={**seen, "service": service}, platform=DIRECT),
        answer=render,
        shown=text,
    )
    same = Version(request=request, answer=render, shown=text)
    assert planned(old, same) is None
    edited = Request(xr=namespaced(worker(sessionAffinity="ClientIP")), platform=DIRECT)
    found = planned(old, Version(request=edited, answer=render, shown=text))
    assert found is not None
    assert [(planned.kind, planned.action) for planned in found.objects] == [("Service", Action.CHANGE)]


def test_claims_are_in_the_order_of_their_namespaces() -> None:
    ids = [
        ClaimId("b", "EventDrivenService", "a"),
        ClaimId("a", "InfraBinding", "a"),
        ClaimId("a", "EventDrivenService", "b"),
    ]
    found = plan({}, {claim: version(worker()) for claim in ids}).claims
    assert [(claim.namespace, claim.kind, claim.name) for claim in found] == sorted(ids)
