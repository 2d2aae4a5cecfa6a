"""Nothing that exists is taken over unawares, and nothing is created before that is known."""

from collections.abc import Mapping, Sequence

import pytest

from function.base import labels
from function.base.condition import TYPES
from function.base.manifest import Json, Manifest, at, mapping_at
from function.base.outcome import Outcome
from function.base.request import Request
from function.delivery.live import asked
from function.plan import cluster
from function.render import render
from tests.bindings import PLATFORM, binding, composite
from tests.documents import LOOSE, namespaced, platform, worker, xr

CLAIM = xr(worker(), name="deployer")
ASKED = ["existing/serviceaccount", "existing/deployment", "existing/service"]
NOTHING: Mapping[str, Sequence[Manifest]] = dict.fromkeys(ASKED, ())
DIRECT = platform(delivery="direct")


def answer(required: Mapping[str, Sequence[Manifest]] | None, **fields: object) -> Outcome:
    request: dict[str, object] = {"xr": CLAIM, "required": required, **fields}
    return render(Request(**request))  # type: ignore[arg-type]  # our own values


def account(**metadata: Json) -> Manifest:
    return {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "deployer", **metadata}}


OURS = account(labels=labels.common("deployer", "event-driven-worker"))


def test_objects_are_asked_for_by_name_and_nothing_is_created_before_the_answer() -> None:
    first = answer({})
    assert list(first.requirements) == ASKED
    wanted = first.requirements["existing/serviceaccount"]
    assert (wanted.api_version, wanted.kind, wanted.namespace) == ("v1", "ServiceAccount", "shop")
    assert (wanted.name, wanted.labels) == ("deployer", {})
    assert first.fatal is None
    assert first.resources == {}
    assert first.ttl_seconds == 60
    assert [condition.type for condition in first.conditions] == list(TYPES)
    assert [condition.status for condition in first.conditions] == ["True", *["Unknown"] * 4]
    assert first.conditions[-1].message == (
        "checking whether ServiceAccount deployer, Deployment deployer, Service deployer already exist"
    )


@pytest.mark.parametrize("missing", ASKED)
def test_one_answer_that_is_missing_is_enough_to_wait(missing: str) -> None:
    held = answer({name: () for name in ASKED if name != missing})
    assert (held.resources, held.fatal, list(held.requirements)) == ({}, None, ASKED)


def test_once_nothing_exists_everything_is_created_and_the_same_is_asked_for() -> None:
    second = answer(NOTHING)
    assert list(second.resources) == ["serviceaccount", "deployment", "service", "scaledobject"]
    assert second.requirements == answer({}).requirements


@pytest.mark.parametrize(
    "found",
    [
        account(),
        account(labels={}),
        account(labels={"app.kubernetes.io/name": "deployer"}),
        account(labels={**labels.common("other", "event-driven-worker")}),
        account(labels={**labels.common("deployer", "infra-binding")}),
        account(labels={**labels.common("deployer", "event-driven-worker"), labels.MANAGED_BY: "Helm"}),
        account(labels=[1]),
        account(
            labels=labels.common("deployer", "event-driven-worker"),
            ownerReferences=[{"controller": True, "uid": "of-an-operator"}],
        ),
        {},
    ],
)
@pytest.mark.parametrize("document", [CLAIM, namespaced(worker(), name="deployer")])
def test_an_object_without_our_labels_is_left_alone(document: Manifest, found: Manifest) -> None:
    refused = answer({**NOTHING, "existing/serviceaccount": (found,)}, xr=document)
    assert refused.resources == {}
    assert refused.fatal == (
        "metadata.name: ServiceAccount 'deployer' exists in namespace shop and does not belong to this claim; taking "
        "it over is not allowed by PlatformConfig.spec.policy.takeover. "
        "Hint: choose another name, or delete that object"
    )
    assert refused.conditions[-1].reason == "UnsafeChange"
    assert list(refused.requirements) == ASKED
    assert [problem.code for problem in refused.problems] == ["EP316"]


