"""Scripts of a service's life: what the claim shows at each step, that nothing flaps, storms or is deleted."""

import pytest

from function.base.condition import TYPES
from tests.convergence.cluster import Cluster
from tests.convergence.happenings import Script, Step, nothing, settles
from tests.convergence.scripts import SCRIPTS
from tests.documents import worker, xr

NAMES = sorted(SCRIPTS)


def started(script: Script) -> Cluster:
    cluster = Cluster(xr(worker(**(script.spec or {})), generation=1))
    if script.from_running:
        cluster.reconcile()
        settles(cluster)
        assert cluster.reconcile().conditions[-1].status == "True"
        cluster.readiness.clear()
    return cluster


def play(cluster: Cluster, step: Step) -> tuple[str, str, tuple[str, ...]]:
    """Return phase, deciding reason and events of a step; events are those of its first answer."""
    step.happens(cluster)
    outcome = cluster.reconcile()
    assert tuple(one.type for one in outcome.conditions) == TYPES
    events = tuple(f"{event.severity} {event.reason}" for event in outcome.events)
    return str(outcome.status["phase"]), outcome.conditions[-1].reason, events


@pytest.mark.parametrize("name", NAMES)
def test_each_step_shows_what_it_should(name: str) -> None:
    cluster = started(SCRIPTS[name])
    for number, step in enumerate(SCRIPTS[name].steps):
        assert play(cluster, step) == (step.phase, step.reason, step.events), f"step {number + 1}"


@pytest.mark.parametrize("name", NAMES)
def test_ready_is_lost_only_where_something_is_lost(name: str) -> None:
    cluster = started(SCRIPTS[name])
    for step in SCRIPTS[name].steps:
        play(cluster, step)
    pairs = zip(cluster.readiness, cluster.readiness[1:], strict=False)
    lost = sum(before and not after for before, after in [(SCRIPTS[name].from_running, cluster.readiness[0]), *pairs])
    assert lost == SCRIPTS[name].falls


@pytest.mark.parametrize("name", NAMES)
def test_looking_again_changes_nothing_and_tells_nothing(name: str) -> None:
    cluster = started(SCRIPTS[name])
    for step in SCRIPTS[name].steps:
        play(cluster, step)
        before = (cluster.xr, dict(cluster.objects))
        assert play(cluster, Step(nothing, "", ""))[2] == ()
        assert (cluster.xr, dict(cluster.objects)) == before


@pytest.mark.parametrize("name", NAMES)
def test_a_script_ends_well(name: str) -> None:
    assert SCRIPTS[name].steps[-1].reason == "Operational"


def test_the_first_answer_makes_everything_at_once() -> None:
    cluster = started(SCRIPTS["first creation"])
    cluster.reconcile()
    assert sorted(cluster.objects) == ["deployment", "scaledobject", "service", "serviceaccount"]
