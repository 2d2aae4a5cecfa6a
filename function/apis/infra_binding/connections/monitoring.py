"""Monitoring and Observability: metrics, logs, traces, and alerts."""

from collections.abc import Iterator, Sequence

from function.apis.infra_binding.connections.group import Group
from function.apis.infra_binding.connections.references import named
from function.apis.infra_binding.monitoring.monitoring import Monitoring
from function.apis.infra_binding.monitoring.tracing import Tracer
from function.apis.infra_binding.resolve import Resolved
from function.base.labels import NAME
from function.base.markdown import Markdown, code, fenced, items, joined, records
from function.base.shell import command

_NO_METRICS = Markdown("The binding names nothing that exports metrics")


def section(resolved: Resolved, groups: Sequence[Group]) -> Iterator[Markdown]:
    """Yield what is known of metrics, logs, traces, and alerts."""
    monitoring = resolved.spec.monitoring or Monitoring()
    yield Markdown("### Metrics Collection")
    yield items([*_metrics(monitoring), *_of_sidecars(resolved), *_of_servers(groups)] or [_NO_METRICS])
    yield Markdown("### Log Aggregation")
    yield items(_logs(monitoring))
    namespace = resolved.identity.namespace
    service = command("kubectl", "logs", "-n", namespace, "-l", f"{NAME}=SERVICE", "-f")
    jobs = [command("kubectl", "logs", "-n", namespace, "-l", f"app={job.physical}", "-f") for job in resolved.jobs]
    yield fenced([service, *jobs], "bash")
    yield Markdown("### Tracing")
    yield items(_traces(monitoring, resolved))
    yield Markdown("### Alerts")
    yield _alerts(monitoring)
    made = [named(resource.manifest) for monitor in resolved.monitors for resource in monitor.made.own]
    if made:
        yield Markdown(f"Objects: {joined(made)}.")


def _metrics(monitoring: Monitoring) -> Iterator[Markdown]:
    exporter = monitoring.metrics
    if exporter is None:
        return
    scraped = exporter.scraped()
    where = "" if scraped is None else f", port {scraped.port} of the pods, path {code(scraped.path)}"
    yield Markdown(f"**Jobs**: {code(exporter.type)}{where}")


def _of_sidecars(resolved: Resolved) -> Iterator[Markdown]:
    dapr = resolved.spec.dapr
    if dapr is None:
        return
    off = dapr.configuration is not None and dapr.configuration.metrics is False
    port = (dapr.sidecar.metrics_port if dapr.sidecar else None) or 9090
    yield Markdown("**Dapr**: switched off" if off else f"**Dapr**: port {port} of each pod with a sidecar")


def _of_servers(groups: Sequence[Group]) -> Iterator[Markdown]:
    unknown: list[Markdown] = []
    for group in groups:
        told = group.texts(lambda endpoint: endpoint.metrics)
        if told:
            yield Markdown(f"**{group.service}**, {group.where}: {joined(told, '; ')}")
        else:
            unknown.append(Markdown(f"{group.service}, {group.where}"))
    if unknown:
        yield Markdown(f"The binding does not say where these servers export metrics: {joined(unknown, '; ')}")


def _logs(monitoring: Monitoring) -> Iterator[Markdown]:
    logging = monitoring.logging
    yield Markdown("Applications and jobs log to standard output; the log agent of the cluster collects it")
    if logging is not None and logging.level is not None:
        yield Markdown(f"Jobs log from level {code(logging.level)} on")
    for output in logging.outputs if logging is not None else ():
        yield Markdown(f"Wanted destination: {code(output.type)}; {output.unmanaged}")


def _traces(monitoring: Monitoring, resolved: Resolved) -> Iterator[Markdown]:
    dapr = resolved.spec.dapr
    of_sidecars = dapr.configuration.tracing if dapr is not None and dapr.configuration is not None else None
    found = {"Jobs and applications": monitoring.tracing, "Dapr": of_sidecars}
    for who, tracer in found.items():
        if tracer is not None:
            yield Markdown(f"**{who}**: {_backend(tracer)}")
    if not any(found.values()):
        yield Markdown(
            "No traces are sent: the binding has neither `monitoring.tracing` nor `dapr.configuration.tracing`"
        )


def _backend(tracer: Tracer) -> Markdown:
    rate = (
        "as the application"
        if tracer.sampling_rate is None
        else f"{tracer.sampling_rate:.4%}".rstrip("0%").rstrip(".") + " %"
    )
    return Markdown(f"{code(tracer.type)} at {code(tracer.endpoint)}, sampling rate {rate}")


def _alerts(monitoring: Monitoring) -> Markdown:
    rows = [
        {
            "Alert": code(alert.name),
            "Condition": code(alert.condition),
            "Severity": code(alert.severity),
            "Channels": joined(map(code, alert.channels)) or Markdown("as Alertmanager is configured"),
        }
        for alert in monitoring.alerts
    ]
    return records(rows) if rows else Markdown("The binding has no alerts: nobody is told when something fails.")
