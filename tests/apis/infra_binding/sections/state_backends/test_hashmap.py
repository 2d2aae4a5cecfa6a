from function.apis.infra_binding.sections.state_backends.hashmap import Model
from function.base.manifest import Json
from function.render import check
from tests.bindings import binding, composite, manifests, process, storage
from tests.plug_ins.cases import Cases
from tests.support import look

CASES = Cases(
    whole={"type": "hashmap", "async_snapshots": True},
    changes={"async_snapshots": False},
    for_applications=["async_snapshots"],
    refused=[
        *(("type", "heap"), ("async_snapshots", "yes"), ("incremental", True), ("options", {}), ("memory", {})),
        *(("local_directories", ["/mnt"]), ("type", None)),
    ],
)


def spec(**fields: Json) -> dict[str, Json]:
    return binding(
        deployment={"type": "kubernetes"},
        checkpoints={"a": storage()},
        state_backends={"default": {"type": "hashmap", "async_snapshots": False}},
        resources={"p": process(**fields)},
    )


def test_asynchronous_snapshots_have_no_key_because_flink_always_takes_them() -> None:
    backend = Model.model_validate({"type": "hashmap", "async_snapshots": True})
    assert backend.configuration(managed=False) == {"state.backend.type": "hashmap"}
    assert list(backend.doubts(managed=False)) == []
    (problem,) = check(composite(spec()), {})
    assert (problem.path, problem.severity) == ("spec.state_backends.default.async_snapshots", "warning")


def test_a_job_with_its_state_on_the_heap_has_no_managed_memory() -> None:
    found = look(manifests(spec(managed_memory="1gb")), "flinkdeployment-p.spec.flinkConfiguration")
    assert isinstance(found, dict)
    assert found["taskmanager.memory.managed.size"] == "0b"
    reported = {problem.path for problem in check(composite(spec(managed_memory="1gb")), {})}
    assert "spec.resources.p.managed_memory" in reported
