"""Structured logs: one JSON object per line on stderr, named as Crossplane's own functions name their fields."""

import logging
import sys

import structlog


def configure(*, debug: bool) -> None:
    """Log from level debug or info upwards. No call may pass anything that a request held, names apart."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", key="ts"),
            structlog.processors.EventRenamer("msg"),
            structlog.processors.JSONRenderer(sort_keys=True),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.DEBUG if debug else logging.INFO),
        logger_factory=structlog.WriteLoggerFactory(sys.stderr),
    )
