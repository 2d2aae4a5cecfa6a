"""Checks of an InfraBinding beyond its schema."""

from collections.abc import Iterator, Sequence

from function.apis import addresses, required_labels
from function.apis.infra_binding.document_size import too_large
from function.apis.infra_binding.entry import Entry
from function.apis.infra_binding.flink.process import DEFAULTS
from function.apis.infra_binding.infrastructure.tfvars import misnamed
from function.apis.infra_binding.isolation.problems import problems as network_problems
from function.apis.infra_binding.isolation.problems import without_operators
from function.apis.infra_binding.jobs.problems import problems as job_problems
from function.apis.infra_binding.model.binding import InfraBinding
from function.apis.infra_binding.monitoring.alerts.exported import problems as alert_problems
from function.apis.infra_binding.monitors.receivers import without_secret
from function.apis.infra_binding.not_secret import without_exceptions
from function.apis.infra_binding.preflight.problems import problems as preflight_problems
from function.apis.infra_binding.resolve import Resolved
from function.apis.infra_binding.resources import ALWAYS
from function.apis.infra_binding.secret_readers import without_secret as not_in_secret
from function.apis.infra_binding.secret_refs import unsafe_texts
from function.apis.infra_binding.secrets import overwritten, unclear_wholes, unknown_keys
from function.apis.infra_binding.terraform.problems import problems as terraform_problems
from function.apis.infra_binding.terraform.secrets import problems as of_variables
from function.apis.infra_binding.uses import unbound
from function.base.identity import Identity
from function.base.manifest import Json
from function.base.partial import readable
from function.base.problems import Problem, describe, join
from function.platform.config import PlatformConfig

_MANY = 40
"""The number of composed resources from which on Crossplane is slow."""


def policy(resolved: Resolved) -> list[Problem]:
    """Return conflicts between entries, missing settings and violations of the platform's rules."""
    written = resolved.spec.model_dump(exclude_none=True)
    return [
        *(
            problem
            for check in policies(resolved.spec, written, resolved.identity, resolved.config)
            for problem in check
        ),
        *unknown_keys(resolved.spec.secrets, resolved.spec.secret_refs),
        *unclear_wholes(resolved.secrets, resolved.spec.secret_refs),
        *overwritten(resolved.secrets),
        *_bound_twice(resolved.entries),
        *_receivers(resolved),
        *_components(resolved),
        *_services(resolved),
        *job_problems(resolved.spec, resolved.identity.namespace, resolved.config),
        *without_operators(resolved.spec, resolved.config, resolved.jobs),
        *preflight_problems(resolved.preflight, resolved.config),
        *_terraform_secrets(resolved),
        *_too_large(resolved),
        *_too_many(len(resolved.objects) + len(ALWAYS)),
    ]


def _unknown_secrets(spec: InfraBinding) -> Iterator[Problem]:
    """Yield a problem for each reference without an entry of `secrets`, in sections in which any text may be one."""
    for ref in spec.described_refs():
        if ref.name not in spec.secrets:
            message = describe("a secret reference must name an entry of spec.secrets", got=f"'{ref.name}'")
            yield Problem(path=join("spec", ref.path), message=message, code="EP410")


def policies(spec: InfraBinding, written: Json, identity: Identity, config: PlatformConfig) -> list[Iterator[Problem]]:
    """Return the checks that need only some entries; credentials are looked for in everything that is written."""
    unsafe = list(without_exceptions(unsafe_texts(written, "spec"), getattr(spec, "not_secret", {})))
    judged = {problem.path for problem in unsafe}
    return [
        iter(unsafe),
        (problem for problem in addresses.refused(spec, "spec") if problem.path not in judged),
        required_labels.missing(identity, config),
        _members(spec, identity.namespace, config),
        _unknown_secrets(spec),
        unbound(spec),
        readable(_misnamed(spec)),
        readable(_alerts(spec)),
        readable(_network(spec, identity.namespace, config)),
        readable(_terraform(spec, identity.namespace, config)),
    ]


def _misnamed(spec: InfraBinding) -> Iterator[Problem]:
    if spec.infrastructure is not None:
        yield from misnamed(spec.infrastructure, "spec.infrastructure")


def _alerts(spec: InfraBinding) -> Iterator[Problem]:
    if spec.monitoring is not None:
        processes = any(name != DEFAULTS for name in spec.resources)
        yield from alert_problems(spec.monitoring.alerts, spec.monitoring.metrics, processes=processes)


def _network(spec: InfraBinding, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
    if spec.network_policies is not None:
        yield from network_problems(spec.network_policies, namespace, config)


def _terraform(spec: InfraBinding, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
    if spec.infrastructure is not None and spec.infrastructure.terraform is not None:
        yield from terraform_problems(spec.infrastructure.terraform, namespace, config)


def _members(spec: InfraBinding, namespace: str, config: PlatformConfig) -> Iterator[Problem]:
    for section, name, member in spec.members():
        yield from readable(member.problems(join("spec", section, name), namespace, config))


def _receivers(resolved: Resolved) -> Iterator[Problem]:
    if resolved.spec.monitoring is not None:
        yield from without_secret(resolved.spec.monitoring.receivers, resolved.secrets)


def _components(resolved: Resolved) -> Iterator[Problem]:
    if resolved.spec.dapr is not None:
        yield from not_in_secret("Dapr", resolved.spec.dapr.members(), resolved.secrets)


def _services(resolved: Resolved) -> Iterator[Problem]:
    services = [("services", name, service) for name, service in resolved.spec.services.items()]
    yield from not_in_secret("the pod of a service", services, resolved.secrets)


def _terraform_secrets(resolved: Resolved) -> Iterator[Problem]:
    section = resolved.spec.infrastructure
    if section is not None and section.terraform is not None and section.terraform.crossplane is not None:
        yield from of_variables(section, resolved.secrets, resolved.config)


def _bound_twice(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Yield a problem if two logical names refer to the same thing or object: two composed resources would conflict."""
    first: dict[tuple[str, ...], Entry] = {}
    for entry in entries:
        names = (("Service", name) for name in entry.member.dns_names(entry.name))
        identities = [*entry.member.identities(), *names, *(resource.object_id for resource in entry.made.own)]
        same = next((first[identity] for identity in identities if identity in first), None)
        if same is not None:
            message = describe(
                f"spec.{same.path} binds the same {same.member.singular} or has the same object name",
                hint=f"bind each {same.member.singular} only once",
            )
            yield Problem(path=join("spec", entry.path), message=message, code="EP413")
        for identity in identities:
            first.setdefault(identity, entry)


def _too_many(objects: int) -> Iterator[Problem]:
    if objects >= _MANY:
        message = describe(
            f"the binding has {objects} objects; from {_MANY} on, each change takes Crossplane noticeably longer",
            hint="split the binding",
        )
        yield Problem(path="spec", message=message, code="EP435", severity="warning")


def _too_large(resolved: Resolved) -> Iterator[Problem]:
    message = too_large(resolved.document, resolved.config)
    if message is not None:
        yield Problem(path="spec", message=message, code="EP415")
