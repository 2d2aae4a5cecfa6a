"""Alerts: their conditions, and what these are in PromQL."""
