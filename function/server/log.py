"""Structured logs: one JSON object per line on stderr, with the same field names as Crossplane's own functions."""

import logging
import sys

import structlog

from function.base.summary import Summary

_log = structlog.get_logger()


def configure(*, debug: bool) -> None:
    """Log from level debug or info upwards. Apart from names, no content of a request may be logged."""
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


def answered(summary: Summary) -> None:
    """Log a call: a crash as an error, any other call at debug, after a warning if its response is large."""
    if summary.crash is not None:
        _log.error(
            "cannot answer", incident=summary.crash.incident, tag=summary.tag, traceback=list(summary.crash.places)
        )
        return
    if summary.advice is not None:
        _log.warning("the answer is large", tag=summary.tag, advice=summary.advice)
    _log.debug("answered", tag=summary.tag, kind=summary.kind, name=summary.name, fatal=bool(summary.fatal_codes))
