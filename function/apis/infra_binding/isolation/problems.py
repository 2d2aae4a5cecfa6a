"""What the platform does not let the NetworkPolicies of a binding do, or does not yet know for them."""

from collections.abc import Iterator, Sequence

from function.apis import connections
from function.apis.breach import breach
from function.apis.infra_binding.jobs.job import Job
from function.apis.infra_binding.network_policies.network_policies import NetworkPolicies
from function.apis.infra_binding.network_policies.traffic import Traffic
from function.base.problems import Problem, describe, join
from function.platform.config import PlatformConfig

_PATH = "spec.network_policies"
_WHOLE = "namespace"


def problems(policies: NetworkPolicies, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
    """Yield what the platform does not allow or does not have."""
    for name, traffic in policies.parts():
        path = join(_PATH, name)
        if name == _WHOLE and not config.policy.network_policies.whole_namespace:
            what = "selects all pods of the namespace, also those of others"
            yield breach(path, what, "networkPolicies.wholeNamespace")
        yield from _others(path, traffic, namespace, config)
        yield from connections.unknown(join(path, "egress"), traffic.egress or [], config)


def without_operator(policies: NetworkPolicies, config: PlatformConfig, jobs: Sequence[Job]) -> Iterator[Problem]:
    """Yield a problem for each policy that would cut off the Flink operator, which then loses sight of its jobs."""
    settings = config.network_policy
    if settings.flink_operator or not settings.bindings or not any(job.made.own for job in jobs):
        return
    for name, _ in policies.parts():
        if name in ("jobs", _WHOLE):
            setting = "PlatformConfig.spec.networkPolicy.flinkOperator"
            message = describe(
                "the Flink operator could not reach the REST API of the jobs, because nothing says where it runs",
                hint=f"ask the platform team to set {setting}",
            )
            yield Problem(path=join(_PATH, name), message=message, code="EP496", setting=setting)


def _others(path: str, traffic: Traffic, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
    for position, source in enumerate(traffic.ingress):
        if source.namespace not in (namespace, *config.policy.network_policies.namespaces):
            place = join(path, "ingress", position, "namespace")
            yield breach(place, f"admits pods of namespace {source.namespace}", "networkPolicies.namespaces")
