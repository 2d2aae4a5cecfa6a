"""What would be lost is refused, or named, before anything is applied."""

import pytest

from function.base.manifest import Manifest
from function.base.outcome import Outcome
from function.base.request import Request
from function.plan import cluster
from function.render import render
from tests.documents import platform, worker, xr

OTHER: Manifest = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "x", "namespace": "shop"}}
MADE = cluster.observed({key: made.manifest for key, made in render(Request(xr=xr(worker()))).resources.items()})


def answered(observed: Manifest, *, desired: tuple[str, ...] = (), takeover: bool = False) -> Outcome:
    seen = {**MADE, **observed}
    settings = platform(takeoverMode=takeover)
    return render(Request(xr=xr(worker()), observed=seen, desired=frozenset(desired), platform=settings))  # type: ignore[arg-type]  # manifests


@pytest.mark.parametrize(
    ("desired", "takeover", "code"),
    [((), False, "EP491"), ((), True, "EP490"), (("thing",), False, None), (("thing",), True, None)],
)
def test_a_resource_that_no_step_asks_for_is_named_or_refused(
    desired: tuple[str, ...], takeover: bool, code: str | None
) -> None:
    answer = answered({"thing": OTHER}, desired=desired, takeover=takeover)
    assert (answer.fatal is not None) == (code == "EP490")
    assert str(answer.status.get("warnings")).count("observed.resources.thing") == (code == "EP491")
    assert [problem.code for problem in answer.problems] == (["EP490"] if code == "EP490" else [])


def test_what_an_earlier_step_uses_too_is_refused() -> None:
    assert [problem.code for problem in answered({}, desired=("deployment",)).problems] == ["EP315"]


def test_nothing_is_said_while_nothing_would_be_lost() -> None:
    answer = answered({})
    assert (answer.fatal, answer.problems, answer.status.get("warnings")) == (None, (), None)
