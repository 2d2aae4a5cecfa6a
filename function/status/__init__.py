"""Conditions and status of a claim, derived from the desired and the observed resources."""
