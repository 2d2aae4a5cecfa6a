"""What keeps a process from running where the binding places it."""

import pytest

from function.base.manifest import Json, Manifest
from function.base.problems import errors
from function.render import check
from tests.bindings import binding, composite, process, storage
from tests.documents import platform

STORED: Manifest = {"checkpoints": {"a": storage()}}
SAVED: Manifest = {"checkpoints": {"a": storage(savepoint={"directory": "s3://savepoints/"})}}
HOOK: Manifest = {"hooks": {"pre_upgrade": [{"action": "savepoint"}]}}
ZOOKEEPER: Manifest = {"zookeeper": {"quorum": "zk:2181"}}


def found(deployment: Manifest, sections: Manifest, **fields: Json) -> list[tuple[str, str]]:
    spec = binding(**{"resources": {"p": process(**fields)}, "deployment": deployment, **sections})
    return [(problem.path, problem.code) for problem in errors(check(composite(spec), platform()))]


def kubernetes(**fields: Json) -> Manifest:
    return {"type": "kubernetes", **fields}


@pytest.mark.parametrize(
    ("deployment", "path"),
    [
        (kubernetes(task_manager={"resources": {"memory": "1gb"}}), "task_manager.resources"),
        (kubernetes(task_manager={"resources": {"cpu": 1}}), "task_manager.resources"),
        ({"type": "yarn", "container": {"memory": "1gb"}}, "container"),
        ({"type": "yarn", "container": {"vcores": 1}}, "container"),
    ],
)
def test_a_task_manager_must_have_room_for_a_task(deployment: Manifest, path: str) -> None:
    assert found(deployment, STORED, task_memory="2gb", task_cpu=2) == [(f"spec.deployment.{path}", "EP470")]


@pytest.mark.parametrize(
    ("deployment", "sections", "path"),
    [
        (kubernetes(ha={"enabled": True}), {}, "ha"),
        (kubernetes(job_manager={"replicas": 2}), {}, "job_manager.replicas"),
        (kubernetes(job_manager={"replicas": 2}, ha={"enabled": False}), STORED, "job_manager.replicas"),
        ({"type": "yarn", "ha": ZOOKEEPER}, {}, "ha"),
        ({"type": "standalone", "ha": ZOOKEEPER}, {}, "ha"),
        (kubernetes(ha={"enabled": True}), STORED, None),
        (kubernetes(ha={"enabled": True, "storage_dir": "s3://ha"}), {}, None),
        (kubernetes(job_manager={"replicas": 2}), STORED, None),
        ({"type": "yarn", "ha": ZOOKEEPER}, STORED, None),
        ({"type": "yarn", "ha": {**ZOOKEEPER, "enabled": False}}, {}, None),
    ],
)
def test_what_job_managers_know_needs_a_place(deployment: Manifest, sections: Manifest, path: str | None) -> None:
    assert found(deployment, sections) == ([(f"spec.deployment.{path}", "EP471")] if path else [])


@pytest.mark.parametrize(
    ("fields", "sections", "path"),
    [
        ({"savepoint": {"auto_savepoint": True}}, STORED, "savepoint"),
        ({"savepoint": {"auto_savepoint": True, "directory": "s3://a"}}, {}, "savepoint"),
        ({"savepoint": {"periodic": {"interval": "1h"}}}, STORED, "savepoint"),
        ({"strategy": HOOK}, STORED, "strategy.hooks.pre_upgrade"),
        ({"strategy": HOOK}, SAVED, None),
        ({"strategy": HOOK, "savepoint": {"directory": "s3://a"}}, STORED, None),
        ({"savepoint": {"periodic": {"interval": "1h", "enabled": False}}}, {}, None),
        ({"savepoint": {"auto_savepoint": False}}, {}, None),
        ({"savepoint": {"restore": {"path": "s3://a/1"}}}, STORED, None),
    ],
)
def test_a_savepoint_needs_checkpoints_and_a_directory(fields: Manifest, sections: Manifest, path: str | None) -> None:
    assert found(kubernetes(**fields), sections) == ([(f"spec.deployment.{path}", "EP472")] if path else [])


def test_several_jobs_cannot_start_from_one_savepoint() -> None:
    two: Json = {"p": process(), "q": process()}
    deployment = kubernetes(savepoint={"restore": {"path": "s3://a/1"}})
    assert set(found(deployment, {**STORED, "resources": two})) == {("spec.deployment.savepoint.restore", "EP472")}


@pytest.mark.parametrize(("parallelism", "right"), [(7, False), (8, True), (40, True), (41, False)])
def test_a_job_starts_within_the_bounds_of_its_autoscaler(parallelism: int, right: bool) -> None:
    deployment = kubernetes(
        scaling={"type": "horizontal", "min_replicas": 2}, task_manager={"resources": {"memory": "4gb"}}
    )
    expected = [] if right else [("spec.resources.p.parallelism", "EP473")]
    assert found(deployment, STORED, parallelism=parallelism) == expected


def test_a_maximum_below_the_bounds_is_a_warning() -> None:
    deployment = kubernetes(scaling={"type": "horizontal", "max_replicas": 200})
    spec = binding(resources={"p": process()}, deployment=deployment, **STORED)
    (problem,) = check(composite(spec), platform())
    assert (problem.path, problem.code, problem.severity) == ("spec.resources.p.max_parallelism", "EP434", "warning")
