"""What the platform does not let the NetworkPolicies of a binding do, or does not yet know for them."""

from collections.abc import Iterator, Sequence

from function.apis import connections
from function.apis.breach import breach
from function.apis.infra_binding.jobs.job import Job
from function.apis.infra_binding.model.binding import InfraBinding
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


def without_operators(spec: InfraBinding, config: PlatformConfig, jobs: Sequence[Job]) -> Iterator[Problem]:
    """Yield a problem for each policy that would cut off an operator, which then loses sight of what it runs."""
    settings, policies = config.network_policy, spec.network_policies
    if policies is None or not settings.bindings:
        return
    parts = [name for name, _ in policies.parts()]
    if not settings.flink_operator and any(job.made.own for job in jobs):
        what = "the Flink operator could not reach the REST API of the jobs"
        yield from (_cut_off(name, what, "flinkOperator", "EP496") for name in parts if name in ("jobs", _WHOLE))
    if not settings.postgresql_operator and _WHOLE in parts:
        what = "the operator of PostgreSQL could not reach the databases"
        if any(service.type == "postgresql" for service in spec.services.values()):
            yield _cut_off(_WHOLE, what, "postgresqlOperator", "EP497")


def _cut_off(part: str, what: str, setting: str, code: str) -> Problem:
    setting = f"PlatformConfig.spec.networkPolicy.{setting}"
    message = describe(
        f"{what}, because nothing says where it runs",
        hint=f"ask the platform team to set {setting}",
    )
    return Problem(path=join(_PATH, part), message=message, code=code, setting=setting)


def _others(path: str, traffic: Traffic, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
    for position, source in enumerate(traffic.ingress):
        if source.namespace not in (namespace, *config.policy.network_policies.namespaces):
            place = join(path, "ingress", position, "namespace")
            yield breach(place, f"admits pods of namespace {source.namespace}", "networkPolicies.namespaces")
