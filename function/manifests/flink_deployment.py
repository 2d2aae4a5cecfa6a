"""FlinkDeployment (flink.apache.org/v1beta1) of the Flink Kubernetes Operator: one job in a cluster of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from function.base.image import pull_policy
from function.base.kind import Kind
from function.base.manifest import Json, Manifest, present
from function.base.meta import Meta
from function.base.naming import METRICS_PORT

KIND = Kind(api_version="flink.apache.org/v1beta1", kind="FlinkDeployment", plural="flinkdeployments")
_LOG4J = "log4j-console.properties"
CONTAINER = "flink-main-container"
"""The name by which the operator finds Flink's container in a pod template."""


@dataclass(frozen=True, kw_only=True)
class Compute:
    """CPU cores, and memory as a quantity."""

    cpu: float
    memory: str

    def resource(self) -> Manifest:
        """Return `resource` of a job manager or task manager."""
        return {"cpu": self.cpu, "memory": self.memory}


class Image(NamedTuple):
    """An image, and when it is pulled: by default as the tag says."""

    reference: str
    pull_policy: str | None = None


@dataclass(frozen=True, kw_only=True)
class Pods:
    """What the pods run as, their variables, labels, and annotations, and where metrics are read."""

    service_account: str
    environment: Mapping[str, str] = field(default_factory=dict)
    metrics_port: int | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    annotations: Mapping[str, str] = field(default_factory=dict)
    spec: Manifest = field(default_factory=dict)
    """Further fields of the `spec` of pods."""
    container: Manifest = field(default_factory=dict)
    """Further fields of Flink's container."""


@dataclass(frozen=True, kw_only=True)
class JobSpec:
    """The job, a jar in the image, and the compute resources of its job managers and of each task manager."""

    jar: str
    entry_class: str | None
    args: Sequence[str]
    parallelism: int
    upgrade_mode: str
    job_manager: Compute
    task_manager: Compute
    job_managers: int = 1
    savepoint: str | None = None
    """The savepoint from which the job starts for the first time."""
    allow_non_restored: bool = False
    """Whether it starts although it has no place for some of the state."""

    def job(self) -> Manifest:
        """Return `job`."""
        return present(
            {
                "jarURI": self.jar,
                "entryClass": self.entry_class,
                "args": list(self.args),
                "parallelism": self.parallelism,
                "upgradeMode": self.upgrade_mode,
                "initialSavepointPath": self.savepoint,
                "allowNonRestoredState": self.allow_non_restored or None,
                "state": "running",
            }
        )


def manifest(
    meta: Meta,
    *,
    name: str,
    image: Image,
    version: str,
    configuration: Mapping[str, str],
    pods: Pods,
    job: JobSpec,
    log4j: str | None = None,
) -> Manifest:
    """Return the FlinkDeployment; `log4j` is the whole configuration of Log4j, and None leaves the operator's."""
    template = _pod_template(pods)
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(name=name),
        "spec": {
            "image": image.reference,
            "imagePullPolicy": image.pull_policy or pull_policy(image.reference),
            "flinkVersion": version,
            "mode": "native",
            "serviceAccount": pods.service_account,
            "flinkConfiguration": dict(configuration),
            **present({"logConfiguration": {_LOG4J: log4j} if log4j else {}, "podTemplate": template}),
            "jobManager": {"replicas": job.job_managers, "resource": job.job_manager.resource()},
            "taskManager": {"resource": job.task_manager.resource()},
            "job": job.job(),
        },
    }


def _pod_template(pods: Pods) -> Manifest:
    """Return what the pods get in addition to what the operator gives them, {} for nothing."""
    variables: Json = [{"name": name, "value": text} for name, text in sorted(pods.environment.items())]
    ports: Json = [{"name": METRICS_PORT, "containerPort": pods.metrics_port}] if pods.metrics_port else []
    added = present({"env": variables, "ports": ports, **pods.container})
    containers: Json = [{"name": CONTAINER, **added}] if added else []
    metadata = present({"labels": dict(pods.labels), "annotations": dict(pods.annotations)})
    return present({"metadata": metadata, "spec": present({"containers": containers, **pods.spec})})
