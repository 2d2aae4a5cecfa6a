import pytest

from function.base.manifest import Json, Manifest
from function.base.outcome import Outcome, Requirement
from function.base.request import Request
from function.render import check, render
from tests.bound import BROKEN, KAFKA, REQUIREMENT, STREAMS, document, owned, rendered, service, variable
from tests.documents import platform, worker, xr
from tests.support import CONDITIONS, look

SPEC = service(variable(), trigger={"stream": "orders"})
MISSING = "spec.bindingRef.name: ConfigMap 'payments-binding' does not exist in namespace shop"
HINT = "create the InfraBinding 'payments', or correct the name"
AGAIN = "revert the change to the ConfigMap, or delete it; the binding then recreates it"


def running(*found: Manifest) -> dict[str, Manifest]:
    """Return the observed resources of a service that was created with this document."""
    return {key: made.manifest for key, made in rendered(SPEC, *found).resources.items()}


def states(answer: Outcome) -> dict[str, tuple[str, str]]:
    return {condition.type: (condition.status, condition.reason) for condition in answer.conditions}


def test_a_service_without_a_binding_asks_for_nothing() -> None:
    assert render(Request(xr=xr(worker()), required={})).requirements.keys() == {
        "existing/deployment",
        "existing/service",
        "existing/serviceaccount",
    }


@pytest.mark.parametrize(
    "found", [None, [], [document()], [document(streams={})], [{"metadata": 1}], [document(labels={})]]
)
def test_the_same_is_asked_for_whatever_the_answer_is(found: list[Manifest] | None) -> None:
    required = {} if found is None else {REQUIREMENT: found}
    wanted = Requirement(api_version="v1", kind="ConfigMap", namespace="shop", name="payments-binding")
    for observed in ({}, running(document())):
        answer = render(Request(xr=xr(SPEC), required=required, observed=observed))
        assert answer.requirements[REQUIREMENT] == wanted


def test_a_document_in_another_namespace_cannot_be_named() -> None:
    ref: Json = {"name": "payments", "namespace": "other", "trigger": {"stream": "orders"}}
    assert rendered({**SPEC, "bindingRef": ref}, document()).fatal == (
        "spec.bindingRef.namespace: unknown field. Hint: the InfraBinding must be in the claim's namespace"
    )


def test_everything_stays_while_the_document_is_not_fetched_yet() -> None:
    seen = running(document())
    answer = render(Request(xr=xr(SPEC), required={}, observed=seen))
    assert answer.fatal is None
    assert answer.resources.keys() == seen.keys()
    assert set(states(answer).values()) == {("Unknown", "ReadingBinding")}


def test_nothing_is_made_while_the_document_is_not_fetched_yet() -> None:
    assert not render(Request(xr=xr(SPEC), required={})).resources


def test_whoever_fetches_nothing_is_told_what_is_needed() -> None:
    assert render(Request(xr=xr(SPEC))).fatal == (
        "spec.bindingRef.name: needs ConfigMap 'payments-binding' in namespace shop, the document of the binding. "
        "Hint: pass it with --required, or check the claim together with its InfraBinding, which must have no errors"
    )


def test_a_check_without_the_document_says_what_it_leaves_out() -> None:
    (problem,) = check(xr(SPEC), {})
    assert (problem.code, problem.severity) == ("EP340", "warning")
    assert problem.message.startswith("not checked: needs ConfigMap 'payments-binding'")


def test_a_check_with_the_document_finds_what_a_call_would_find() -> None:
    unknown = service(variable(stream="ordres", field="brokers"))
    assert check(xr(SPEC), {}, lambda _: [document()]) == []
    assert [problem.code for problem in check(xr(unknown), {}, lambda _: [document()])] == ["EP342"]
    assert [problem.code for problem in check(xr(unknown), {}, lambda _: None)] == ["EP340"]


@pytest.mark.parametrize("spec", [SPEC, service(variable())])
def test_a_new_service_waits_for_the_document(spec: Manifest) -> None:
    answer = rendered(spec)
    assert answer.fatal is None
    assert answer.resources.keys() == {"serviceaccount", "service"}
    assert states(answer) == {
        "Validated": ("True", "Valid"),
        "DependenciesReady": ("False", "BindingNotFound"),
        "WorkloadAvailable": ("False", "BindingNotFound"),
        "AutoscalerReady": ("Unknown", "AutoscalerPending"),
        "Operational": ("False", "BindingNotFound"),
    }
    assert [str(problem) for problem in answer.problems] == [
        f"{MISSING}; the Deployment is not created without it. Hint: {HINT}"
    ]
    assert answer.ttl_seconds == 60


