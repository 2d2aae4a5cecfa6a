"""All Flink jobs of a binding."""

from function.apis.infra_binding.jobs.job import Job, job
from function.apis.infra_binding.jobs.plan import plans
from function.apis.infra_binding.model.binding import InfraBinding
from function.base.meta import Meta
from function.platform.config import PlatformConfig


def jobs(spec: InfraBinding, meta: Meta, config: PlatformConfig) -> tuple[Job, ...]:
    """Return a job for each process, sorted by name."""
    restricted = config.security.profile == "restricted"
    return tuple(job(plan, meta, restricted=restricted) for plan in plans(spec, meta.namespace, config))
