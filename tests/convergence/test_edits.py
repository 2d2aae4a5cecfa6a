"""Status never runs ahead: after an edit of any field nothing is operational until the cluster has taken it."""

from collections.abc import Callable
from functools import cache
from itertools import cycle

import pytest

from function.base.manifest import Json, Manifest
from function.base.request import Request
from function.delivery.mark import unmarked
from function.render import render
from tests import bindings
from tests.apis.test_every_field import CHANGES, INSTEAD
from tests.convergence.edits import (
    BINDING_DELIVERIES,
    DELIVERIES,
    Moment,
    allowing,
    assert_never_ahead,
    operational,
    settled,
)
from tests.documents import ALLOWED, platform
from tests.full import FULL
from tests.leaves import replaced
from tests.plug_ins.cases import Cases
from tests.plug_ins.families import CASES, PlugIn
from tests.plug_ins.test_fields import CHANGES as PLUG_IN_CHANGES

STARTS = {name: settled(document(FULL), settings) for name, (document, settings) in DELIVERIES.items()}
EDITS = {**CHANGES, **dict(INSTEAD.values())}
BOUND = bindings.binding(
    streams={"orders": bindings.topic(properties={"sasl.password": "secret://db/password"})},
    secrets={"db": bindings.vault()},
)
ELSEWHERE = bindings.topic("orders.v1", brokers="other-kafka-bootstrap.kafka.svc:9093")
BINDING_EDITS: dict[str, tuple[str, Json]] = {
    "the topic of a moved cluster": ("streams.orders", ELSEWHERE),
    "partitions": ("streams.orders.partitions", 12),
    "retention": ("streams.orders.retention_ms", 1000),
    "another topic": ("streams.orders.topic", "orders.v2"),
    "a key more": ("secrets.db.keys", ["password", "user"]),
    "another path": ("secrets.db.path", "secret/other"),
    "another Vault": ("secrets.db.vault", {"address": "https://other.example.org"}),
    "the description": ("description", "other"),
    "an entry more": ("streams.audit", bindings.topic("audit.v1")),
    "an entry less": ("streams", {}),
}
PLUG_IN_EDITS = [
    pytest.param(*change.values, delivery, id=f"{change.id}-{delivery}")
    for change, delivery in zip(PLUG_IN_CHANGES, cycle(DELIVERIES), strict=False)
]
"""Each field is edited in one way of delivery, the next field in another."""


@pytest.mark.parametrize("delivery", DELIVERIES)
@pytest.mark.parametrize("place", EDITS)
def test_an_edited_service_is_operational_only_when_the_cluster_has_taken_the_edit(place: str, delivery: str) -> None:
    document, settings = DELIVERIES[delivery]
    assert_never_ahead(STARTS[delivery], document(replaced(FULL, place, EDITS[place])), settings)


@pytest.mark.parametrize("delivery", DELIVERIES)
@pytest.mark.parametrize("name", BINDING_EDITS)
def test_so_is_an_edited_binding(name: str, delivery: str) -> None:
    document, settings = BINDING_DELIVERIES[delivery]
    start = settled(document(BOUND), settings)
    assert operational(document(BOUND), settings, start)
    assert_never_ahead(start, document(replaced(BOUND, *BINDING_EDITS[name])), settings)


def of_plug_in(plug_in: PlugIn, cases: Cases, delivery: str) -> tuple[Callable[[Json], Manifest], Manifest]:
    """Return the composite of a spec, and the settings, for a plug-in."""
    deliveries = DELIVERIES if plug_in.kind == "EventDrivenService" else BINDING_DELIVERIES
    document, settings = deliveries[delivery]
    return document, allowing(settings, cases.policy)


@cache
def before(plug_in: PlugIn, delivery: str) -> Moment:
    """Return where each edit of a plug-in begins."""
    cases = dict(CASES)[plug_in]
    document, settings = of_plug_in(plug_in, cases, delivery)
    return settled(document(plug_in.composite(cases.whole)["spec"]), settings)


@pytest.mark.parametrize(("plug_in", "cases", "place", "delivery"), PLUG_IN_EDITS)
def test_so_is_an_edited_plug_in(plug_in: PlugIn, cases: Cases, place: str, delivery: str) -> None:
    document, settings = of_plug_in(plug_in, cases, delivery)
    after = plug_in.composite(replaced(cases.whole, place, cases.changes[place]))["spec"]
    assert_never_ahead(before(plug_in, delivery), document(after), settings)


@pytest.mark.parametrize("delivery", ["claims", "namespaced"])
def test_another_provider_config_is_an_edit_of_every_object(delivery: str) -> None:
    document, _ = DELIVERIES[delivery]
    elsewhere = platform(providerConfig={"name": "elsewhere"}, policy=ALLOWED)
    assert_never_ahead(STARTS[delivery], document(FULL), elsewhere)


def without_marks(moment: Moment) -> Moment:
    return Moment({key: unmarked(seen) for key, seen in moment.observed.items()}, moment.asked, moment.taken)


@pytest.mark.parametrize("delivery", DELIVERIES)
def test_a_service_of_a_version_without_marks_stays_operational(delivery: str) -> None:
    document, settings = DELIVERIES[delivery]
    assert operational(document(FULL), settings, without_marks(STARTS[delivery]))


@pytest.mark.parametrize("delivery", DELIVERIES)
def test_without_a_mark_another_image_is_seen(delivery: str) -> None:
    document, settings = DELIVERIES[delivery]
    edited = document({**FULL, "image": "ghcr.io/example/other:2.0.0"})
    seen = without_marks(STARTS[delivery]).observed
    assert render(Request(xr=edited, observed=seen, platform=settings)).conditions[-1].status != "True"


@pytest.mark.parametrize("place", EDITS)
@pytest.mark.parametrize("delivery", ["claims", "namespaced"])
def test_without_a_mark_an_edit_is_seen_in_the_object(place: str, delivery: str) -> None:
    document, settings = DELIVERIES[delivery]
    edited = document(replaced(FULL, place, EDITS[place]))
    seen = without_marks(STARTS[delivery]).observed
    assert render(Request(xr=edited, observed=seen, platform=settings)).conditions[-1].status != "True"


def normalized(value: Json) -> Json:
    """Return the value as an API server might hand it back: numbers as floats, quantities in another unit, defaults."""
    if isinstance(value, dict):
        kept = {key: item if key == "selector" else normalized(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item not in ({}, [], "")} | {"added": "by a default"}
    if isinstance(value, list):
        return [normalized(item) for item in value]
    if isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    return {"1000m": "1", "1Gi": "1024Mi"}.get(value, value) if isinstance(value, str) else value


def test_what_an_api_server_makes_of_a_resource_keeps_nothing_from_being_operational() -> None:
    document, settings = DELIVERIES["direct"]
    start = STARTS["direct"]
    seen = {key: {**made, "spec": normalized(made.get("spec", {}))} for key, made in start.observed.items()}
    assert seen != start.observed
    assert operational(document(FULL), settings, Moment(seen, start.asked, start.taken))
