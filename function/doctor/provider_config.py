"""Whether the kinds of provider-kubernetes, and the ProviderConfig that Objects refer to, exist."""

from collections.abc import Iterator, Sequence

from function.base.kind import Kind
from function.doctor.composition import Installed
from function.doctor.kinds import problem
from function.doctor.packages import providers
from function.doctor.report import Finding
from function.doctor.scan import Scan

_CLUSTER, _NAMESPACED = "kubernetes.crossplane.io", "kubernetes.m.crossplane.io"
_PROVIDER_CONFIG = "ProviderConfig"
KINDS = (
    Kind(api_version=f"{_CLUSTER}/v1alpha2", kind="Object", plural="objects"),
    Kind(api_version=f"{_CLUSTER}/v1alpha1", kind=_PROVIDER_CONFIG, plural="providerconfigs"),
    Kind(api_version=f"{_NAMESPACED}/v1alpha1", kind="Object", plural="objects"),
    Kind(api_version=f"{_NAMESPACED}/v1alpha1", kind=_PROVIDER_CONFIG, plural="providerconfigs"),
    Kind(api_version=f"{_NAMESPACED}/v1alpha1", kind="ClusterProviderConfig", plural="clusterproviderconfigs"),
)
"""The kinds that Objects need, of both scopes."""
_ACTIVE = "check that the provider is healthy, and Object active: kubectl get managedresourceactivationpolicy"


def findings(scan: Scan, installed: Sequence[Installed]) -> Iterator[Finding]:
    """Yield the kinds and each ProviderConfig that is missing, each once; without a provider, that is the reason."""
    if not scan.knows("Provider") or providers(scan):
        yield from dict.fromkeys(finding for composition in installed for finding in _of(composition, scan))


def _of(composition: Installed, scan: Scan) -> Iterator[Finding]:
    config = composition.config
    if config is None or config.delivery == "direct":
        return
    claims = composition.scope == "claims"
    kind = _PROVIDER_CONFIG if claims else config.provider_config.kind
    missing = list(_missing(_CLUSTER if claims else _NAMESPACED, kind, scan))
    yield from missing
    # a namespaced one is in the namespaces of the composites, which are not looked at
    looked_for = not missing and (claims or kind != _PROVIDER_CONFIG) and scan.knows(kind)
    if looked_for and scan.get(kind, config.provider_config.name) is None:
        hint = "kubectl apply --server-side -f package/install/provider-config.yaml, or set providerConfig"
        text = f"does not exist, so no Object can be applied. Hint: {hint}"
        yield Finding(code="EP713", about=f"{kind} {config.provider_config.name}", message=text)


def _missing(group: str, provider_config: str, scan: Scan) -> Iterator[Finding]:
    """Yield the kinds that the cluster does not serve."""
    needed = [kind for kind in KINDS if kind.group == group and kind.kind in ("Object", provider_config)]
    for kind in needed if scan.knows("CustomResourceDefinition") else ():
        text = problem(kind, scan)
        if text:
            text = f"{text}, but Compositions deliver Objects. Hint: {_ACTIVE}"
            yield Finding(code="EP710", about=f"kind {kind.kind}", message=text)
