"""The PrometheusRule with the alerts of a binding."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from function.apis.infra_binding.jobs.job import Job
from function.apis.infra_binding.member import Made, Part
from function.apis.infra_binding.monitoring.alerts.alert import Alert
from function.apis.infra_binding.monitoring.alerts.channels import OWNER, channel_labels
from function.apis.infra_binding.monitoring.alerts.condition import comparison
from function.apis.infra_binding.monitoring.alerts.exported import exported
from function.apis.infra_binding.monitoring.alerts.metric import Jobs, Metric
from function.apis.infra_binding.monitoring.alerts.rule import expression
from function.apis.infra_binding.monitoring.monitoring import Monitoring
from function.apis.infra_binding.monitors.monitor import Monitor
from function.apis.infra_binding.names import bound_name
from function.base.condition import WORKLOAD_AVAILABLE
from function.base.meta import Meta
from function.delivery.resource import Resource
from function.manifests import prometheus_rule
from function.manifests.prometheus_rule import AlertRule
from function.platform.config import PlatformConfig

RULE = Part(
    key="prometheusrule",
    kind=prometheus_rule.KIND.kind,
    made="for a binding with alerts and `PlatformConfig.spec.alerts.prometheusRules`",
)
_ALERTS = "alerts"
_LASTING = "1m"
"""For how long a condition must hold, if it does not say: one late series must not alert anybody."""
_NOWHERE = "nothing deploys a process of the binding, so nobody knows which series are its own"
_SWITCHED_OFF = "PlatformConfig.spec.alerts.prometheusRules is not set; monitoring.yaml has the rules"


def alerts(
    monitoring: Monitoring, environment: str, meta: Meta, config: PlatformConfig, jobs: Sequence[Job]
) -> Monitor:
    """Return the rule of all alerts whose series are known."""
    deployed = Jobs(namespace=meta.namespace, names=[job.physical for job in jobs if job.made.own])
    known = exported(monitoring.metrics, processes=bool(jobs))
    of_jobs = {at for at, alert in enumerate(monitoring.alerts) if _needs_jobs(alert, known)}
    unclear = set() if deployed.names else of_jobs
    wanted = len(of_jobs) < len(monitoring.alerts) or any(job.wanted for job in jobs)
    about = f"{meta.name} in {environment}"
    rules = [
        _rule(
            alert,
            _labels(alert, monitoring, meta.name),
            expression(comparison(alert.condition), known, deployed),
            about,
        )
        for at, alert in enumerate(monitoring.alerts)
        if at not in unclear
    ]
    return Monitor(
        name=_ALERTS,
        physical=bound_name(meta.name, _ALERTS),
        made=_made(rules, meta, config),
        wants=[RULE.of(_ALERTS)] if wanted else [],
        described={"rules": [rule.rule() for rule in rules]} if rules else {},
        changed=dict(_changed(monitoring)),
        unmanaged={f"[{at}]": _NOWHERE for at in sorted(unclear)},
    )


def _made(rules: Sequence[AlertRule], meta: Meta, config: PlatformConfig) -> Made:
    if not rules:
        return Made(unmanaged=_NOWHERE)
    if not config.alerts.prometheus_rules:
        return Made(unmanaged=_SWITCHED_OFF)
    labeled = replace(meta, labels={**meta.labels, **config.alerts.rule_labels})
    manifest = prometheus_rule.manifest(labeled, name=bound_name(meta.name, _ALERTS), rules=rules)
    return Made(own=(Resource(RULE.of(_ALERTS), manifest, about=WORKLOAD_AVAILABLE),))


def _needs_jobs(alert: Alert, known: Mapping[str, Metric]) -> bool:
    return any(known[name].source != "applications" for name in comparison(alert.condition).metrics if name in known)


def _labels(alert: Alert, monitoring: Monitoring, name: str) -> dict[str, str]:
    received = {receiver.channel for receiver in monitoring.receivers}
    owner = {OWNER: name} if received & set(alert.channels) else {}
    return {"severity": alert.severity, **owner, **channel_labels(alert.channels)}


def _rule(alert: Alert, labels: Mapping[str, str], expr: str, about: str) -> AlertRule:
    return AlertRule(
        alert=alert.name,
        expression=expr,
        lasting=comparison(alert.condition).lasting or _LASTING,
        labels=labels,
        annotations={"summary": f"{alert.name} of {about}", "condition": alert.condition},
    )


def _changed(monitoring: Monitoring) -> Iterator[tuple[str, str]]:
    for at, alert in enumerate(monitoring.alerts):
        if monitoring.is_on_latency(alert):
            yield f"[{at}].condition", "jobs measure latencies once a minute for this alert, which costs them time"