def test_it_is_created_as_soon_as_the_document_exists() -> None:
    waiting = {key: made.manifest for key, made in rendered(SPEC).resources.items()}
    assert rendered(SPEC, document(), observed=waiting).resources.keys() == running(document()).keys()


@pytest.mark.parametrize("left", ["deployment", "scaledobject", "triggerauthentication"])
def test_a_deleted_document_changes_nothing_of_what_exists(left: str) -> None:
    for observed in (running(document()), {left: running(document())[left]}):
        answer = rendered(SPEC, observed=observed)
        assert answer.fatal == f"{MISSING}. Hint: {HINT}"
        assert not answer.resources
        assert answer.ttl_seconds == 60
        assert states(answer) == {
            kind: ("False" if kind in ("Validated", "Operational") else "Unknown", "BindingNotFound")
            for kind in CONDITIONS
        }


@pytest.mark.parametrize(("found", "what"), BROKEN.values(), ids=BROKEN)
def test_a_document_that_is_not_the_bindings_changes_nothing(found: Manifest, what: str) -> None:
    for observed in ({}, running(document())):
        answer = rendered(SPEC, found, observed=observed)
        assert answer.fatal == f"spec.bindingRef.name: ConfigMap 'payments-binding' {what}. Hint: {AGAIN}"
        assert not answer.resources
        assert states(answer)["Validated"] == ("False", "BindingInvalid")


@pytest.mark.parametrize("found", [{}, {"data": 1}, {"metadata": [], "data": {"streams.yaml": {}}}, {"data": []}])
def test_any_object_is_refused_rather_than_a_crash(found: Manifest) -> None:
    answer = rendered(SPEC, found)
    assert answer.fatal is not None
    assert answer.conditions[0].reason == "BindingInvalid"


def test_a_document_without_the_section_names_what_is_missing() -> None:
    found = {**document(), "data": {}}
    assert str(rendered(SPEC, found).fatal).splitlines()[0] == (
        "spec.bindingRef.env[0].stream: binding 'payments' has no streams; got 'orders'. "
        "Hint: add the stream to the binding"
    )


def test_the_owner_may_be_the_binding_under_the_name_that_the_platform_gives_it() -> None:
    names: Json = {"InfraBinding": {"kind": "Wiring", "plural": "wirings", "shortName": "wr"}}
    assert rendered(SPEC, owned("InfraBinding", "payments")).fatal is None
    assert rendered(SPEC, owned("Wiring", "payments")).fatal is not None
    assert rendered(SPEC, owned("Wiring", "payments"), platform=platform(names=names)).fatal is None


def test_the_owner_may_be_the_binding_in_the_group_that_the_platform_gives_it() -> None:
    own = owned("InfraBinding", "payments", "apis.example.org/v1alpha1")
    binding = {"apiVersion": "apis.example.org/v1alpha1", "kind": "XEventDrivenService"}
    required = {REQUIREMENT: [own], **{f"existing/{key}": [] for key in ("deployment", "service", "serviceaccount")}}
    answer = render(Request(xr={**xr(SPEC), **binding}, required=required, platform=platform(group="apis.example.org")))
    assert answer.fatal is None
    assert rendered(SPEC, own).fatal is not None


def test_mistakes_of_the_claim_are_reported_with_those_about_the_document() -> None:
    spec = service(variable(stream="nowhere", field="a"), podLabels={"istio.io/rev": "a"})
    answer = rendered(spec, document())
    assert [problem.path for problem in answer.problems] == [
        "spec.bindingRef.env[0].stream",
        "spec.podLabels.istio.io/rev",
    ]
    assert answer.conditions[0].reason == "InvalidSpec"


def test_secrets_behind_the_variables_are_dependencies() -> None:
    spec = service(variable("URI", lookup="customers", field="uri"))
    answer = rendered(spec, document(), platform=platform(diagnosis={"secrets": True}))
    assert "secret/databases" in answer.requirements
    assert answer.conditions[1].message.startswith("not checked: Secret 'databases'")


def test_a_changed_document_changes_only_what_the_claim_takes_from_it() -> None:
    before = rendered(SPEC, document())
    other = document(streams={**STREAMS, "orders": {**KAFKA, "partitions": 24}})
    assert rendered(SPEC, other).resources == before.resources
    moved = document(streams={**STREAMS, "orders": {**KAFKA, "brokers": "other:9092"}})
    after = rendered(SPEC, moved)
    changed = {key for key in before.resources if before.resources[key] != after.resources[key]}
    assert changed == {"deployment"}
    path = "spec.forProvider.manifest.spec.template.spec.containers.0.env.0.value"
    assert look(after.resources["deployment"].manifest, path) == "other:9092"
