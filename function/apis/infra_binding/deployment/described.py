"""What the document says about the section `deployment`, in addition to the section itself."""

from collections.abc import Mapping

from function.apis.infra_binding.deployment.target import Target
from function.apis.infra_binding.deployment.targets.kubernetes import Model as Kubernetes

_SECTION = "deployment"
_ELSEWHERE = "nothing here starts jobs there; <process>.flink.yaml has the configuration of each process"


def unmanaged(target: Target) -> Mapping[str, str]:
    """Return why nothing is created for fields, by their paths below `spec`."""
    elsewhere = {} if isinstance(target, Kubernetes) else {f"{_SECTION}.type": _ELSEWHERE}
    return {**elsewhere, **{f"{_SECTION}.{place}": why for place, why in target.unmanaged()}}


def changed(target: Target) -> Mapping[str, str]:
    """Return which values are not used exactly as written, by their paths below `spec`."""
    return {f"{_SECTION}.{place}": text for place, text in target.changed()}
