"""Exit codes of `platformctl`. Scripts depend on them."""

CLEAN = 0
FINDINGS = 1
ENVIRONMENT = 2
USAGE = 3
INTERNAL = 70
INTERRUPTED = 130
