"""All parts of the section `network_policies`."""

from collections.abc import Sequence

from function.apis.infra_binding.asked import Asked
from function.apis.infra_binding.dapr.annotations import annotations
from function.apis.infra_binding.isolation import rules
from function.apis.infra_binding.jobs.job import Job
from function.apis.infra_binding.member import Made, Part
from function.apis.infra_binding.model.binding import InfraBinding
from function.apis.infra_binding.names import bound_name
from function.apis.infra_binding.network_policies.traffic import SelectedPods, Traffic
from function.apis.sidecar_ports import sidecar_ports
from function.base.condition import WORKLOAD_AVAILABLE
from function.base.meta import Meta
from function.delivery.resource import Resource
from function.manifests import network_policy
from function.platform.config import PlatformConfig

POLICY = Part(
    key="networkpolicy",
    kind=network_policy.KIND.kind,
    made="for each part of `network_policies`, with `PlatformConfig.spec.networkPolicy.bindings`; the part `jobs` has "
    "one for each Flink job",
)
_JOBS = "jobs"
_SWITCHED_OFF = "PlatformConfig.spec.networkPolicy.bindings is not set, so nothing limits the traffic of these pods"
_NOWHERE = "nothing deploys a process of the binding"


def isolation(spec: InfraBinding, meta: Meta, config: PlatformConfig, jobs: Sequence[Job]) -> tuple[Asked, ...]:
    """Return what becomes of each part that the binding has."""
    deployed = [job for job in jobs if job.made.own]
    return tuple(
        Asked(
            path=f"network_policies.{name}",
            physical="the pods of each job" if name == _JOBS else _object_name(meta, name),
            made=_made(spec, meta, config, name, traffic, deployed),
            wants=[_of_job(job) for job in jobs if job.wanted] if name == _JOBS else [_key(name)],
        )
        for name, traffic in (spec.network_policies.parts() if spec.network_policies else ())
    )


def _made(
    spec: InfraBinding, meta: Meta, config: PlatformConfig, name: str, traffic: Traffic, deployed: Sequence[Job]
) -> Made:
    if not config.network_policy.bindings:
        return Made(unmanaged=_SWITCHED_OFF)
    if name != _JOBS:
        return Made(own=(_pods(spec, meta, config, name, traffic, jobs=bool(deployed)),))
    if not deployed:
        return Made(unmanaged=_NOWHERE)
    return Made(own=tuple(_job(spec, meta, config, traffic, job) for job in deployed))


def _job(spec: InfraBinding, meta: Meta, config: PlatformConfig, traffic: Traffic, job: Job) -> Resource:
    """Return the policy for the pods of one job."""
    scraped = spec.monitoring.metrics.scraped() if spec.monitoring and spec.monitoring.metrics else None
    sidecar = sidecar_ports(annotations(spec.dapr if config.dapr.enabled else None, meta.name, job.name))
    metrics = [*([scraped.port] if scraped else []), *([sidecar.metrics] if sidecar else [])]
    manifest = network_policy.manifest(
        meta,
        name=job.physical,
        selector={"app": job.physical},  # the operator's label for the pods of a FlinkDeployment
        ingress=rules.of_job(traffic, config, metrics),
        egress=rules.outgoing(traffic, config, sidecar=sidecar is not None),
    )
    return Resource(_of_job(job), manifest, about=WORKLOAD_AVAILABLE)


def _pods(
    spec: InfraBinding, meta: Meta, config: PlatformConfig, name: str, traffic: Traffic, *, jobs: bool
) -> Resource:
    """Return the policy for pods with labels, or for the whole namespace, in which jobs may be."""
    if isinstance(traffic, SelectedPods):
        selector, ingress = traffic.pod_labels, rules.of_pods(traffic, config)
    else:
        selector, ingress = {}, rules.of_namespace(traffic, config, jobs=jobs)
    manifest = network_policy.manifest(
        meta,
        name=_object_name(meta, name),
        selector=selector,
        ingress=ingress,
        egress=rules.outgoing(traffic, config, sidecar=spec.dapr is not None),
    )
    return Resource(_key(name), manifest, about=WORKLOAD_AVAILABLE)


def _of_job(job: Job) -> str:
    return _key(f"{_JOBS}.{job.name}")


def _key(name: str) -> str:
    return POLICY.of(name.replace(".", "-"))


def _object_name(meta: Meta, name: str) -> str:
    return bound_name(meta.name, name.replace(".", "-"))
