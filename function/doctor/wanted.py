"""What to read from a cluster: the paths of all kinds first, then of the single objects that the settings name."""

from collections.abc import Sequence
from urllib.parse import quote

from function.apis.api import Api
from function.base.model import Spec
from function.doctor.composition import Installed, compositions
from function.doctor.kinds import custom
from function.doctor.nats import addresses
from function.doctor.provider_config import KINDS as PROVIDER_KINDS
from function.doctor.scan import KINDS, SYSTEM, Scan
from function.publish.kinds import kinds

VERSION = "/version"
_CRDS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions"
KEDA = "app=keda-operator"
"""The label of KEDA's Deployment, which may be in any namespace."""


def at_first(system: str) -> dict[str, str]:
    """Return the paths to read first, each with its kind, "" for the version; `system` is Crossplane's namespace."""
    paths = {source.path.replace(SYSTEM, system): kind for kind, source in KINDS.items() if source.path}
    return {VERSION: "", **paths, f"/apis/apps/v1/deployments?labelSelector={quote(KEDA)}": "Deployment"}


def then(scan: Scan) -> dict[str, str]:
    """Return the paths that follow from what is known, each with its kind."""
    installed = compositions(scan)
    found = {f"{_CRDS}/{name}": "CustomResourceDefinition" for name in crds(installed)}
    for address in addresses(installed):
        found[f"/api/v1/namespaces/{address.namespace}/services/{address.name}"] = "Service"
        found[f"/apis/apps/v1/namespaces/{address.namespace}/statefulsets"] = "StatefulSet"
    return found


def crds(installed: Sequence[Installed]) -> list[str]:
    """Return the names of the CRDs that are looked at: of kinds that are created, and of the APIs."""
    names = [f"{kind.plural}.{kind.group}" for kind in (*kinds(), *PROVIDER_KINDS) if custom(kind)]
    for composition in installed:
        if composition.api and composition.config:
            names += defined(composition.api, composition.config.group)
    return list(dict.fromkeys(names))


def defined(api: Api[Spec], group: str) -> list[str]:
    """Return the names of the CRDs of an API, in either scope."""
    return [f"{api.plural}.{group}", f"x{api.plural}.{group}"]
