"""Which metrics something exports, and what is wrong with alerts on others."""

from collections.abc import Iterator, Mapping, Sequence

from function.apis.infra_binding.monitoring.alerts.alert import Alert
from function.apis.infra_binding.monitoring.alerts.condition import Comparison, comparison
from function.apis.infra_binding.monitoring.alerts.metric import KNOWN, Metric, application
from function.apis.infra_binding.monitoring.metrics import Exporter
from function.apis.infra_binding.monitoring.unit import converted
from function.base.problems import Problem, describe, join
from function.base.suggestion import closest_match

_ALERTS = "spec.monitoring.alerts"


def exported(exporter: Exporter | None, *, processes: bool) -> Mapping[str, Metric]:
    """Return the metrics that Prometheus knows, by their names in conditions; `processes` is whether there are any."""
    if exporter is None or exporter.scraped() is None:
        return {}
    of_applications = {name: application(name, unit) for name, unit in exporter.applications().items()}
    return {**(KNOWN if processes else {}), **of_applications}


def problems(alerts: Sequence[Alert], exporter: Exporter | None, *, processes: bool) -> Iterator[Problem]:
    """Yield what is wrong with the condition of each alert."""
    known = exported(exporter, processes=processes)
    for position, alert in enumerate(alerts):
        where = join(_ALERTS, position, "condition")
        found = comparison(alert.condition)
        missing = [name for name in found.metrics if name not in known]
        if missing:
            yield from (_unknown(where, name, exporter, known) for name in missing)
        else:
            yield from _units(where, found, known)


def _unknown(where: str, name: str, exporter: Exporter | None, known: Mapping[str, Metric]) -> Problem:
    best = closest_match(name, known)
    got = f"'{name}'" + (f"; did you mean '{best}'?" if best else "")
    message = describe("nothing exports this metric", got=got, hint="" if best else _hint(name, exporter, known))
    return Problem(path=where, message=message, code="EP450", suggestion=best)


def _hint(name: str, exporter: Exporter | None, known: Mapping[str, Metric]) -> str:
    if exporter is None or exporter.scraped() is None:
        return "set spec.monitoring.metrics with type: prometheus"
    if name in KNOWN:
        return "add a process to spec.resources"
    listed = f"use one of {', '.join(sorted(known))}, or " if known else ""
    return f"{listed}add a metric of an application to spec.monitoring.metrics.application_metrics, with its unit"


def _units(where: str, found: Comparison, known: Mapping[str, Metric]) -> Iterator[Problem]:
    units = {known[name].unit for name in found.metrics}
    if len(units) > 1:
        message = describe("the two metrics have different units", got=" and ".join(sorted(units)))
        yield Problem(path=where, message=message, code="EP451")
        return
    try:
        converted(found.number, found.unit, units.pop())
    except ValueError as error:
        message = describe(str(error), got=f"'{found.number}{found.unit}'")
        yield Problem(path=where, message=message, code="EP451")
