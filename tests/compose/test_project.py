"""A service runs after its migrations, and these after NATS."""

import json
from pathlib import Path

import jsonschema
import pytest

from function.base.manifest import Json, Manifest, at, mapping_at
from function.compose.project import Project, project
from tests.compose.objects import container, deployment, env, jetstream, key, scaler
from tools import golden

SCHEMA = json.loads((Path(__file__).parents[1] / "schemas" / "compose-spec.json").read_text())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
SERVICES = [path for path in golden.folders(golden.EXAMPLES) if path.parent.name == "eventdrivenservice"]
READS = env(NATS_URL="nats://nats.nats.svc:4222", NATS_STREAM_NAME="ORDERS", NATS_CONSUMER_GROUP="billing")


def made(*objects: Manifest) -> Project:
    return project("orders", objects, {})


def after(found: Project, name: str) -> Json:
    conditions = mapping_at(found.document, "services", name, "depends_on")
    return {other: at(condition, "condition") for other, condition in conditions.items()}


@pytest.mark.parametrize("example", SERVICES, ids=lambda path: path.name)
def test_the_file_of_each_example_is_valid(example: Path) -> None:
    manifests = golden.documents(example / "expected.yaml")
    found = project(example.name, manifests, {})
    assert [error.message for error in VALIDATOR.iter_errors(found.document)] == []


@pytest.mark.parametrize(
    "document", [{"services": {"a": {"imag": "b"}}}, {"services": {"a": {"image": 1}}}, {"service": {}}]
)
def test_the_schema_rejects_what_is_wrong(document: Json) -> None:
    assert [*VALIDATOR.iter_errors(document)]


def test_each_step_runs_once_and_in_order() -> None:
    found = made(deployment(container(name="first"), container(name="second"), container(env=READS)))
    done = "service_completed_successfully"
    assert [*mapping_at(found.document, "services")] == ["nats", "nats-setup", "first", "second", "orders"]
    assert after(found, "first") == {"nats-setup": done}
    assert after(found, "second") == {"nats-setup": done, "first": done}
    assert after(found, "orders") == {"nats-setup": done, "first": done, "second": done}


def test_sidecars_are_told() -> None:
    sidecar = container(name="proxy", restartPolicy="Always")
    found = deployment(sidecar, container(), containers=[container(), container(name="agent")])
    whole = made(found)
    assert [*mapping_at(whole.document, "services")] == ["orders"]
    assert {"container proxy: is not started", "container agent: is not started"} <= {*whole.told}


def test_without_a_stream_there_is_no_nats() -> None:
    found = made(deployment(container()), scaler({"type": "kafka", "metadata": {}}))
    assert [*mapping_at(found.document, "services")] == ["orders"]
    assert "trigger kafka: start what it reads yourself" in found.told


def test_a_service_may_be_called_like_one_of_ours() -> None:
    found = project("nats", [deployment(container(env=READS)), scaler(jetstream("A", "b"))], {})
    assert [*mapping_at(found.document, "services")] == ["nats", "nats-setup", "nats-service"]


@pytest.mark.parametrize(
    ("name", "steps", "expected"),
    [
        ("orders", ["orders"], ["orders", "orders-service"]),
        ("orders", ["orders", "orders-service"], ["orders", "orders-service", "orders-service-2"]),
        ("nats", ["nats"], ["nats-service", "nats-service-2"]),
        ("nats", ["nats-service", "nats-service-2"], ["nats-service", "nats-service-2", "nats-service-3"]),
        ("nats-setup", ["nats"], ["nats-service", "nats-setup-service"]),
    ],
)
def test_every_service_has_a_name_of_its_own(name: str, steps: list[str], expected: list[str]) -> None:
    pod = deployment(*(container(name=step) for step in steps), container(env=READS))
    services = mapping_at(project(name, [pod], {}).document, "services")
    assert [*services] == ["nats", "nats-setup", *expected]
    assert at(services, expected[-1], "depends_on", expected[0]) == {"condition": "service_completed_successfully"}


def test_no_service_has_a_host_name_of_nats() -> None:
    reads = [*env(NATS_URL="nats://orders:4222"), *READS[1:]]
    assert "orders-service" in mapping_at(made(deployment(container(env=reads))).document, "services")
    assert "orders" in mapping_at(made(deployment(container(env=reads[:1]))).document, "services")


def test_objects_without_equivalent_are_told() -> None:
    assert (
        "PodDisruptionBudget: nothing is evicted here"
        in made(deployment(container()), {"kind": "PodDisruptionBudget"}).told
    )


def test_a_secret_and_a_configmap_of_one_name_share_a_folder() -> None:
    volumes: Json = [{"name": "a", "secret": {"secretName": "x"}}, {"name": "b", "configMap": {"name": "x"}}]
    mounts: Json = [{"name": "a", "mountPath": "/a"}, {"name": "b", "mountPath": "/b"}]
    found = made(deployment(container(volumeMounts=mounts), volumes=volumes))
    assert found.files == {"x/": "a file for each key of Secret x; a file for each key of ConfigMap x"}


def test_what_is_rare_is_valid_too() -> None:
    security: Json = {
        "privileged": True,
        "readOnlyRootFilesystem": True,
        "allowPrivilegeEscalation": False,
        "capabilities": {"drop": ["ALL"], "add": ["NET_RAW"]},
        "seccompProfile": {"type": "Unconfined"},
    }
    pod: Json = {"runAsUser": 1, "fsGroup": 2, "supplementalGroups": [3], "sysctls": [{"name": "a.b", "value": "1"}]}
    main = container(
        env=[*READS, key("A", "x}${B", "c")],
        securityContext=security,
        readinessProbe={"exec": {"command": ["true"]}},
        workingDir="/a$b",
        envFrom=[{"secretRef": {"name": "$x"}}],
        volumeMounts=[{"name": "a", "mountPath": "/a$", "readOnly": True}, {"name": "b", "mountPath": "/b"}],
        resources={"limits": {"cpu": "100m", "memory": "1Mi"}},
    )
    volumes: Json = [{"name": "a", "emptyDir": {}}, {"name": "b", "secret": {"secretName": "$y"}}]
    found = made(deployment(main, securityContext=pod, volumes=volumes))
    assert [error.message for error in VALIDATOR.iter_errors(found.document)] == []


def test_ports_are_published_on_this_machine_alone() -> None:
    ports: Json = [{"name": "http", "containerPort": 8080}, {"name": "metrics", "containerPort": 9090}]
    found = made(deployment(container(ports=ports, env=READS)))
    assert at(found.document, "services", "orders", "ports") == ["127.0.0.1:${UP_HTTP_PORT:-8080}:8080"]
    assert at(found.document, "services", "nats", "ports") == ["127.0.0.1:${UP_NATS_PORT:-4222}:4222"]


def test_what_the_user_must_add_is_listed_once() -> None:
    secret = key("DB", "orders-db", "url")
    every: Json = [{"secretRef": {"name": "orders-keys"}}]
    found = made(deployment(container(name="first", env=[secret]), container(env=[secret], envFrom=every)))
    assert [*found.variables] == ["ENV_DB"]
    assert found.files == {"orders-keys.env": "NAME=value for each key of what is called orders-keys"}


def test_an_address_that_does_not_work_is_replaced_and_told() -> None:
    reads = [*env(NATS_URL="tls://nats.example.org:4222"), *READS[1:]]
    found = made(deployment(container(env=reads)))
    assert at(found.document, "services", "orders", "environment", "NATS_URL") == "nats://nats:4222"
    assert "NATS_URL: replaced, because NATS has neither this address nor TLS here" in found.told
