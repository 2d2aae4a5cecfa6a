"""Structured logs: one JSON object per line on stderr, with the same field names as Crossplane's own functions."""

import json
import logging
from typing import Any

import structlog

from function.base.summary import Summary
from function.server.lines import Lines
from function.server.python_log import PythonLog

_STDERR = 2

_log = structlog.get_logger()


class _Lines:
    """What structlog writes with: every level is a line."""

    def __init__(self, lines: Lines) -> None:
        self.debug = self.info = self.warning = self.error = self.critical = lines.put


def configure(*, debug: bool) -> Lines:
    """Log from level debug or info upwards, until the returned lines are closed.

    Apart from names, no content of a request may be logged. What libraries log becomes JSON as well.
    """
    lines = Lines(_STDERR, _notice_of_dropped)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", key="ts"),
            structlog.processors.EventRenamer("msg"),
            structlog.processors.JSONRenderer(sort_keys=True),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.DEBUG if debug else logging.INFO),
        logger_factory=lambda *_: _Lines(lines),
    )
    logging.basicConfig(handlers=[PythonLog()], level=logging.WARNING, force=True)
    return lines


def answered(summary: Summary, milliseconds: int) -> None:
    """Log a call: a crash as an error, a change of what is accepted at info, and any call at debug.

    A large response is a warning.
    """
    if summary.crash is not None:
        _log.error(
            "cannot answer", incident=summary.crash.incident, tag=summary.tag, traceback=list(summary.crash.places)
        )
        return
    if summary.advice is not None:
        _log.warning("the answer is large", tag=summary.tag, advice=summary.advice)
    if summary.change is not None:
        _log.info(
            summary.change,
            kind=summary.kind,
            name=summary.name,
            claim=summary.claim,
            namespace=summary.namespace,
            codes=list(summary.fatal_codes),
            milliseconds=milliseconds,
        )
    _log.debug(
        "answered",
        tag=summary.tag,
        kind=summary.kind,
        name=summary.name,
        namespace=summary.namespace,
        fatal=bool(summary.fatal_codes),
        resources=summary.resources,
        warnings=summary.warnings,
        request_bytes=summary.request_bytes,
        response_bytes=summary.response_bytes,
        milliseconds=milliseconds,
    )


def malformed(request_bytes: int, milliseconds: int) -> None:
    """Log a request that cannot be read; what is wrong with it goes to the caller alone."""
    _log.info("malformed request", request_bytes=request_bytes, milliseconds=milliseconds)


def _notice_of_dropped(count: int) -> str:
    """Return the line; without a time, since it is written when the reader reads again."""
    line: dict[str, Any] = {"dropped": count, "level": "warning", "msg": "log lines were dropped"}
    return json.dumps(line)
