"""Generates XRDs, JSON Schemas, roles, and reference pages from the models, as values and text, never as files."""
