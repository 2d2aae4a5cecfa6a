"""The codes of problems with the field `preflight` of a binding."""

from function.base.code import Code

PREFLIGHT_CODES = (
    Code(
        "EP475",
        "The platform has no image that runs the checks of a preflight.",
        "Ask the platform team to set `PlatformConfig.spec.preflight.image`, or remove the field.",
    ),
    Code(
        "EP476",
        "A preflight has nothing that it can check.",
        "Remove the field. `status.preflight` says why each entry cannot be checked.",
    ),
)
"""Part of CODES, sorted."""
