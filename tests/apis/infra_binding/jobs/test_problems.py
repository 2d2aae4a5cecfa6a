import pytest

from function.base.manifest import Json, Manifest
from function.base.problems import Problem, errors
from function.render import check
from tests.bindings import binding, composite, process, storage
from tests.documents import platform

KUBERNETES: Json = {"type": "kubernetes"}


def found(*, deployed: bool = True, settings: Json = None, **sections: Json) -> tuple[Problem, ...]:
    """Return the errors of a binding, whose process p is deployed or not."""
    spec = binding(**{"resources": {"p": process()}, **({"deployment": KUBERNETES} if deployed else {}), **sections})
    return errors(check(composite(spec), platform(**(settings if isinstance(settings, dict) else {}))))


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"task_memory": "512mb"}, "spec.resources.p.task_memory"),
        ({"managed_memory": "1gb"}, "spec.resources.p"),
        ({"task_memory": "4gb", "managed_memory": "3gb", "network_memory": "512mb"}, "spec.resources.p.task_memory"),
        ({"network_memory": "1gb"}, "spec.resources.p"),
    ],
)
@pytest.mark.parametrize("deployed", [True, False])
def test_a_process_of_512mb_and_the_like_do_not_start(fields: dict[str, Json], path: str, *, deployed: bool) -> None:
    (problem,) = found(resources={"p": process(**fields)}, deployed=deployed)
    assert (problem.path, problem.code) == (path, "EP430")
    assert "so no task manager starts" in problem.message


def test_the_remedy_is_the_smallest_size_that_starts() -> None:
    (problem,) = found(resources={"p": process(task_memory="512mb")})
    assert str(problem).startswith("spec.resources.p.task_memory: too small for what Flink needs (256mb metaspace")
    assert "; got 512mb. Hint: set at least 832mb, or lower managed_memory or network_memory" in problem.message
    assert found(resources={"p": process(task_memory="832mb")}) == ()


def test_memory_of_the_defaults_is_reported_where_it_is_set() -> None:
    (problem,) = found(resources={"_defaults": {"task_memory": "512mb"}, "p": process()})
    assert problem.path == "spec.resources._defaults.task_memory"


def test_a_state_backend_on_the_heap_needs_no_managed_memory() -> None:
    backends: Json = {"default": {"type": "hashmap"}}
    assert found(resources={"p": process(managed_memory="1gb")}, state_backends=backends) == ()


def test_merged_values_must_not_contradict_each_other() -> None:
    resources: Json = {"_defaults": {"max_parallelism": 64}, "p": {**process(parallelism=128), "max_parallelism": None}}
    (problem,) = found(resources=resources)
    assert (problem.path, problem.code) == ("spec.resources.p", "EP431")
    assert "got 128 and 64" in problem.message


def test_which_of_several_storages_a_job_uses_must_be_said() -> None:
    stores: Manifest = {"a": storage(), "b": storage(prefix="b")}
    (problem,) = found(checkpoints=stores)
    assert (problem.path, problem.code) == ("spec.resources.p", "EP432")
    assert problem.message.endswith("none is named 'p' or 'default'. Hint: set checkpoint")
    assert found(checkpoints=stores, resources={"p": process(checkpoint="a")}) == ()
    assert found(checkpoints={**stores, "p": storage()}) == ()


def test_for_a_process_that_is_not_deployed_it_is_a_warning() -> None:
    stores: Manifest = {"a": storage(), "b": storage(prefix="b")}
    spec = binding(
        resources={"p": {}}, checkpoints=stores, state_backends={"a": {"type": "hashmap"}, "b": {"type": "hashmap"}}
    )
    reported = check(composite(spec), platform())
    assert [(problem.code, problem.severity) for problem in reported] == [("EP432", "warning")] * 2


@pytest.mark.parametrize("image", ["flink:1.16.3", "flink:1.13", "flink:3.0.0", "company/job:7.1.2"])
def test_a_version_that_the_operator_does_not_run_is_refused(image: str) -> None:
    (problem,) = found(resources={"p": process(image=image)})
    assert (problem.path, problem.code) == ("spec.resources.p.image", "EP433")


@pytest.mark.parametrize(
    ("field", "name"), [("checkpoint", "nobody"), ("state_backend", "nobody"), ("checkpoint", "defaults")]
)
def test_a_process_uses_what_the_binding_has(field: str, name: str) -> None:
    stores: Json = {"default": storage()}
    backends: Json = {"default": {"type": "hashmap"}}
    (problem,) = found(resources={"p": process(**{field: name})}, checkpoints=stores, state_backends=backends)
    assert (problem.path, problem.code) == (f"spec.resources.p.{field}", "EP419")
    assert f"got '{name}'" in problem.message


@pytest.mark.parametrize(
    ("settings", "path", "code"),
    [
        ({"images": {"allowedRegistries": ["ghcr.io/example"]}}, "spec.resources.p.image", "EP220"),
        ({"policy": {"imageDigest": True}}, "spec.resources.p.image", "EP224"),
        ({"policy": {"maxLimits": {"memory": "512Mi"}}}, "spec.resources.p", "EP224"),
        ({"policy": {"maxRequests": {"cpu": "500m"}}}, "spec.resources.p", "EP224"),
    ],
)
def test_what_the_platform_limits_is_limited_here_too(settings: Json, path: str, code: str) -> None:
    (problem,) = found(settings=settings)
    assert (problem.path, problem.code) == (path, code)


@pytest.mark.parametrize(
    "settings",
    [
        {"images": {"allowedRegistries": ["docker.io/company"]}},
        {"policy": {"maxLimits": {"memory": "1Gi", "cpu": "1"}, "maxRequests": {"memory": "1Gi", "cpu": "1"}}},
    ],
)
def test_what_it_allows_is_allowed(settings: Json) -> None:
    assert found(settings=settings) == ()


def test_the_image_of_the_platform_is_its_own_affair() -> None:
    flink: Json = {"image": "quay.io/runner:1.20.1", "jar": "local:///runner.jar"}
    settings: Json = {"flink": flink, "images": {"allowedRegistries": ["ghcr.io"]}}
    assert found(resources={"p": {}}, settings=settings) == ()
