"""Readiness of composed objects: one module per kind, with the check in Python and for provider-kubernetes.

`DEFAULT` is for kinds without a useful status: they are ready as soon as they exist.
"""

from function.readiness._readiness import DEFAULT, Readiness

__all__ = ["DEFAULT", "Readiness"]
