from function.apis.infra_binding.jobs.jobs import jobs
from function.base.meta import Meta
from function.platform.config import PlatformConfig
from tests.bindings import model, process


def test_there_is_a_job_for_each_process_sorted_by_name() -> None:
    spec = model(resources={"b": process(), "_defaults": {"parallelism": 2}, "a": {}})
    found = jobs(spec, Meta("payments", "shop"), PlatformConfig())
    assert [job.name for job in found] == ["a", "b"]
    assert len({job.physical for job in found}) == 2


def test_without_resources_there_is_none() -> None:
    assert jobs(model(), Meta("payments", "shop"), PlatformConfig()) == ()