@pytest.mark.parametrize("owners", [[], [{"uid": "of-a-user"}], [{"controller": True, "uid": "of-this"}], "none"])
def test_an_object_with_our_labels_is_ours_unless_something_else_controls_it(owners: Json) -> None:
    document = {**CLAIM, "metadata": {**mapping_at(CLAIM, "metadata"), "uid": "of-this"}}
    found = account(labels=labels.common("deployer", "event-driven-worker"), ownerReferences=owners)
    assert len(answer({**NOTHING, "existing/serviceaccount": (found,)}, xr=document).resources) == 4


def test_a_takeover_is_the_platforms_to_allow_kind_by_kind() -> None:
    some = platform(policy={"takeover": ["ServiceAccount"]})
    assert list(answer({}, platform=some).requirements) == ASKED[1:]
    assert len(answer(dict.fromkeys(ASKED[1:], ()), platform=some).resources) == 4
    every = platform(policy={"takeover": ["ServiceAccount", "Deployment", "Service", "ConfigMap"]})
    assert answer({}, platform=every).requirements == {}
    assert len(answer({}, platform=every).resources) == 4


@pytest.mark.parametrize("document", [CLAIM, namespaced(worker(), name="deployer")])
def test_at_rest_nothing_is_asked_for(document: Manifest) -> None:
    settings = DIRECT if document["kind"] == "EventDrivenService" else {}
    first = answer(NOTHING, xr=document, platform=settings)
    seen = cluster.observed({key: made.manifest for key, made in first.resources.items()})
    rest = answer({}, xr=document, platform=settings, observed=seen)
    assert rest.requirements == {}
    assert len(rest.resources) == 4
    assert rest.conditions[-1].status == "True"


def test_while_one_is_looked_for_what_is_observed_goes_on() -> None:
    first = answer(NOTHING)
    seen = cluster.observed({key: made.manifest for key, made in first.resources.items() if key != "serviceaccount"})
    held = answer({}, observed=seen)
    assert list(held.requirements) == ["existing/serviceaccount"]
    assert {key: made.manifest for key, made in held.resources.items()} == {
        key: made.manifest for key, made in first.resources.items() if key != "serviceaccount"
    }


def test_where_nobody_fetches_nothing_is_asked_for() -> None:
    assert answer(None).requirements == {}
    assert len(answer(None).resources) == 4


def test_a_binding_asks_for_its_config_map_alone() -> None:
    document = composite(binding())
    asked_for = answer({}, xr=document, platform=PLATFORM).requirements
    assert list(asked_for) == ["existing/document"]
    assert (asked_for["existing/document"].kind, asked_for["existing/document"].name) == (
        "ConfigMap",
        "payments-binding",
    )
    found: Manifest = {"kind": "ConfigMap", "metadata": {"name": "payments-binding"}, "data": {"a": "b"}}
    refused = answer({"existing/document": (found,)}, xr=document, platform=PLATFORM)
    assert str(refused.fatal).startswith("metadata.name: ConfigMap 'payments-binding' exists in namespace shop")


def test_a_refused_spec_asks_for_nothing() -> None:
    assert answer({}, xr=xr(worker(size="huge"))).requirements == {}
    assert answer({}, xr=xr(worker(podLabels={"dapr.io/x": "y"}))).requirements == {}


def test_secrets_are_never_asked_for() -> None:
    full = answer({}, xr=xr(worker(secretRefs=[{"name": "db", "envFrom": True}])), platform=LOOSE)
    assert {wanted.kind for wanted in full.requirements.values()} == {"ServiceAccount", "Deployment", "Service"}


def test_the_objects_that_are_created_carry_the_labels_they_are_known_by() -> None:
    for key, made in answer(NOTHING).resources.items():
        assert at(asked(made.manifest), "metadata", "labels", labels.MANAGED_BY) == "crossplane", key
