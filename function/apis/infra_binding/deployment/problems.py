"""What the platform does not allow jobs in its cluster, and what no job can run with anywhere."""

from collections.abc import Iterator

from function.apis import images, pod_metadata
from function.apis.breach import breach
from function.apis.infra_binding.deployment.target import Target
from function.apis.infra_binding.deployment.targets.kubernetes import Model as Kubernetes
from function.apis.infra_binding.deployment.targets.yarn import Model as Yarn
from function.apis.infra_binding.units import in_bytes, quantity
from function.base.problems import Problem, describe, join
from function.base.quantity import parse_quantity
from function.platform.config import PlatformConfig
from function.platform.flink import LEAST_MEMORY

_PATH = "spec.deployment"


def problems(target: Target | None, config: PlatformConfig) -> Iterator[Problem]:
    """Yield the problems that do not depend on a process."""
    if isinstance(target, Yarn):
        yield from _memory("application_master.memory", target.application_master.memory)
    if isinstance(target, Kubernetes):
        yield from _in_the_cluster(target, config)


def _in_the_cluster(placed: Kubernetes, config: PlatformConfig) -> Iterator[Problem]:
    allowed = config.policy.flink
    account = placed.service_account
    if account is not None and account not in (config.flink.service_account, *allowed.service_accounts):
        what = f"runs jobs as the ServiceAccount '{account}'"
        yield breach(join(_PATH, "service_account"), what, "flink.serviceAccounts")
    if placed.image is not None:
        yield from images.refused(join(_PATH, "image.repository"), placed.image.reference, config)
    yield from _metadata(placed, config)
    yield from _tolerations(placed, allowed.tolerations)
    yield from _job_manager(placed, config)
    yield from _replicas(placed, config)


def _metadata(placed: Kubernetes, config: PlatformConfig) -> Iterator[Problem]:
    template, policy = placed.pod_template, config.policy
    for place, keys in (
        ("annotations", template.annotations),
        ("metadata.annotations", template.metadata.annotations),
    ):
        path = join(_PATH, f"pod_template.{place}")
        yield from pod_metadata.refused(path, keys, policy.pod_annotations, "podAnnotations")
    path = join(_PATH, "pod_template.metadata.labels")
    yield from pod_metadata.refused(path, template.metadata.labels, policy.pod_labels, "podLabels")


def _tolerations(placed: Kubernetes, allowed: list[str]) -> Iterator[Problem]:
    template = placed.pod_template
    for place, tolerations in (
        ("tolerations", template.tolerations),
        ("spec.tolerations", template.spec.tolerations),
    ):
        for position, toleration in enumerate(tolerations):
            if toleration.key not in allowed:
                path = join(_PATH, f"pod_template.{place}", position, "key")
                yield breach(path, f"tolerates the taint '{toleration.key}'", "flink.tolerations")


def _memory(field: str, memory: str | None) -> Iterator[Problem]:
    if memory is not None and in_bytes(memory) < parse_quantity(LEAST_MEMORY):
        message = describe(
            "too small for what Flink needs, so no job manager starts", got=memory, hint="set at least 704mb"
        )
        yield Problem(path=join(_PATH, field), message=message, code="EP470")


def _job_manager(placed: Kubernetes, config: PlatformConfig) -> Iterator[Problem]:
    amounts, path = placed.job_manager.resources, join(_PATH, "job_manager.resources")
    yield from _memory("job_manager.resources.memory", amounts.memory)
    given = {"cpu": amounts.cpu and str(amounts.cpu), "memory": amounts.memory and quantity(amounts.memory)}
    for side, largest in (("maxRequests", config.policy.max_requests), ("maxLimits", config.policy.max_limits)):
        for name, amount in given.items():
            bound = largest.amounts().get(name)
            if amount and bound is not None and parse_quantity(amount) > parse_quantity(bound):
                yield breach(
                    join(path, name), f"the {name} of a job manager is {amount}, above {bound}", f"{side}.{name}"
                )


def _replicas(placed: Kubernetes, config: PlatformConfig) -> Iterator[Problem]:
    most, scaling = config.scaling.max_replicas, placed.scaling
    if most is not None and scaling is not None and scaling.most > most:
        message = describe(f"must be at most {most}, the platform's limit", got=str(scaling.most))
        yield Problem(path=join(_PATH, "scaling.max_replicas"), message=message, code="EP222", value=str(scaling.most))
