import pytest

from function.apis.infra_binding.status.conditions import evaluate
from function.apis.infra_binding.status.ownership import refusal, taken, whose
from function.base.condition import DEPENDENCIES_READY, WORKLOAD_AVAILABLE
from function.base.manifest import Json, Manifest, items_at, text_at
from function.base.outcome import Outcome
from function.base.request import Request
from function.plan import cluster
from function.render import render
from function.status.observation import Observation
from tests.bindings import PLATFORM, binding, composed, composite, topic, vault
from tests.leaves import replaced
from tests.support import look

MARK = "platform.fn.bizmatters.io/owner"
FIELDS: dict[str, Json] = {
    "streams": {"a": topic(properties={"p": "secret://db/x"}), "b": topic("b")},
    "secrets": {"db": vault(keys=["x"])},
}
DOCUMENT = composite(binding(**FIELDS))


def observation(*owners: str, kind: str = "KafkaTopic", foreign: bool = True, failure: str = "") -> Observation:
    metadata: Manifest = {"name": "orders", "namespace": "kafka"}
    marks: Manifest = {f"{MARK}-{number}": owner for number, owner in enumerate(owners)}
    ready: Json = [{"type": "Ready", "status": "False"}]
    return Observation(
        key=f"stream-{kind}",
        manifest={"kind": kind, "metadata": metadata},
        live={"kind": kind, "metadata": {**metadata, "annotations": marks}, "status": {"conditions": ready}},
        ready=False,
        about=DEPENDENCIES_READY if kind == "ExternalSecret" else WORKLOAD_AVAILABLE,
        foreign=foreign,
        failure=failure,
    )


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        (observation("shop/a"), "KafkaTopic kafka/orders belongs to binding shop/a"),
        (observation("shop/b", "shop/a"), "KafkaTopic kafka/orders belongs to binding shop/a"),
        (observation(), "KafkaTopic kafka/orders exists and belongs to no binding"),
        (observation("shop/a", foreign=False), None),
    ],
)
def test_each_says_whose_it_is(seen: Observation, expected: str | None) -> None:
    assert whose(seen) == expected


def test_objects_are_named_in_one_order() -> None:
    seen = [observation("shop/a", kind="Topic"), observation("shop/a"), observation(foreign=False)]
    causes = [taken(order) for order in (seen, seen[::-1])]
    assert causes[0] == causes[1]
    assert causes[0] is not None
    assert causes[0].message.startswith(
        "KafkaTopic kafka/orders belongs to binding shop/a; Topic kafka/orders belongs to binding shop/a. Remove the "
    )
    assert taken([observation(foreign=False)]) is None


def test_what_its_controller_says_is_about_the_others_spec() -> None:
    for kind, index in (("KafkaTopic", 2), ("ExternalSecret", 1)):
        assert evaluate([observation("shop/a", kind=kind)])[index].reason == "NotOwned"
    assert evaluate([observation(foreign=False)])[2].reason == "ObjectRefused"


def test_what_the_provider_cannot_do_is_told_first() -> None:
    assert evaluate([observation("shop/a", failure="no")])[2].reason == "ApplyFailed"


def test_a_single_object_has_the_reason_too() -> None:
    cause = refusal(observation("shop/a"))
    assert cause is not None
    assert cause.reason.name == "NotOwned"
    assert refusal(observation(foreign=False)) is None


def answered(key: str, *owners: str) -> Outcome:
    """Return the answer when the object of this key has these owners, and the others are as they were made."""
    seen = cluster.observed(composed(DOCUMENT, {}))
    marks: Manifest = {f"{MARK}-{number}": owner for number, owner in enumerate(owners)}
    seen[key] = replaced(seen[key], "status.atProvider.manifest.metadata.annotations", marks)
    again = cluster.observed(composed(DOCUMENT, seen))
    again[key] = seen[key]
    return render(Request(xr=DOCUMENT, observed=again, platform=PLATFORM))


STORE = next(key for key in composed(DOCUMENT, {}) if key.startswith("secretstore-"))


@pytest.mark.parametrize(
    ("key", "entry", "condition", "managed"),
    [
        ("stream-a", "streams.a", "WorkloadAvailable", False),
        pytest.param(STORE, "secrets.db", "DependenciesReady", True, id="a store beside the object of the entry"),
    ],
)
def test_an_entry_whose_object_belongs_to_another_binding_is_not_ready(
    key: str, entry: str, condition: str, managed: bool
) -> None:
    answer = answered(key, "shop/first", "shop/payments")
    reasons = {found.type: found.reason for found in answer.conditions}
    assert reasons[condition] == reasons["Operational"] == "NotOwned"
    assert not answer.resources[key].ready
    assert answer.status["phase"] == "Blocked"
    entries = {text_at(found, "name"): found for found in items_at(answer.status, "bindings")}
    assert look(entries[entry], "managed") == managed
    assert text_at(entries[entry], "reason").endswith(" belongs to binding shop/first")
    assert [look(found, "reason") for name, found in entries.items() if name != entry] == [None] * (len(entries) - 1)
    shown = [reference for reference in items_at(answer.status, "resourceRefs") if not look(reference, "ready")]
    assert [text_at(reference, "reason") for reference in shown] == ["NotOwned"]


def test_the_document_does_not_depend_on_who_came_first() -> None:
    """Equal bindings give equal bytes; what is observed is shown in the status."""
    path = "document.spec.forProvider.manifest.data"
    documents = [
        look({key: found.manifest for key, found in answered("stream-a", *owners).resources.items()}, path)
        for owners in (("shop/payments",), ("shop/first",), ())
    ]
    assert documents[0] == documents[1] == documents[2]
