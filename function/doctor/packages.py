"""Whether the function, the provider, and the Configurations are installed and healthy."""

from collections.abc import Iterator, Sequence

from function.base.manifest import Manifest, text_at
from function.delivery.live import condition
from function.delivery.message import message
from function.doctor.composition import Installed
from function.doctor.report import Component, Finding
from function.doctor.scan import Scan
from function.doctor.version import of_image
from function.status.sanitize import sanitize

PROVIDER = "provider-kubernetes"
_FUNCTION, _CONFIGURATION = "function-event-platform", "event-platform"
_HEALTHY = ("Installed", "Healthy")


def packages(scan: Scan, installed: Sequence[Installed]) -> list[Manifest]:
    """Return the packages that belong to this product."""
    called = {composition.function for composition in installed}
    functions = [
        function for function in scan.all("Function") if _FUNCTION in _image(function) or _name(function) in called
    ]
    return [*functions, *providers(scan), *(own for own in scan.all("Configuration") if _CONFIGURATION in _image(own))]


def providers(scan: Scan) -> list[Manifest]:
    """Return provider-kubernetes, which may have any name."""
    return [provider for provider in scan.all("Provider") if PROVIDER in _image(provider)]


def components(found: Sequence[Manifest]) -> Iterator[Component]:
    """Yield each package with its version, and whether it is healthy."""
    for package in found:
        revision = text_at(package, "status", "currentRevision")
        state = "healthy" if not _unhealthy(package) else "not healthy"
        yield Component(
            name=f"{text_at(package, 'kind')} {_name(package)}",
            version=of_image(_image(package)),
            state=f"{state}, revision {revision}" if revision else state,
        )


def findings(scan: Scan, installed: Sequence[Installed], found: Sequence[Manifest]) -> Iterator[Finding]:
    """Yield what is missing or not healthy."""
    yield from _missing(scan, installed)
    yield from _several(providers(scan))
    for package in found:
        for kind in _unhealthy(package):
            reported = condition(package, kind)
            detail = sanitize(message(reported)) or text_at(reported, "reason") or "no condition yet"
            about = f"{text_at(package, 'kind')} {_name(package)}"
            hint = f"kubectl describe {text_at(package, 'kind').lower()}.pkg.crossplane.io {_name(package)}"
            yield Finding(code="EP702", about=about, message=f"not {kind}: {detail}. Hint: {hint}")


def _missing(scan: Scan, installed: Sequence[Installed]) -> Iterator[Finding]:
    if scan.knows("Deployment") and not scan.crossplane:
        text = f"namespace {scan.system} has no Deployment with the label app=crossplane, so not everything is checked"
        hint = "set --crossplane-namespace to the namespace of Crossplane"
        yield Finding(code="EP701", about="Crossplane", message=f"{text}. Hint: {hint}", severity="warning")
    if scan.knows("Composition") and not installed:
        text = "no Composition calls the function. Hint: install a Configuration, see docs/install.md"
        yield Finding(code="EP701", about="Compositions", message=text)
    names = [_name(function) for function in scan.all("Function")]
    for composition in installed if scan.knows("Function") else ():
        if composition.function not in names:
            got = f"; got {', '.join(names)}" if names else ""
            text = f"calls the function {composition.function}, which is not installed{got}"
            hint = "install it under this name, or correct functionRef"
            yield Finding(code="EP701", about=f"Composition {composition.name}", message=f"{text}. Hint: {hint}")
    wraps = [composition for composition in installed if composition.config and composition.config.delivery == "object"]
    if wraps and scan.knows("Provider") and not providers(scan):
        text = "provider-kubernetes is not installed, but Compositions deliver Objects. Hint: see docs/install.md"
        yield Finding(code="EP701", about="Providers", message=text)


def _several(found: Sequence[Manifest]) -> Iterator[Finding]:
    if len(found) > 1:
        named = ", ".join(
            f"{_name(provider)} ({of_image(_image(provider)) or 'unknown version'})" for provider in found
        )
        text = f"provider-kubernetes is installed {len(found)} times, and only one can own its kinds; got {named}"
        yield Finding(code="EP704", about="Providers", message=f"{text}. Hint: remove the others", severity="warning")


def _unhealthy(package: Manifest) -> list[str]:
    return [kind for kind in _HEALTHY if text_at(condition(package, kind), "status") != "True"]


def _image(package: Manifest) -> str:
    return text_at(package, "spec", "package")


def _name(package: Manifest) -> str:
    return text_at(package, "metadata", "name")
