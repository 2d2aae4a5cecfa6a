"""The kubectl commands that show what an examination looks at."""

from collections.abc import Iterable, Sequence

from function.apis.registry import APIS
from function.doctor.composition import Installed
from function.doctor.scan import KINDS
from function.doctor.wanted import KEDA, crds, defined
from function.platform.config import PlatformConfig


def commands(kinds: Iterable[str], system: str, installed: Sequence[Installed] = ()) -> list[str]:
    """Return the commands that print these kinds as YAML; `system` is Crossplane's namespace.

    Of Deployments and CRDs they print only what matters: all of them may be more than a file that is read can hold.
    """
    return [f"kubectl get {which} -o yaml" for kind in kinds for which in _which(kind, system, installed)]


def _which(kind: str, system: str, installed: Sequence[Installed]) -> list[str]:
    name = KINDS[kind].name
    if kind == "Deployment":
        return [f"{name} -n {system}", f"{name} -A -l {KEDA}"]
    if kind == "CustomResourceDefinition":
        group = PlatformConfig().group
        own = () if installed else (name for api in APIS.values() for name in defined(api, group))
        return [f"{name} {' '.join((*own, *crds(installed)))} --ignore-not-found"]
    return [f"{name} -A"]
