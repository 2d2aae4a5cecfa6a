"""Suites: files in which a platform team says what comes of its claims, settings, and overlays."""
