"""The codes of problems with the section `dapr` of a binding."""

from function.base.code import Code

DAPR_CODES = (
    Code(
        "EP486",
        "The platform requires that what Dapr offers is limited to some applications.",
        "List their IDs in `scopes`.",
    ),
    Code(
        "EP487",
        "A name refers to nothing that the section `dapr` or the binding has.",
        "Correct the name, or add what it names.",
    ),
    Code(
        "EP488",
        "The credential of a component or service is not in a Secret.",
        "Use a secret of another provider than env.",
    ),
)
"""Part of CODES, sorted."""
