"""The end of a sequence of calls, or why there is none."""

from function.apis.event_driven_service.hand_over import KEY
from function.base.outcome import Outcome, Requirement
from function.base.request import Request
from function.delivery.live import asked
from function.plan import cluster
from function.plan.settled import Settled, settled
from function.render import render
from tests.bindings import PLATFORM
from tests.documents import worker, xr
from tools import golden

JOBS = golden.EXAMPLES / "infrabinding" / "flink-jobs"
WAITING = Outcome(requirements={"a": Requirement(api_version="v1", kind="ConfigMap", namespace="n", name="env")})


def test_an_invalid_spec_comes_to_nothing_but_its_problems() -> None:
    found = settled(render, Request(xr=xr(worker(size="xlarge"))))
    assert not found.composed
    assert [problem.path for problem in found.problems] == ["spec.size"]


def test_what_waits_for_the_cluster_is_named() -> None:
    assert settled(lambda _: WAITING, Request(xr={})) == Settled(waiting=("env",))


def test_an_answer_that_is_empty_for_good_is_one() -> None:
    assert settled(lambda _: Outcome(), Request(xr={})) == Settled()


def test_answers_that_never_end_are_given_up() -> None:
    calls: list[Request] = []

    def answer(request: Request) -> Outcome:
        calls.append(request)
        return render(Request(xr=xr(worker(scaling={"enabled": False, "minReplicas": len(calls)}))))

    assert "deployment" in settled(answer, Request(xr={})).composed
    assert len(calls) < 10


def test_jobs_that_wait_for_other_objects_are_among_the_resources() -> None:
    document, _, settings = golden.request(JOBS)
    first = render(Request(xr=document, platform=settings))
    found = settled(render, Request(xr=document, platform=settings))
    assert {*first.resources} <= {*found.composed}
    kinds = [asked(manifest)["kind"] for manifest in found.composed.values()]
    assert "FlinkDeployment" in kinds


def test_what_exists_only_on_the_way_is_not() -> None:
    fixed = xr(worker(scaling={"enabled": False, "minReplicas": 3}))
    before = settled(render, Request(xr=fixed, platform=PLATFORM))
    from_there = Request(xr=xr(worker()), observed=cluster.observed(before.composed), platform=PLATFORM)
    assert KEY in render(from_there).resources
    after = settled(render, from_there).composed
    assert KEY not in after
    assert "scaledobject" in after
