from function.apis.infra_binding.connections.group import groups
from function.apis.infra_binding.connections.pods import Pods, pods
from function.base.manifest import Json
from tests.bindings import process, resolved


def found_in(**fields: Json) -> list[Pods]:
    binding = resolved(**fields)
    return list(pods(binding, groups(binding)))


def test_jobs_and_sidecars() -> None:
    found = found_in(
        resources={"job": process(parallelism=3, task_cpu=0.5, task_memory="2gb")},
        deployment={"type": "kubernetes"},
        dapr={"sidecar": {"requests": {"cpu": "100m"}}, "invocation": {"routes": {"a": "a:1", "b": "b:1"}}},
    )
    assert [str(row.whose) for row in found] == [
        "`resources.job`: job manager",
        "`resources.job`: task managers",
        "`dapr.sidecar`: one sidecar for each application",
    ]
    tasks, sidecars = found[1].usage, found[2].usage
    assert (tasks.number, tasks.cpu, tasks.memory, tasks.memory_limit) == (3, "0.5", "2Gi", "2Gi")
    assert (sidecars.number, sidecars.cpu, sidecars.memory) == (2, "100m", None)


def test_what_nothing_deploys_has_no_pods() -> None:
    assert found_in(resources={"job": process()}, deployment={"type": "yarn"}) == []
