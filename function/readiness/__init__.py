"""When a composed object is ready: one module per kind, with the rule in Python and for provider-kubernetes.

`DEFAULT` serves the kinds that have no status worth a look: they are ready once they exist.
"""

from function.readiness._readiness import DEFAULT, Readiness

__all__ = ["DEFAULT", "Readiness"]
