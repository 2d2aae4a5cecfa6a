"""Names of generated objects, containers and ports."""

MAIN_CONTAINER = "main"
INIT_CONTAINER = "run-migrations"
HTTP_PORT = "http"
METRICS_PORT = "metrics"

NAME_MAX = 47
"""KEDA names the HPA keda-hpa-<ScaledObject>, which is limited to 63 characters; the ScaledObject is <name>-scaler."""


BINDING_COMPONENT = "infra-binding"
"""The component label of all objects of an InfraBinding."""


def scaler(service: str) -> str:
    """Return the name of a service's ScaledObject."""
    return f"{service}-scaler"


def binding_document(binding: str) -> str:
    """Return the name of the ConfigMap with the resolved document of an InfraBinding."""
    return f"{binding}-binding"
