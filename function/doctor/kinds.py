"""Whether the cluster serves the kinds that the settings lead to."""

from collections.abc import Iterator, Sequence

from function.base.kind import Kind
from function.base.manifest import at, items_at, text_at
from function.base.problems import Severity
from function.doctor.composition import Installed
from function.doctor.report import Finding
from function.doctor.scan import Scan
from function.manifests.alertmanager_config import KIND as ALERTMANAGER_CONFIG
from function.manifests.dapr_component import KIND as DAPR_COMPONENT
from function.manifests.dapr_configuration import KIND as DAPR_CONFIGURATION
from function.manifests.dapr_resiliency import KIND as DAPR_RESILIENCY
from function.manifests.dapr_subscription import KIND as DAPR_SUBSCRIPTION
from function.manifests.external_secret import KIND as EXTERNAL_SECRET
from function.manifests.instrumentation import KIND as INSTRUMENTATION
from function.manifests.kafka_topic import KIND as KAFKA_TOPIC
from function.manifests.pod_monitor import KIND as POD_MONITOR
from function.manifests.postgresql_cluster import KIND as POSTGRESQL_CLUSTER
from function.manifests.postgresql_pooler import KIND as POSTGRESQL_POOLER
from function.manifests.postgresql_scheduled_backup import KIND as POSTGRESQL_BACKUP
from function.manifests.prometheus_rule import KIND as PROMETHEUS_RULE
from function.manifests.provider_kafka_topic import KIND as PROVIDER_TOPIC
from function.manifests.scaled_object import KIND as SCALED_OBJECT
from function.manifests.secret_store import KIND as SECRET_STORE
from function.manifests.service_monitor import KIND as SERVICE_MONITOR
from function.manifests.snapshot_schedule import KIND as SNAPSHOT_SCHEDULE
from function.manifests.workspace import KIND as WORKSPACE
from function.platform.config import PlatformConfig

_DAPR = (DAPR_COMPONENT, DAPR_CONFIGURATION, DAPR_RESILIENCY, DAPR_SUBSCRIPTION)
_POSTGRESQL = (POSTGRESQL_CLUSTER, POSTGRESQL_POOLER, POSTGRESQL_BACKUP)


def findings(scan: Scan, installed: Sequence[Installed]) -> Iterator[Finding]:
    """Yield the kinds that are needed and not served; only services cannot do without their kind."""
    done = set()
    for composition in installed if scan.knows("CustomResourceDefinition") else ():
        for kind, setting in _needed(composition):
            text = "" if kind in done else problem(kind, scan)
            done.add(kind)
            if text:
                about = f"kind {kind.kind}"
                text = f"{text}, but {setting}. Hint: install its operator, or upgrade it"
                severity: Severity = "error" if kind is SCALED_OBJECT else "warning"
                yield Finding(code="EP710", about=about, message=text, severity=severity)


def serves(kind: Kind, scan: Scan) -> bool:
    """Return whether the cluster serves a custom kind."""
    return not problem(kind, scan)


def custom(kind: Kind) -> bool:
    """Return whether a kind comes from a CRD."""
    return "." in kind.group and not kind.group.endswith(".k8s.io")


def problem(kind: Kind, scan: Scan) -> str:
    """Return why the cluster does not serve a kind, or ""."""
    name = f"{kind.plural}.{kind.group}"
    crd = scan.get("CustomResourceDefinition", name)
    if crd is None:
        return f"the cluster has no CRD {name}"
    version = kind.api_version.rpartition("/")[2]
    served = [text_at(found, "name") for found in items_at(crd, "spec", "versions") if at(found, "served") is True]
    return "" if version in served else f"the CRD {name} does not serve {version}; got {', '.join(served) or 'none'}"


def _needed(composition: Installed) -> Iterator[tuple[Kind, str]]:
    """Yield the kinds, each with what makes it necessary."""
    api, config = composition.api, composition.config
    if api is None or config is None:
        return
    made = {kind for kind, _ in api.makes}
    needed = [(SCALED_OBJECT, "services scale with it"), *_of_settings(config)]
    yield from ((kind, why) for kind, why in needed if kind.kind in made)


def _of_settings(config: PlatformConfig) -> Iterator[tuple[Kind, str]]:
    if config.vault.address or config.aws.region or config.gcp.project or config.azure.vault_url:
        yield from ((kind, "the settings configure a secret store") for kind in (EXTERNAL_SECRET, SECRET_STORE))
    if config.kafka.cluster:
        yield KAFKA_TOPIC, "PlatformConfig.spec.kafka.cluster is set"
    if config.kafka.provider_config:
        yield PROVIDER_TOPIC, "PlatformConfig.spec.kafka.providerConfig is set"
    if config.monitors.labels:
        yield from ((kind, "PlatformConfig.spec.monitors is set") for kind in (SERVICE_MONITOR, POD_MONITOR))
    yield from _switched_on(config)


def _switched_on(config: PlatformConfig) -> Iterator[tuple[Kind, str]]:
    """Yield the kinds of what bindings can have only if a setting allows it."""
    if config.monitors.bindings:
        yield POD_MONITOR, "PlatformConfig.spec.monitors.bindings is set"
    if config.alerts.prometheus_rules:
        yield PROMETHEUS_RULE, "PlatformConfig.spec.alerts.prometheusRules is set"
    if config.alerts.alertmanager_configs:
        yield ALERTMANAGER_CONFIG, "PlatformConfig.spec.alerts.alertmanagerConfigs is set"
    if config.dapr.enabled:
        yield from ((kind, "PlatformConfig.spec.dapr.enabled is set") for kind in _DAPR)
    if config.tracing.instrumentation:
        yield INSTRUMENTATION, "PlatformConfig.spec.tracing.instrumentation is set"
    yield from _of_services(config)
    if config.terraform.workspaces:
        yield WORKSPACE, "PlatformConfig.spec.terraform.workspaces is set"


def _of_services(config: PlatformConfig) -> Iterator[tuple[Kind, str]]:
    if "postgresql" in config.policy.binding_services.types:
        yield from ((kind, "PlatformConfig.spec.policy.bindingServices.types has postgresql") for kind in _POSTGRESQL)
    if config.binding_services.snapshot_schedules:
        yield SNAPSHOT_SCHEDULE, "PlatformConfig.spec.bindingServices.snapshotSchedules is set"
