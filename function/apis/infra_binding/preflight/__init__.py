"""Checks in the cluster of what a binding refers to, before anything uses it."""
