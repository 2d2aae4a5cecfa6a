"""Compose files: a service of a claim, with NATS, on a machine without a cluster."""
