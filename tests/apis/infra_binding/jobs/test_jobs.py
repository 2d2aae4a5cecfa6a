from typing import Any

import pytest

from function.apis.infra_binding.jobs.jobs import jobs
from function.base.manifest import Json, Manifest, at
from function.base.meta import Meta
from function.base.request import Request
from function.delivery.live import asked, orphaned
from function.delivery.owner import owner
from function.platform.config import PlatformConfig
from function.render import render
from tests.bindings import binding, composite, model, process, settled
from tests.documents import platform


def test_there_is_a_job_for_each_process_sorted_by_name() -> None:
    spec = model(resources={"b": process(), "_defaults": {"parallelism": 2}, "a": {}})
    found = jobs(spec, Meta("payments", "shop"), PlatformConfig())
    assert [job.name for job in found] == ["a", "b"]
    assert len({job.physical for job in found}) == 2


def test_without_resources_there_is_none() -> None:
    assert jobs(model(), Meta("payments", "shop"), PlatformConfig()) == ()


FLINK: Manifest = {"image": "company/runner:1.20.1", "jar": "local:///runner.jar"}
RUNNER: Manifest = platform(flink=FLINK)
JOBS: dict[str, Json] = {"deployment": {"type": "kubernetes"}, "resources": {"a": {}, "b": process()}}
JOB_KEYS = ("flinkdeployment-a", "flinkdeployment-b")


def made() -> dict[str, Manifest]:
    """Return the composed resources of JOBS."""
    answer = render(Request(xr=composite(binding(**JOBS)), platform=RUNNER))
    return {key: composed.manifest for key, composed in answer.resources.items()}


def test_a_job_is_not_stopped_because_the_platform_no_longer_has_an_image() -> None:
    answer = render(Request(xr=composite(binding(**JOBS)), observed=made(), platform=platform()))
    assert answer.fatal == (
        "observed.resources.flinkdeployment-a: this object runs the process spec.resources.a, and its removal would "
        "stop the process. Hint: restore PlatformConfig or the entry, or remove the process first"
    )
    assert answer.conditions[-1].reason == "UnsafeChange"


@pytest.mark.parametrize(
    "after",
    [
        pytest.param({**JOBS, "resources": {"b": process()}}, id="the process is removed"),
        pytest.param({**JOBS, "deployment": {"type": "yarn"}}, id="it runs elsewhere"),
        pytest.param({**JOBS, "deployment": {"type": "kubernetes", "namespace": "other"}}, id="in another namespace"),
        pytest.param({}, id="nothing is left"),
    ],
)
def test_one_that_the_binding_no_longer_asks_for_is(after: dict[str, Json]) -> None:
    answer = render(Request(xr=composite(binding(**after)), observed=made(), platform=RUNNER))
    assert answer.fatal is None
    assert "flinkdeployment-a" not in answer.resources


def test_its_object_stays_until_it_is_seen_to_be_its_own() -> None:
    assert [key for key, manifest in made().items() if orphaned(manifest)] == list(JOB_KEYS)


def test_it_then_goes_with_it_because_it_holds_no_data() -> None:
    seen = settled(composite(binding(**JOBS)), RUNNER)
    assert seen.keys() >= set(JOB_KEYS)
    assert [key for key, manifest in seen.items() if orphaned(manifest)] == []


@pytest.mark.parametrize("key", JOB_KEYS)
def test_its_object_has_the_mark_of_the_binding(key: str) -> None:
    assert owner(asked(made()[key])) == "shop/payments"


def test_a_job_that_another_binding_has_is_left_alone() -> None:
    key = JOB_KEYS[0]
    seen: Any = settled(composite(binding(**JOBS)), RUNNER)
    marked = seen[key]["status"]["atProvider"]["manifest"]["metadata"]
    marked["annotations"] = dict.fromkeys(marked["annotations"], "shop/orders")
    seen[key]["spec"]["managementPolicies"] = ["Observe", "Create"]
    answer = render(Request(xr=composite(binding(**JOBS)), observed=seen, platform=RUNNER))
    assert at(answer.resources[key].manifest, "spec", "managementPolicies") == ["Observe", "Create"]
    assert answer.conditions[-1].reason == "NotOwned"
