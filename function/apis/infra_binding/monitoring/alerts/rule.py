"""The condition of an alert in PromQL."""

from collections.abc import Mapping

from function.apis.infra_binding.monitoring.alerts.condition import Comparison
from function.apis.infra_binding.monitoring.alerts.metric import Jobs, Metric
from function.apis.infra_binding.monitoring.unit import converted


def expression(found: Comparison, known: Mapping[str, Metric], jobs: Jobs) -> str:
    """Return the expression; all series keep the label `namespace`, by which Alertmanager finds the receivers."""
    metrics = [known[name] for name in found.metrics if name in known]
    if len(metrics) < len(found.metrics) or len({metric.unit for metric in metrics}) > 1:
        return ""  # there are problems, so the rule is never applied
    queries = [metric.query(jobs, found.window) for metric in metrics]
    value = queries[0] if len(queries) == 1 else _distance(*queries)
    compared = f"{value} {found.operator} {_number(found, metrics[0])}"
    if found.window is None or all(metric.counts for metric in metrics):
        return compared
    # a comparison keeps only the moments at which it holds, so any value means that there was one
    return f"max_over_time(({compared})[{found.window}:])"


def _distance(first: str, second: str) -> str:
    whole = "max by (namespace)"
    return f"abs({whole} ({first}) - {whole} ({second}))"


def _number(found: Comparison, metric: Metric) -> str:
    try:
        return converted(found.number, found.unit, metric.unit)
    except ValueError:
        return ""
