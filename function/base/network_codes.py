"""The codes of problems with the NetworkPolicies of a binding."""

from function.base.code import Code

NETWORK_CODES = (
    Code(
        "EP496",
        "A NetworkPolicy would keep the Flink operator from the jobs.",
        "Set `PlatformConfig.spec.networkPolicy.flinkOperator` to where the operator runs.",
    ),
)
"""Part of CODES, sorted."""
