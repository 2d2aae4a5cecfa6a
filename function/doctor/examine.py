"""Everything that an examination finds."""

from collections.abc import Iterator, Mapping, Sequence

from function.base.manifest import Manifest, items_at, text_at
from function.doctor import definitions, kinds, nats, packages, provider_config, roles, versions
from function.doctor.commands import commands
from function.doctor.composition import Installed, compositions
from function.doctor.report import Component, Finding, Report
from function.doctor.scan import KINDS, Scan, images
from function.doctor.version import of_image, oldest

_ORDER = ("error", "warning")


def examine(scan: Scan) -> Report:
    """Return what is installed, what does not fit, and the kubectl commands for what could not be read."""
    installed = compositions(scan)
    found = packages.packages(scan, installed)
    known = _versions(scan, installed, found)
    programs = [Component(name=name, version=version) for name, version in known.items() if name != versions.PROVIDER]
    findings = sorted(_findings(scan, installed, found, known), key=lambda finding: _ORDER.index(finding.severity))
    unread = commands((kind for kind in KINDS if kind in scan.unread), scan.system, installed)
    return Report(components=(*programs, *packages.components(found)), findings=tuple(findings), unread=tuple(unread))


def _findings(
    scan: Scan, installed: Sequence[Installed], found: Sequence[Manifest], known: Mapping[str, str]
) -> Iterator[Finding]:
    yield from packages.findings(scan, installed, found)
    for composition in installed:
        yield from composition.problems
    yield from definitions.findings(scan, installed)
    yield from kinds.findings(scan, installed)
    yield from provider_config.findings(scan, installed)
    yield from roles.findings(scan, installed)
    yield from nats.findings(scan, installed)
    yield from versions.findings(known)


def _versions(scan: Scan, installed: Sequence[Installed], found: Sequence[Manifest]) -> Mapping[str, str]:
    """Return the version of each program, "" if the cluster does not show it; of several packages, the oldest."""
    providers = (package for package in found if text_at(package, "kind") == "Provider")
    spaces = {address.namespace for address in nats.addresses(installed)}
    return {
        versions.KUBERNETES: scan.kubernetes,
        versions.CROSSPLANE: _of(scan.crossplane),
        versions.PROVIDER: oldest(of_image(text_at(package, "spec", "package")) for package in providers),
        versions.KEDA: _of(scan.running("keda-operator")),
        versions.NATS: _nats([found for found in scan.all("StatefulSet") if _namespace(found) in spaces]),
    }


def _of(deployments: Sequence[Manifest]) -> str:
    """Return the version of the program that a Deployment runs."""
    return next((found for deployment in deployments for image in images(deployment) if (found := of_image(image))), "")


def _nats(servers: Sequence[Manifest]) -> str:
    for server in servers:
        for container in items_at(server, "spec", "template", "spec", "containers"):
            if text_at(container, "name") == "nats":
                return of_image(text_at(container, "image"))
    return ""


def _namespace(manifest: Manifest) -> str:
    return text_at(manifest, "metadata", "namespace")
