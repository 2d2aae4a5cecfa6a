"""The APIs: one folder each, found by discovery, and what they have in common."""
