"""Whatever a model allows: it renders, a cluster would take it, and rendering it again changes nothing."""

import json
from random import Random

from hypothesis import given, settings

from function.base import labels
from function.base.manifest import Json, Manifest, at, mapping_at, text_at
from function.base.outcome import Outcome
from function.base.problems import errors
from function.base.request import Request
from function.delivery.mark import unmarked
from function.plan import cluster
from function.render import check, render
from tests.documents import ALLOWED, LOOSE, namespaced, platform, shuffled, worker, xr
from tests.property.models import DETERMINISTIC
from tests.property.strategies import COMPOSITES, ORDERS, SPECS, platforms
from tests.schemas import violations

EXAMPLES = settings(DETERMINISTIC, max_examples=60)
SELECTOR = {labels.NAME: "orders", labels.COMPONENT: "event-driven-worker"}


def composed(answer: Outcome) -> dict[str, Manifest]:
    assert answer.fatal is None, answer.fatal
    return {key: made.manifest for key, made in answer.resources.items()}


def broken(answer: Outcome) -> dict[str, list[str]]:
    found = {key: violations(manifest) for key, manifest in composed(answer).items()}
    return {key: lines for key, lines in found.items() if lines}


@EXAMPLES
@given(SPECS)
def test_a_valid_claim_becomes_valid_objects(spec: Json) -> None:
    assert isinstance(spec, dict)
    assert errors(check(xr(spec), LOOSE)) == ()
    assert broken(render(Request(xr=xr(spec), platform=LOOSE))) == {}


@EXAMPLES
@given(SPECS)
def test_a_valid_composite_becomes_the_same_objects_directly(spec: Json) -> None:
    assert isinstance(spec, dict)
    wrapped = composed(render(Request(xr=xr(spec), platform=LOOSE)))
    direct = composed(render(Request(xr=namespaced(spec), platform=platform(delivery="direct", policy=ALLOWED))))
    assert {key: unmarked(manifest) for key, manifest in direct.items()} == {
        key: at(manifest, "spec", "forProvider", "manifest") for key, manifest in wrapped.items()
    }


@EXAMPLES
@given(platforms())
def test_valid_settings_make_valid_objects_or_forbid_something(config: Manifest) -> None:
    spec: Manifest = {**mapping_at(config, "spec"), "group": "platform.bizmatters.io"}
    kind = text_at(spec, "names", "EventDrivenService", "kind") or "EventDrivenService"
    answer = render(Request(xr={**namespaced(worker()), "kind": kind}, platform={**config, "spec": spec}))
    if answer.fatal:
        assert all(
            problem.code in ("EP211", "EP220", "EP221", "EP224", "EP482", "EP484") for problem in answer.problems
        ), answer.fatal
    else:
        assert broken(answer) == {}


@EXAMPLES
@given(COMPOSITES)
def test_its_own_work_observed_changes_nothing(document: Manifest) -> None:
    first = render(Request(xr=document, platform=LOOSE))
    seen = cluster.observed(composed(first))
    second = render(Request(xr=document, observed=seen, platform=LOOSE))
    assert composed(first) == composed(second)
    assert second == render(Request(xr=document, observed=seen, platform=LOOSE))
    assert all(made.ready for made in second.resources.values())
    third = render(
        Request(
            xr={**document, "status": {**second.status, "conditions": _conditions(second)}},
            observed=seen,
            platform=LOOSE,
        )
    )
    assert (composed(third), third.status, third.conditions) == (composed(second), second.status, second.conditions)


def _conditions(answer: Outcome) -> list[Json]:
    return [vars(condition) for condition in answer.conditions]


@EXAMPLES
@given(COMPOSITES)
def test_what_never_varies(document: Manifest) -> None:
    answer = render(Request(xr=document, platform=LOOSE))
    made = composed(answer)
    deployment = at(made["deployment"], "spec", "forProvider", "manifest")
    assert at(deployment, "spec", "selector", "matchLabels") == SELECTOR
    assert (at(deployment, "spec", "replicas") is None) == ("scaledobject" in made)
    assert list(made)[:3] == ["serviceaccount", "deployment", "service"]
    assert json.loads(json.dumps([made, answer.status])) == [made, answer.status]


@EXAMPLES
@given(COMPOSITES, ORDERS)
def test_order_of_keys_means_nothing(document: Manifest, order: Random) -> None:
    seen = cluster.observed(composed(render(Request(xr=document, platform=LOOSE))))
    other = shuffled({"xr": document, "observed": seen}, order)
    again = render(Request(xr=other["xr"], observed=other["observed"], platform=LOOSE))
    assert again == render(Request(xr=document, observed=seen, platform=LOOSE))
