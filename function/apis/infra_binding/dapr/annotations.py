"""The annotations with which the pods of a Flink job get a sidecar."""

from function.apis.infra_binding.dapr.configuration import configuration_name
from function.apis.infra_binding.dapr.dapr import Dapr
from function.apis.infra_binding.names import object_name
from function.apis.sidecar_token import without_token


def annotations(dapr: Dapr | None, binding: str, process: str) -> dict[str, str]:
    """Return the annotations of a process, {} if it has no sidecar."""
    if dapr is None or dapr.sidecar is None or process not in dapr.sidecar.processes:
        return {}
    config = {"dapr.io/config": configuration_name(binding)} if dapr.configuration else {}
    return without_token({**dapr.sidecar.annotations(), "dapr.io/app-id": object_name(process), **config})
