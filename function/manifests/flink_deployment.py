"""FlinkDeployment (flink.apache.org/v1beta1) of the Flink Kubernetes Operator: one job in a cluster of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

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


@dataclass(frozen=True, kw_only=True)
class Pods:
    """What the pods run as, their variables and annotations, where metrics are read, and how they log."""

    service_account: str
    environment: Mapping[str, str]
    metrics_port: int | None = None
    log4j: str | None = None
    """The whole configuration of Log4j. None leaves the operator's."""
    annotations: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class JobSpec:
    """The job, a jar in the image, and the compute resources of its job manager and of each task manager."""

    jar: str
    entry_class: str | None
    args: Sequence[str]
    parallelism: int
    upgrade_mode: str
    job_manager: Compute
    task_manager: Compute


def manifest(
    meta: Meta,
    *,
    name: str,
    image: str,
    version: str,
    configuration: Mapping[str, str],
    pods: Pods,
    job: JobSpec,
) -> Manifest:
    """Return the FlinkDeployment."""
    template = _pod_template(pods)
    return {
        "apiVersion": KIND.api_version,
        "kind": KIND.kind,
        "metadata": meta.object_meta(name=name),
        "spec": {
            "image": image,
            "imagePullPolicy": pull_policy(image),
            "flinkVersion": version,
            "mode": "native",
            "serviceAccount": pods.service_account,
            "flinkConfiguration": dict(configuration),
            **present({"logConfiguration": {_LOG4J: pods.log4j} if pods.log4j else {}, "podTemplate": template}),
            "jobManager": {"replicas": 1, "resource": job.job_manager.resource()},
            "taskManager": {"resource": job.task_manager.resource()},
            "job": present(
                {
                    "jarURI": job.jar,
                    "entryClass": job.entry_class,
                    "args": list(job.args),
                    "parallelism": job.parallelism,
                    "upgradeMode": job.upgrade_mode,
                    "state": "running",
                }
            ),
        },
    }


def _pod_template(pods: Pods) -> Manifest:
    """Return what the pods get in addition to what the operator gives them, {} for nothing."""
    variables: Json = [{"name": name, "value": text} for name, text in sorted(pods.environment.items())]
    ports: Json = [{"name": METRICS_PORT, "containerPort": pods.metrics_port}] if pods.metrics_port else []
    added = present({"env": variables, "ports": ports})
    metadata: Json = {"annotations": dict(pods.annotations)} if pods.annotations else None
    spec: Json = {"containers": [{"name": CONTAINER, **added}]} if added else None
    return present({"metadata": metadata, "spec": spec})
