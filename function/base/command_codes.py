"""The codes of what `platformctl` was told to check, to ignore, or to test."""

from function.base.code import Code

COMMAND_CODES = (
    Code("EP601", "A folder contains no claim.", "Correct the path. If the folder may be empty, add `--allow-empty`."),
    Code(
        "EP602",
        "A warning: a comment that should suppress a warning has no effect or gives no reason.",
        "Write `# platformctl: ignore CODE -- REASON` on the line of the warning or above it, or remove the comment.",
    ),
    Code(
        "EP610",
        "A case of a suite has another result than it expects.",
        "Correct the claim, the settings, or the case.",
    ),
    Code("EP611", "A file or a value that a case starts from cannot be used.", "Correct it. Paths begin at the suite."),
)
"""Sorted."""
