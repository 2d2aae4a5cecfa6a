"""Whether the ProviderConfig that Objects refer to exists."""

from collections.abc import Iterator, Sequence

from function.doctor.composition import Installed
from function.doctor.report import Finding
from function.doctor.scan import Scan


def findings(scan: Scan, installed: Sequence[Installed]) -> Iterator[Finding]:
    """Yield each ProviderConfig that is missing; one in the namespaces of claims is not looked for."""
    done = set()
    for composition in installed:
        config = composition.config
        if config is None or config.delivery == "direct":
            continue
        kind = "ProviderConfig" if composition.scope == "claims" else config.provider_config.kind
        name = config.provider_config.name
        namespaced = composition.scope == "namespaced" and kind == "ProviderConfig"
        if namespaced or (kind, name) in done or not scan.knows(kind):
            continue
        done.add((kind, name))
        if scan.get(kind, name) is None:
            hint = "kubectl apply --server-side -f package/install/provider-config.yaml, or set providerConfig"
            text = f"does not exist, so no Object can be applied. Hint: {hint}"
            yield Finding(code="EP713", about=f"{kind} {name}", message=text)
