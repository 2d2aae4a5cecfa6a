"""Combines spec, identity and settings into one value that all later steps read, so that nothing is derived twice."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from function.apis import required_labels
from function.apis.infra_binding.asked import Asked
from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.document import document
from function.apis.infra_binding.entries import entries
from function.apis.infra_binding.entry import Entry
from function.apis.infra_binding.isolation.isolation import isolation
from function.apis.infra_binding.jobs.job import Job
from function.apis.infra_binding.jobs.jobs import jobs
from function.apis.infra_binding.model.binding import InfraBinding
from function.apis.infra_binding.monitors.monitor import Monitor
from function.apis.infra_binding.monitors.monitors import monitors
from function.apis.infra_binding.objects import objects
from function.apis.infra_binding.preflight.job import Preflight, preflight
from function.apis.infra_binding.preflight.plan import plan
from function.apis.infra_binding.secrets import bind
from function.apis.infra_binding.terraform.workspace import workspace
from function.base import labels, naming
from function.base.identity import Identity
from function.base.meta import Meta
from function.delivery.resource import Resource
from function.platform.config import PlatformConfig

COMPONENT = naming.BINDING_COMPONENT


@dataclass(frozen=True, kw_only=True)
class Resolved:
    """A valid binding with the platform's settings applied."""

    spec: InfraBinding
    identity: Identity
    config: PlatformConfig
    meta: Meta
    """Name, namespace and labels of the objects."""
    secrets: Mapping[str, BoundSecret]
    """The Secret behind each logical name."""
    entries: tuple[Entry, ...]
    """All logical names of all sections."""
    jobs: tuple[Job, ...]
    """The Flink job of each process."""
    monitors: tuple[Monitor, ...]
    """The parts of `monitoring` that the binding has."""
    asked: tuple[Asked, ...]
    """The parts of `network_policies` that the binding has, and the Workspace that it asks for."""
    document: Mapping[str, str]
    """The data of the ConfigMap, by file name."""
    preflight: Preflight | None = None
    """The checks before processes are started, or None without any."""

    @cached_property
    def objects(self) -> tuple[Resource, ...]:
        """Return the objects beside the document, in order; many steps read them."""
        return objects(self.identity, self.entries, (*self.jobs, *self.monitors, *self.asked))


def prepare(spec: InfraBinding, identity: Identity, config: PlatformConfig) -> Resolved:
    """Return the resolved binding; cannot fail for a valid spec."""
    common = required_labels.held(identity, config) | labels.common(identity.name, COMPONENT)
    meta = Meta(identity.name, identity.namespace, common)
    secrets = bind(spec.secrets, spec.secret_refs, identity)
    resolved_entries, resolved_jobs = entries(spec, meta, config, secrets), jobs(spec, meta, config)
    resolved_monitors = monitors(spec, meta, config, secrets, resolved_jobs)
    asked = (*isolation(spec, meta, config, resolved_jobs), *workspace(spec, meta, config, secrets))
    written = document(spec, resolved_entries, secrets, resolved_jobs, resolved_monitors, asked)
    return Resolved(
        spec=spec,
        identity=identity,
        config=config,
        meta=meta,
        secrets=secrets,
        entries=resolved_entries,
        jobs=resolved_jobs,
        monitors=resolved_monitors,
        asked=asked,
        document=written,
        preflight=preflight(plan(spec, secrets), meta, config, written),
    )
