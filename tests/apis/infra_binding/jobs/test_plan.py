import pytest

from function.apis.infra_binding.jobs.plan import Plan, plans
from function.apis.infra_binding.model.binding import InfraBinding
from function.base.manifest import Json, Manifest
from function.platform.config import PlatformConfig
from tests.bindings import model, process

KUBERNETES: Json = {"type": "kubernetes"}
FLINK: Manifest = {"image": "company/runner:1.20.1", "jar": "local:///runner.jar"}


def planned(spec: InfraBinding, flink: Json = None) -> Plan:
    (found,) = plans(spec, "shop", PlatformConfig.model_validate({"flink": flink or {}}))
    return found


def of(**fields: Json) -> Plan:
    return planned(model(deployment=KUBERNETES, resources={"p": fields}))


def test_the_defaults_are_those_of_the_specification() -> None:
    found = of()
    assert (found.parallelism, found.max_parallelism) == (1, 1)
    assert (found.sizes.task_memory, found.sizes.task_cpu) == ("1gb", 1)
    assert (found.sizes.managed_memory, found.sizes.network_memory) == ("0b", "64mb")
    assert found.sizes.parts.fits


def test_the_maximum_is_the_parallelism_unless_it_is_set() -> None:
    assert of(parallelism=128).max_parallelism == 128
    assert of(parallelism=128, max_parallelism=720).max_parallelism == 720


@pytest.mark.parametrize("name", ["_groups", "_task_managers", "_job_manager", "_quotas", "_"])
def test_keys_that_begin_with_an_underscore_are_no_processes(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        InfraBinding.model_validate({"version": "1.0", "environment": "e", "resources": {name: {}}})


def test_nor_are_the_defaults() -> None:
    assert list(plans(model(resources={"_defaults": {"parallelism": 2}}), "shop", PlatformConfig())) == []


def test_what_a_process_sets_is_that_process_and_the_rest_is_that_of_the_defaults() -> None:
    resources: Json = {"_defaults": {"parallelism": 16, "task_memory": "2gb"}, "p": {"parallelism": 128}}
    found = planned(model(resources=resources))
    assert (found.parallelism, found.sizes.task_memory, found.sizes.task_cpu) == (128, "2gb", 1)
    assert found.path("parallelism") == "spec.resources.p.parallelism"
    assert found.path("task_memory") == "spec.resources._defaults.task_memory"
    assert found.path("task_cpu") == found.path() == "spec.resources.p"


@pytest.mark.parametrize(
    ("fields", "flink", "version"),
    [
        ({"image": "flink:1.17.1-proc-dsl"}, {}, "v1_17"),
        ({"image": "flink:1.17.1"}, {"version": "v1_20"}, "v1_17"),
        ({"image": "flink:latest"}, {"version": "v1_20"}, "v1_20"),
        ({"image": "flink:latest"}, {}, None),
        ({"image": "flink:1.16.3"}, {"version": "v1_20"}, None),
        ({}, {"image": "flink:2.0.0"}, "v2_0"),
        ({}, {"version": "v2_0"}, "v2_0"),
        ({}, {}, None),
    ],
)
def test_the_version_is_that_of_the_image_or_else_that_of_the_platform(
    fields: Json, flink: Json, version: str | None
) -> None:
    assert planned(model(resources={"p": fields}), flink).version == version


@pytest.mark.parametrize(
    ("fields", "flink", "words"),
    [
        ({}, {}, "PlatformConfig.spec.flink.image"),
        ({"jar": "local:///a.jar"}, {}, "PlatformConfig.spec.flink.image"),
        ({"image": "flink:1.20.1"}, {}, "PlatformConfig.spec.flink.jar"),
        ({}, {"image": "flink:1.20.1"}, "PlatformConfig.spec.flink.jar"),
        (process(image="flink:latest"), {}, "PlatformConfig.spec.flink.version"),
        (process(image="flink:1.16.3"), FLINK, "PlatformConfig.spec.flink.version"),
    ],
)
def test_without_an_image_a_jar_or_a_version_nothing_is_deployed(fields: Json, flink: Json, words: str) -> None:
    why = planned(model(deployment=KUBERNETES, resources={"p": fields}), flink).unmanaged
    assert why is not None
    assert words in why
    assert "the document contains its configuration" in why


@pytest.mark.parametrize(("fields", "flink"), [(process(), {}), ({}, FLINK), ({"image": "x:1.19.1"}, FLINK)])
def test_with_all_of_them_it_is(fields: Json, flink: Json) -> None:
    assert planned(model(deployment=KUBERNETES, resources={"p": fields}), flink).unmanaged is None
    assert planned(model(deployment={"type": "yarn"}, resources={"p": fields}), flink).unmanaged is not None
