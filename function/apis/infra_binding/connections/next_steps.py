"""Next Steps for Production: what the binding lacks."""

from collections.abc import Iterator, Sequence

from function.apis.infra_binding.connections.group import Group
from function.apis.infra_binding.endpoints.endpoint import Step
from function.apis.infra_binding.resolve import Resolved
from function.base.manifest import text_at
from function.base.markdown import Markdown, code, joined
from function.manifests import network_policy

_NO_ALERTS = Step("Alerting", Markdown("nobody is told when something fails: add `monitoring.alerts`"))
_NO_RECEIVERS = Step(
    "Alerting",
    Markdown("alerts go where the platform's Alertmanager sends them: check it, or add `monitoring.receivers`"),
)
_NO_METRICS = Step("Monitoring", Markdown("jobs export no metrics: add `monitoring.metrics`"))
_NO_TRACES = Step("Monitoring", Markdown("no traces are sent: add `monitoring.tracing`"))
_ALL_TRACES = Step(
    "Monitoring", Markdown("all traces are recorded, which costs time and storage: lower `sampling_rate`")
)
_NO_POLICY = Step("Security", Markdown("nothing restricts the connections of the applications: add a NetworkPolicy"))
_NO_SCOPES = Step("Security", Markdown("every application of the namespace may use it: set `scopes`"))
_NO_DEAD_LETTERS = Step("Recovery", Markdown("events that cannot be processed have no destination: add `dead_letters`"))
_NO_CHECKPOINTS = Step("Recovery", Markdown("jobs have no checkpoints, so they lose their state: add `checkpoints`"))
_NO_LIMITS = Step("Scaling", Markdown("sidecars have no limits of CPU and memory: set `dapr.sidecar.limits`"))
_NOTHING = Markdown("Nothing that the function knows of is missing.")


def section(resolved: Resolved, groups: Sequence[Group]) -> Iterator[Markdown]:
    """Yield a numbered list of the steps, each once, with the entries that it is about."""
    found: dict[Step, list[str]] = {}
    for group in groups:
        for entry, endpoint in group.users:
            for step in endpoint.steps if endpoint in group.owners else ():
                found.setdefault(step, []).append(entry.path)
    for step in (*_monitoring(resolved), *_network(resolved), *_recovery(resolved)):
        found.setdefault(step, [])
    for step, path in _dapr(resolved):
        found.setdefault(step, []).append(path)
    in_order = sorted(found.items(), key=lambda item: item[0].topic != "Security")
    steps = [f"{number}. {_text(step, paths)}" for number, (step, paths) in enumerate(in_order, start=1)]
    yield Markdown("\n".join(steps)) if steps else _NOTHING


def _text(step: Step, paths: Sequence[str]) -> Markdown:
    about = f" ({joined(map(code, dict.fromkeys(paths)))})" if paths else ""
    return Markdown(f"**{step.topic}**: {step.text}{about}")


def _monitoring(resolved: Resolved) -> Iterator[Step]:
    monitoring, dapr = resolved.spec.monitoring, resolved.spec.dapr
    if monitoring is None or not monitoring.alerts:
        yield _NO_ALERTS
    elif not monitoring.receivers:
        yield _NO_RECEIVERS
    if resolved.jobs and (monitoring is None or monitoring.metrics is None):
        yield _NO_METRICS
    of_sidecars = dapr.configuration.tracing if dapr is not None and dapr.configuration is not None else None
    tracers = [tracer for tracer in (monitoring.tracing if monitoring else None, of_sidecars) if tracer is not None]
    if not tracers:
        yield _NO_TRACES
    elif any(tracer.sampling_rate == 1 for tracer in tracers):
        yield _ALL_TRACES


def _network(resolved: Resolved) -> Iterator[Step]:
    if not any(text_at(made.manifest, "kind") == network_policy.KIND.kind for made in resolved.objects):
        yield _NO_POLICY


def _recovery(resolved: Resolved) -> Iterator[Step]:
    spec = resolved.spec
    if spec.streams and not spec.dead_letters:
        yield _NO_DEAD_LETTERS
    if resolved.jobs and not spec.checkpoints:
        yield _NO_CHECKPOINTS


def _dapr(resolved: Resolved) -> Iterator[tuple[Step, str]]:
    dapr = resolved.spec.dapr
    if dapr is None:
        return
    yield from (
        (_NO_SCOPES, f"dapr.components.{name}") for name, one in sorted(dapr.components.items()) if not one.scopes
    )
    for name, subscription in sorted(dapr.subscriptions.items()):
        if not subscription.scopes:
            yield _NO_SCOPES, f"dapr.subscriptions.{name}"
    if dapr.sidecar is None or not dapr.sidecar.limits.amounts():
        yield _NO_LIMITS, "dapr.sidecar"
