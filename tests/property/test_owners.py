"""Whatever a binding holds: it writes no object that belongs to another one."""

from hypothesis import given
from hypothesis import strategies as st

from function.apis.infra_binding.dapr.configuration import CONFIGURATION
from function.apis.infra_binding.dapr.resiliency.resiliency import RESILIENCY
from function.apis.infra_binding.dapr.subscription import SUBSCRIPTION
from function.apis.infra_binding.monitors.alerts import RULE
from function.apis.infra_binding.monitors.receivers import CONFIG
from function.apis.infra_binding.monitors.tracing import INSTRUMENTATION
from function.apis.infra_binding.resources import ALWAYS
from function.base.manifest import Manifest, items_at
from function.base.request import Request
from function.plan import cluster
from function.render import render
from tests.bindings import PLATFORM, composite
from tests.leaves import replaced
from tests.property.test_bindings import BINDINGS, EXAMPLES, made

OURS = "shop/payments"
OWNERS = st.sets(st.sampled_from((OURS, "shop/first", "shop/second", "no owner")), max_size=3)
WRITING = {"Update", "Delete", "*"}
_OF_BINDINGS = (INSTRUMENTATION, RULE, CONFIG, CONFIGURATION, RESILIENCY, SUBSCRIPTION)
ALONE = (*ALWAYS, "externalsecret-", "streamconsumer-", *(part.of("") for part in _OF_BINDINGS))
"""The keys of objects whose names no other binding can use."""


@EXAMPLES
@given(BINDINGS, OWNERS, st.sampled_from((["*"], ["Observe", "Create"], ["Observe"])))
def test_what_is_seen_to_be_somebody_elses_is_never_written(
    spec: Manifest, owners: set[str], policies: list[str]
) -> None:
    document = composite(spec)
    marks: Manifest = {f"platform.fn.bizmatters.io/owner-{number}": name for number, name in enumerate(owners)}
    observed = {
        key: replaced(
            replaced(seen, "spec.managementPolicies", [*policies]),
            "status.atProvider.manifest.metadata.annotations",
            marks,
        )
        for key, seen in cluster.observed(made(document, {})).items()
    }
    foreign = min(owners - {"no owner"}, default="") != OURS and (owners - {"no owner"} or policies != ["*"])
    answer = render(Request(xr=document, observed=observed, platform=PLATFORM))
    for key, one in answer.resources.items():
        allowed = {str(action) for action in items_at(one.manifest, "spec", "managementPolicies")} or {"*"}
        if not key.startswith(ALONE):
            assert bool(allowed & WRITING) != bool(foreign), key
            assert one.ready is False or not foreign, key
