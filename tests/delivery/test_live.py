import pytest

from function.base.manifest import Json, Manifest
from function.delivery.live import asked, condition, is_object, orphaned, state

SERVICE: Manifest = {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "orders"}}
ASKED: Manifest = {"kind": "Service", "metadata": {"name": "orders"}, "spec": {}}
GROUPS = ("kubernetes.crossplane.io/v1alpha2", "kubernetes.m.crossplane.io/v1alpha1")


def wrapped(
    synced: dict[str, Json] | None = None,
    *,
    group: str = GROUPS[0],
    generation: int = 2,
    manifest: Json = None,
    spec: dict[str, Json] | None = None,
) -> Manifest:
    conditions: list[Json] = [{"type": "Ready", "status": "True"}]
    return {
        "apiVersion": group,
        "kind": "Object",
        "metadata": {"generation": generation},
        "spec": {"forProvider": {"manifest": ASKED}, **(spec or {})},
        "status": {
            "conditions": [*conditions, *([{"type": "Synced", **synced}] if synced else [])],
            "atProvider": {"manifest": manifest},
        },
    }


OK: dict[str, Json] = {"status": "True", "reason": "ReconcileSuccess"}
FORBIDDEN: dict[str, Json] = {"status": "False", "reason": "ReconcileError", "message": "cannot patch: forbidden"}
PAUSED: dict[str, Json] = {"status": "False", "reason": "ReconcilePaused", "message": "paused"}


@pytest.mark.parametrize("group", GROUPS)
def test_an_object_shows_what_it_observed(group: str) -> None:
    assert is_object(wrapped(group=group))
    assert state(wrapped(OK, group=group, manifest=SERVICE)).live == SERVICE
    assert asked(wrapped(OK, group=group, manifest=SERVICE)) == ASKED


@pytest.mark.parametrize(
    "other",
    [{"kind": "Endpoints"}, {"metadata": {"name": "another"}}, {"metadata": {"name": "orders", "namespace": "shop"}}],
    ids=["kind", "name", "namespace"],
)
def test_a_target_that_it_had_before_is_not_what_it_shows(other: Manifest) -> None:
    """The provider keeps what it saw last until it has seen the new target."""
    assert state(wrapped(OK, manifest={**SERVICE, **other})).live == {}


def test_a_composed_resource_is_itself() -> None:
    assert not is_object(SERVICE)
    assert state(SERVICE).live == asked(SERVICE) == SERVICE
    assert state(SERVICE).applied
    assert state(SERVICE).failure == ""
    assert not state(SERVICE).paused


@pytest.mark.parametrize(
    "document",
    [
        wrapped(),
        wrapped(FORBIDDEN),
        wrapped(OK, manifest="text"),
        wrapped(OK, manifest=[]),
        {"apiVersion": GROUPS[0], "kind": "Object"},
        {"apiVersion": GROUPS[0], "kind": "Object", "status": None},
        {"apiVersion": GROUPS[0], "kind": "Object", "status": {"atProvider": "x"}},
        {},
        None,
        "text",
        7,
    ],
)
def test_what_was_never_made_is_not_there(document: Json) -> None:
    assert state(document).live == {}


@pytest.mark.parametrize(
    ("api_version", "kind"),
    [
        ("kubernetes.crossplane.io/v1alpha1", "ProviderConfig"),
        ("example.org/v1", "Object"),
        ("xkubernetes.crossplane.io/v1", "Object"),
        ("", "Object"),
    ],
)
def test_what_is_no_object(api_version: str, kind: str) -> None:
    assert not is_object({"apiVersion": api_version, "kind": kind})


@pytest.mark.parametrize(
    ("synced", "generation", "expected", "reason"),
    [
        (OK, 2, True, "the present spec is applied"),
        ({**OK, "observedGeneration": 2}, 2, True, "and the provider says so"),
        ({**OK, "observedGeneration": 1}, 2, False, "an older spec was applied"),
        ({**OK, "observedGeneration": 2.0}, 3, False, "numbers may be floats"),
        ({**OK, "observedGeneration": 0}, 2, True, "an old provider does not say"),
        (FORBIDDEN, 2, False, "it could not be applied"),
        ({"status": "Unknown"}, 2, False, "nobody knows"),
        (PAUSED, 2, True, "someone wants it left alone"),
        (None, 2, False, "the provider has said nothing yet"),
    ],
)
def test_whether_the_present_spec_is_applied(
    synced: dict[str, Json] | None, generation: int, expected: bool, reason: str
) -> None:
    assert state(wrapped(synced, generation=generation, manifest=SERVICE)).applied == expected, reason


@pytest.mark.parametrize("document", [wrapped(OK, manifest=SERVICE), SERVICE])
def test_what_is_being_deleted_is_not_applied(document: Manifest) -> None:
    going: Manifest = {**document, "metadata": {"deletionTimestamp": "2026-11-21T01:48:43Z"}}
    assert state(going).deleting
    assert not state(going).applied
    assert not state(document).deleting


@pytest.mark.parametrize("group", GROUPS)
def test_a_live_object_that_is_being_deleted_is_not_applied_although_its_object_stays(group: str) -> None:
    going: Manifest = {**SERVICE, "metadata": {"name": "orders", "deletionTimestamp": "2026-11-21T01:52:32Z"}}
    synced: dict[str, Json] = {"status": "True", "reason": "ReconcileSuccess"}
    assert state(wrapped(synced, group=group, manifest=SERVICE)).applied
    assert state(wrapped(synced, group=group, manifest=going)).deleting
    assert not state(wrapped(synced, group=group, manifest=going)).applied


@pytest.mark.parametrize(
    ("synced", "generation", "expected"),
    [
        (FORBIDDEN, 2, "cannot patch: forbidden"),
        ({**FORBIDDEN, "message": ""}, 2, "ReconcileError"),
        ({**FORBIDDEN, "observedGeneration": 1}, 2, ""),
        (PAUSED, 2, ""),
        (OK, 2, ""),
        (None, 2, ""),
    ],
)
def test_why_it_could_not_be_applied(synced: dict[str, Json] | None, generation: int, expected: str) -> None:
    assert state(wrapped(synced, generation=generation)).failure == expected


def test_a_paused_object_is_known_by_the_reason() -> None:
    assert state(wrapped(PAUSED)).paused
    assert not state(wrapped(FORBIDDEN)).paused
    assert not state(wrapped()).paused


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        ({}, False),
        ({"deletionPolicy": "Delete"}, False),
        ({"managementPolicies": ["*"]}, False),
        ({"managementPolicies": ["Observe", "Delete"]}, False),
        ({"deletionPolicy": "Orphan"}, True),
        ({"managementPolicies": ["Observe"]}, True),
        ({"managementPolicies": ["*"], "deletionPolicy": "Orphan"}, True),
    ],
)
def test_whether_the_target_outlives_its_object(spec: dict[str, Json], expected: bool) -> None:
    assert orphaned(wrapped(OK, spec=spec)) == expected
    assert not orphaned(SERVICE)


@pytest.mark.parametrize("conditions", [None, "x", {}, [None, "Synced", 1], [{"type": "Other"}], [{}]])
def test_a_condition_that_is_not_there(conditions: Json) -> None:
    assert condition({"status": {"conditions": conditions}}, "Synced") == {}
