"""What libraries say through Python's logging, as lines of our own log."""

import logging

import structlog

from function.crash import crash_of

_log = structlog.get_logger()


class PythonLog(logging.Handler):
    """Repeats only who says it, the text before values are put into it, and where an exception was raised."""

    def emit(self, record: logging.LogRecord) -> None:
        """Log the record as a warning or an error; its values may come from a request."""
        say = _log.error if record.levelno >= logging.ERROR else _log.warning
        error = record.exc_info[1] if record.exc_info else None
        places = {} if error is None else {"traceback": list(crash_of(error).places)}
        say("a library reports", logger=record.name, text=str(record.msg), **places)
