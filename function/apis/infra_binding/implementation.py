"""InfraBinding: from logical names to topics, streams, secrets and one resolved document."""

from function.apis.api import Api
from function.apis.contract import Implementation
from function.apis.infra_binding import KIND
from function.apis.infra_binding.dapr.dapr import PARTS as DAPR
from function.apis.infra_binding.gating import transition
from function.apis.infra_binding.isolation.isolation import POLICY
from function.apis.infra_binding.jobs.job import JOB
from function.apis.infra_binding.lifecycle import emits, keeps, requirements
from function.apis.infra_binding.links import links
from function.apis.infra_binding.model.binding import InfraBinding
from function.apis.infra_binding.model.status import COLUMNS, InfraBindingStatus
from function.apis.infra_binding.monitors.monitors import PARTS
from function.apis.infra_binding.policy import policies, policy
from function.apis.infra_binding.preflight.job import PREFLIGHT
from function.apis.infra_binding.resolve import Resolved, prepare
from function.apis.infra_binding.resources import ALWAYS, compose
from function.apis.infra_binding.sections import MAKES
from function.apis.infra_binding.status.report import PHASES, report
from function.apis.infra_binding.terraform.workspace import WORKSPACE

IMPLEMENTATION = Implementation[InfraBinding, Resolved](
    api=Api(
        kind=KIND,
        plural="infrabindings",
        short_name="ib",
        spec=InfraBinding,
        status=InfraBindingStatus,
        columns=COLUMNS,
        makes=(
            *ALWAYS.values(),
            *MAKES,
            *((part.kind, part.made) for part in (JOB, *PARTS, *DAPR, POLICY, PREFLIGHT, WORKSPACE)),
        ),
        name_max=50,
        phases=PHASES,
        files=".infra",
        variables=True,
    ),
    prepare=prepare,
    policy=policy,
    policies=policies,
    compose=compose,
    transition=transition,
    requirements=requirements,
    links=links,
    report=report,
    emits=emits,
    keeps=keeps,
)
