"""The codes of what documents of one tree say about each other."""

from function.base.code import Code

TREE_CODES = (
    Code(
        "EP501",
        "Two services read the same consumer, so each message reaches only one of them.",
        "Give each service its own consumer. If they share the work on purpose, suppress the warning.",
    ),
    Code(
        "EP502",
        "A Job or another manifest creates the stream or the consumer under another name.",
        "Use the same name in the claim and the manifest.",
    ),
    Code(
        "EP503",
        "A Secret is created under another name, or in another namespace, than the claim uses.",
        "Use the same name in both, and create the Secret in the namespace of the claim.",
    ),
    Code("EP504", "A Secret is created without a key that the claim uses.", "Use one of its keys, or add the key."),
    Code("EP505", "Two documents create the same Secret.", "Set another `target_name`, or remove one of them."),
    Code(
        "EP506",
        "Two claims create the same object.",
        "Remove it from one of the claims, or choose another name. In a cluster, the first claim keeps it.",
    ),
    Code("EP507", "Two bindings describe the same topic differently.", "Use the same value, or set it only once."),
    Code(
        "EP508",
        "A claim occurs twice in the tree.",
        "Remove one of them. If they are for different clusters, check each environment by itself.",
    ),
    Code(
        "EP509",
        "A service refers to an InfraBinding that is not in the tree, or is in another namespace.",
        "Correct `spec.bindingRef.name`, or add the InfraBinding. If it is elsewhere, suppress the warning.",
    ),
    Code(
        "EP510",
        "A ScaledObject or HorizontalPodAutoscaler scales the Deployment of a service, which does so itself.",
        "Remove it, and list what it scales on under `spec.scaling.triggers`.",
    ),
)
"""Sorted."""
