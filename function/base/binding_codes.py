"""The codes of problems with what a service takes from an InfraBinding."""

from function.base.code import Code

BINDING_CODES = (
    Code(
        "EP340",
        "The binding's document does not exist. As a warning: it could not be checked, or the service waits for it.",
        "Create the InfraBinding, or correct the name. For `platformctl`, see the hint.",
    ),
    Code(
        "EP341",
        "The ConfigMap is not the document of the binding, or somebody edited it.",
        "Revert the change, or delete the ConfigMap; the binding then recreates it.",
    ),
    Code(
        "EP342",
        "The binding has no stream or lookup of this name.",
        "Use one of the names in the message, or add the entry to the binding.",
    ),
    Code(
        "EP343",
        "The entry has no such field, or its value cannot be a variable.",
        "Use one of the fields in the message.",
    ),
    Code(
        "EP344",
        "The service cannot be scaled by the stream in this way.",
        "Follow the hint in the message, or use `spec.scaling.triggers`.",
    ),
    Code(
        "EP345",
        "The service asks for a sidecar of Dapr, and its binding does not describe any.",
        "Add `dapr.sidecar` to the binding, or remove the field.",
    ),
)
"""Part of CODES, sorted."""
