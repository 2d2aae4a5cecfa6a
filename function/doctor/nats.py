"""Whether the addresses of NATS in the settings lead to Services of the cluster."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from function.base.manifest import count_at, items_at, text_at
from function.doctor.composition import Installed
from function.doctor.report import Finding
from function.doctor.scan import Scan
from function.platform.config import PlatformConfig

_URL, _ENDPOINT = "nats.url", "nats.monitoringEndpoint"


class Address(NamedTuple):
    """An address of a Service, and the setting that has it."""

    setting: str
    name: str
    namespace: str
    port: int


def addresses(installed: Sequence[Installed]) -> list[Address]:
    """Return the addresses of Services in the settings, each once; other hosts are left out."""
    return list(dict.fromkeys(found for entry in installed if entry.config for found in _of(entry.config)))


def findings(scan: Scan, installed: Sequence[Installed]) -> Iterator[Finding]:
    """Yield what is wrong with these Services. Claims may have addresses of their own, so all are warnings."""
    for address in addresses(installed) if scan.knows("Service") else ():
        about = f"PlatformConfig.spec.{address.setting}"
        for text in _wrong(address, scan):
            yield Finding(code="EP714", about=about, message=text, severity="warning")


def _wrong(address: Address, scan: Scan) -> Iterator[str]:
    name = f"{address.namespace}/{address.name}"
    service = scan.get("Service", address.name, address.namespace)
    if service is None:
        yield f"the Service {name} does not exist. Hint: set the address of your NATS server"
        return
    if text_at(service, "spec", "type") == "ExternalName":
        return  # it leads out of the cluster, so nothing is known about what is behind it
    ports = [count_at(port, "port") for port in items_at(service, "spec", "ports")]
    if address.port not in ports:
        yield f"the Service {name} has no port {address.port}; got {', '.join(map(str, ports)) or 'none'}"
    if address.setting == _ENDPOINT and text_at(service, "spec", "clusterIP") != "None":
        hint = "use the headless Service"
        yield f"the Service {name} is not headless, so KEDA cannot find the leader of a NATS cluster. Hint: {hint}"


def _of(config: PlatformConfig) -> Iterator[Address]:
    default = f"nats-headless.nats.svc.{config.cluster_domain}:8222"
    yield from _address(_URL, config.nats.url.partition("://")[2], config.cluster_domain)
    yield from _address(_ENDPOINT, config.nats.monitoring_endpoint or default, config.cluster_domain)


def _address(setting: str, text: str, domain: str) -> Iterator[Address]:
    """Yield the address if it is that of a Service: name.namespace.svc, with or without the domain of the cluster."""
    host, _, port = text.partition(",")[0].rpartition("@")[2].partition(":")
    parts = host.removesuffix(".").removesuffix(f".{domain}").split(".")
    if len(parts) == 3 and parts[2] == "svc":
        yield Address(setting, parts[0], parts[1], int(port) if port.isdecimal() else 4222)
