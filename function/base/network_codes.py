"""The codes of problems with the NetworkPolicies of a binding."""

from function.base.code import Code

NETWORK_CODES = (
    Code(
        "EP496",
        "A NetworkPolicy would keep the Flink operator from the jobs.",
        "Set `PlatformConfig.spec.networkPolicy.flinkOperator` to where the operator runs.",
    ),
    Code(
        "EP497",
        "A NetworkPolicy would keep the operator of PostgreSQL from the databases.",
        "Set `PlatformConfig.spec.networkPolicy.postgresqlOperator` to where the operator runs.",
    ),
)
"""Part of CODES, sorted."""
