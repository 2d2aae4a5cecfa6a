import pytest

from function.apis.infra_binding.deployment.described import changed, unmanaged
from function.base.manifest import Json, Manifest, mapping_at
from tests.apis.infra_binding.test_document import files
from tests.bindings import binding, composite, manifests, model, process, secret
from tests.support import outcome


def said(**fields: Json) -> dict[str, str]:
    target = model(deployment=fields).deployment
    assert target is not None
    return dict(unmanaged(target))


@pytest.mark.parametrize(
    ("fields", "places"),
    [
        ({"type": "kubernetes"}, []),
        ({"type": "kubernetes", "ha": {"enabled": True}, "service_account": "a"}, []),
        ({"type": "kubernetes", "mode": "native", "ci_cd": {"a": 1}}, ["ci_cd", "mode"]),
        ({"type": "kubernetes", "task_manager": {"replicas": 3, "resources": {"cpu": 1}}}, ["task_manager.replicas"]),
        ({"type": "kubernetes", "strategy": {"hooks": {"pre_upgrade": [{"action": "savepoint"}]}}}, []),
        (
            {"type": "kubernetes", "strategy": {"hooks": {"pre_upgrade": [{"action": "verify_health"}]}}},
            ["strategy.hooks.pre_upgrade[0]"],
        ),
        (
            {"type": "kubernetes", "strategy": {"hooks": {"pre_upgrade": [{"action": "savepoint", "timeout": "5m"}]}}},
            ["strategy.hooks.pre_upgrade[0].timeout"],
        ),
        (
            {"type": "kubernetes", "scaling": {"type": "horizontal", "metrics": [{"type": "kafka_lag"}]}},
            ["scaling.metrics[0]"],
        ),
        ({"type": "yarn"}, ["type"]),
        ({"type": "yarn", "mode": "session", "session": {"slots_per_task_manager": 4}}, ["type"]),
        ({"type": "yarn", "session": {"slots_per_task_manager": 4}}, ["type", "session.slots_per_task_manager"]),
        ({"type": "yarn", "ha": {"zookeeper": {"quorum": "a:2181"}}}, ["type"]),
        ({"type": "yarn", "ha": {"zookeeper": {"quorum": "a:2181"}, "type": "zookeeper"}}, ["type", "ha.type"]),
        ({"type": "yarn", "container": {"memory": "4gb", "count": 3}}, ["type", "container.count"]),
        (
            {"type": "standalone", "security": {"ssl": {"rest": {"key_file": "/a"}}}},
            ["type", "security.ssl.rest.key_file"],
        ),
    ],
)
def test_only_what_has_no_effect_has_a_reason(fields: Manifest, places: list[str]) -> None:
    assert sorted(said(**fields)) == sorted(f"deployment.{place}" for place in places)


def test_labels_that_flink_sets_are_told() -> None:
    labels: Json = {"team": "a", "app": "b", "type": "c"}
    target = model(deployment={"type": "kubernetes", "pod_template": {"metadata": {"labels": labels}}}).deployment
    assert target is not None
    assert sorted(changed(target)) == [
        "deployment.pod_template.metadata.labels.app",
        "deployment.pod_template.metadata.labels.type",
    ]


def test_a_reference_in_a_pipeline_is_one_to_the_secret_and_its_key() -> None:
    found = files(
        deployment={"type": "yarn", "ci_cd": {"token": "secret://ci/token"}}, secrets={"ci": secret("ci-login")}
    )
    pipeline = mapping_at(found["binding.yaml"], "deployment", "ci_cd")
    assert pipeline == {"token": {"secretKeyRef": {"name": "ci-login", "key": "token"}}}


@pytest.mark.parametrize(
    ("content", "path", "code"),
    [
        ({"uri": "mongodb://root:hunter2@db"}, "spec.deployment.ci_cd.uri", "EP403"),
        ({"password": "hunter2"}, "spec.deployment.ci_cd.password", "EP403"),
        ({"steps": [{"token": "hunter2"}]}, "spec.deployment.ci_cd.steps[0].token", "EP403"),
        ({"uri": "secret://nobody/uri"}, "spec.deployment.ci_cd.uri", "EP410"),
        ({"uri": "secret://db/"}, "spec.deployment.ci_cd.uri", "EP401"),
        ({"uri": "secret://own/other"}, "spec.deployment.ci_cd.uri", "EP411"),
    ],
)
def test_secrets_are_looked_for_in_a_pipeline_too(content: Json, path: str, code: str) -> None:
    own = {"own": secret(key="uri"), "db": secret()}
    answer = outcome(composite(binding(deployment={"type": "yarn", "ci_cd": content}, secrets=own)))
    assert [(problem.path, problem.code) for problem in answer.problems] == [(path, code)]
    assert "hunter2" not in str(answer)


def test_files_for_machines_are_in_the_document() -> None:
    cluster: Json = {"job_manager": {"host": "jm", "web_port": 9091}, "task_managers": [{"host": "a"}, {"host": "b"}]}
    data = manifests({**binding(resources={"p": process()}), "deployment": {"type": "standalone", "cluster": cluster}})[
        "document"
    ]["data"]
    assert isinstance(data, dict)
    assert (data["masters"], data["workers"]) == ("jm:9091\n", "a\nb\n")
    assert "jobmanager.rpc.address: jm\n" in data["p.flink.yaml"]
