"""What can happen to a service: the parts that scripts are put together from."""

from collections.abc import Callable
from dataclasses import dataclass

from function.base.manifest import Manifest
from tests.convergence.cluster import Cluster
from tests.status.scene import (
    ROLLED_OUT,
    ROLLING,
    condition,
    container,
    deployment,
    pod,
    scaled_object,
    waiting,
)


@dataclass(frozen=True)
class Step:
    """One thing that happens, and what is shown when all have reacted."""

    happens: Callable[[Cluster], object]
    phase: str
    reason: str
    events: tuple[str, ...] = ()


@dataclass(frozen=True)
class Script:
    """Steps from the very beginning, or after the service runs; `falls` is how often Ready may be lost."""

    steps: tuple[Step, ...]
    from_running: bool = True
    falls: int = 0
    spec: Manifest | None = None


READY = condition("Ready", "True", "ScaledObjectReady")
FAILS = condition("Ready", "False", "TriggerError")
ACTIVE, INACTIVE = condition("Active", "True"), condition("Active", "False")
SERVES = pod(container(ready=True, running={}), phase="Running")
CREATING, STARTING = pod(waiting("ContainerCreating")), pod(container(running={}), phase="Running")
NO_IMAGE = pod(waiting("ErrImagePull", "manifest unknown"))
BACK_OFF = pod(waiting("ImagePullBackOff", "Back-off pulling image: ErrImagePull: manifest unknown"))
NO_SECRET = pod(waiting("CreateContainerConfigError", 'secret "db" not found'))
CRASHES = pod(waiting("CrashLoopBackOff", restarts=3, last={"exitCode": 1, "reason": "Error"}))
CRASHED = ("Warning CrashLooping",)
NO_KEDA = 'observe failed: cannot get object: no matches for kind "ScaledObject" in version "keda.sh/v1alpha1"'


def nothing(_: Cluster) -> None:
    """Let Crossplane look again."""


def rollout(live: Manifest, *pods: Manifest) -> Callable[[Cluster], None]:
    def happens(cluster: Cluster) -> None:
        cluster.live("deployment", live)
        cluster.pods = pods

    return happens


def scaler(*conditions: Manifest) -> Callable[[Cluster], None]:
    return lambda cluster: cluster.live("scaledobject", scaled_object(*conditions))


RUNS = rollout(deployment(ROLLED_OUT, ready=1), SERVES)
STARTS = rollout(deployment(ROLLING), CREATING)


def settles(cluster: Cluster) -> None:
    """Let the provider apply every Object: a new version is in the labels of all of them."""
    RUNS(cluster)
    cluster.basics()
    scaler(READY, INACTIVE)(cluster)


REPLACES = deployment(ROLLING, ready=1, updated=1, total=2)
PENDING = ("Pending", "DeploymentNotReady")
PROGRESS = ("Progressing", "DeploymentNotReady")
APPLYING = ("Progressing", "Applying")
WELL = ("Running", "Operational")
RECOVERED = ("Normal Operational",)
BEGINNING = (
    Step(nothing, *PENDING),
    Step(Cluster.basics, *PENDING),
    Step(STARTS, *PROGRESS),
    Step(scaler(condition("Ready", "Unknown")), *PROGRESS),
)


def new_image(tag: str) -> Callable[[Cluster], None]:
    return lambda cluster: cluster.edit(image=f"ghcr.io/example/orders:{tag}")
