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
    lines = Lines(_STDERR, _told_dropped)
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


def _told_dropped(count: int) -> str:
    """Return the line; without a time, since it is written when the reader reads again."""
    line: dict[str, Any] = {"dropped": count, "level": "warning", "msg": "log lines were dropped"}
    return json.dumps(line)
