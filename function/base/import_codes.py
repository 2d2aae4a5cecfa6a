"""The codes of what `platformctl import` finds."""

from function.base.code import Code

IMPORT_CODES = (
    Code(
        "EP801",
        "A part of an imported object does not fit into a claim.",
        "Follow the hint in the message, or ask the platform team for an overlay.",
    ),
    Code("EP802", "An imported object does not fit into a claim.", "Keep it outside the claim, or remove it."),
    Code(
        "EP803",
        "A warning: the imported Deployment must be replaced, because its selector is not that of a claim.",
        "Follow the comments in the claim.",
    ),
    Code(
        "EP804",
        "A warning: an imported object or container gets a different name.",
        "Update whatever uses the old name.",
    ),
)
