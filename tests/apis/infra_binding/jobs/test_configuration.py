import pytest
import yaml

from function.apis.infra_binding.jobs.configuration import deployed, file
from function.apis.infra_binding.jobs.plan import Plan, plans
from function.base.manifest import Json
from function.platform.config import PlatformConfig
from tests.apis.infra_binding.deployment.targets.test_yarn import HA
from tests.bindings import model, process, storage


def plan(flink: Json = None, **sections: Json) -> Plan:
    whole: dict[str, Json] = {"deployment": {"type": "kubernetes"}, "resources": {"p": process()}, **sections}
    (found,) = plans(model(**whole), "shop", PlatformConfig.model_validate({"flink": flink or {}}))
    return found


def test_network_memory_is_minimum_and_maximum() -> None:
    found = deployed(plan(resources={"p": process(network_memory="128mb")}))
    assert found["taskmanager.memory.network.min"] == found["taskmanager.memory.network.max"] == "128mb"


def test_the_size_of_the_process_is_no_key_beside_the_resource() -> None:
    assert [key for key in deployed(plan()) if key.endswith("process.size")] == []
    assert yaml.safe_load(file(plan(), "shop/cards"))["taskmanager.memory.process.size"] == "1gb"
    assert "parallelism.default" not in deployed(plan())


def test_every_value_is_a_flat_text() -> None:
    found = deployed(plan(checkpoints={"a": storage()}, state_backends={"a": {"type": "rocksdb", "incremental": True}}))
    assert found["taskmanager.numberOfTaskSlots"] == "1"
    assert found["execution.checkpointing.incremental"] == "true"
    assert list(found) == sorted(found)


@pytest.mark.parametrize("refused", ["kubernetes.namespace", "kubernetes.cluster-id", "high-availability.cluster-id"])
def test_keys_that_the_operator_refuses_are_never_there(refused: str) -> None:
    assert refused not in deployed(plan(checkpoints={"a": storage()}))


def test_pod_templates_are_merged_by_name_instead_of_by_position() -> None:
    assert deployed(plan())["kubernetes.operator.pod-template.merge-arrays-by-name"] == "true"


@pytest.mark.parametrize(
    ("flink", "stored", "keys"),
    [({}, True, True), ({"highAvailability": False}, True, False), ({}, False, False)],
)
def test_what_a_job_manager_knows_is_kept_beside_the_checkpoints(flink: Json, *, stored: bool, keys: bool) -> None:
    found = deployed(plan(flink, checkpoints={"a": storage()} if stored else {}))
    expected = {
        "high-availability.type": "kubernetes",
        "high-availability.storageDir": "s3://company-checkpoints/auth/ha",
    }
    assert {key: text for key, text in found.items() if key.startswith("high")} == (expected if keys else {})


def test_deleting_a_job_takes_a_last_savepoint_if_there_is_a_place_for_it() -> None:
    key = "kubernetes.operator.job.savepoint-on-deletion"
    assert key not in deployed(plan(checkpoints={"a": storage()}))
    stored = storage(savepoint={"directory": "s3://company-savepoints/"})
    assert deployed(plan(checkpoints={"a": stored}))[key] == "true"


def test_the_number_of_checkpoints_of_a_process_wins() -> None:
    stores: Json = {"a": storage(retention={"max_checkpoints": 3})}
    key = "execution.checkpointing.num-retained"
    assert deployed(plan(checkpoints=stores))[key] == "3"
    assert deployed(plan(checkpoints=stores, resources={"p": process(max_checkpoints=5)}))[key] == "5"


@pytest.mark.parametrize(
    "sections",
    [
        {"description": "other"},
        {"streams": {}},
        {"checkpoints": {"p": storage(), "other": storage(prefix="other")}},
        {"resources": {"p": process(), "q": process(parallelism=3)}},
        {"environment": "staging"},
    ],
)
def test_what_is_not_about_the_process_changes_nothing_because_a_change_restarts_it(sections: dict[str, Json]) -> None:
    before = plan(checkpoints={"p": storage()})
    whole: dict[str, Json] = {
        "deployment": {"type": "kubernetes"},
        "resources": {"p": process()},
        "checkpoints": {"p": storage()},
        **sections,
    }
    after, *_ = plans(model(**whole), "shop", PlatformConfig())
    assert deployed(after) == deployed(before)


@pytest.mark.parametrize("image", ["flink:1.17.1", "flink:latest"])
def test_an_old_or_unknown_version_gets_the_old_names(image: str) -> None:
    found = file(plan(checkpoints={"a": storage()}, resources={"p": process(image=image)}), "shop/cards")
    assert "state.checkpoints.dir: s3://company-checkpoints/auth\n" in found
    assert "execution.checkpointing.dir" not in found


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ({"type": "standalone", "ha": HA}, "/shop/cards"),
        ({"type": "standalone", "ha": {**HA, "enabled": False}}, None),
        ({"type": "standalone"}, None),
        ({"type": "yarn", "ha": HA}, None),
        ({"type": "kubernetes", "ha": {"enabled": True}}, None),
    ],
)
def test_only_machines_are_told_the_id_of_their_cluster(target: Json, expected: str | None) -> None:
    found = yaml.safe_load(file(plan(deployment=target, checkpoints={"a": storage()}), "shop/cards"))
    assert found.get("high-availability.cluster-id") == expected


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ({}, False),
        ({"type": "kubernetes"}, True),
        ({"storage_dir": "s3://state/ha"}, True),
        ({"type": "kubernetes", "enabled": False}, False),
    ],
)
def test_a_binding_that_says_how_state_is_kept_wants_it_kept(asked: Json, *, kept: bool) -> None:
    target: Json = {"type": "kubernetes", "ha": asked}
    found = deployed(plan({"highAvailability": False}, deployment=target, checkpoints={"a": storage()}))
    assert ("high-availability.storageDir" in found) == kept


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ({"type": "standalone"}, "2048mb"),
        ({"type": "yarn"}, "2048mb"),
        ({"type": "yarn", "application_master": {"memory": "3gb"}}, "3gb"),
        ({"type": "kubernetes"}, "2048mb"),
        ({"type": "kubernetes", "job_manager": {"resources": {"memory": "4gb"}}}, "4gb"),
    ],
)
def test_a_file_says_how_much_memory_a_job_manager_has_because_none_starts_without(target: Json, expected: str) -> None:
    found = yaml.safe_load(file(plan(deployment=target), "shop/cards"))
    assert found["jobmanager.memory.process.size"] == expected


def test_the_memory_of_a_job_manager_is_that_of_the_platform_in_units_of_flink() -> None:
    found = yaml.safe_load(file(plan({"jobManager": {"memory": "1.5Gi"}}, deployment={"type": "yarn"}), "shop/cards"))
    assert found["jobmanager.memory.process.size"] == "1536mb"
