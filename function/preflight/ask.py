"""Gets the result for a target. No text and no error of a server or a library gets out of here."""

import ssl
from collections.abc import Callable
from functools import partial
from pathlib import Path

from function.base.discovery import discover
from function.base.preflight import CLOSED, LOGIN_REFUSED, TIMEOUT, UNEXPECTED
from function.base.preflight_target import Question, Target
from function.preflight import platforms
from function.preflight.connect import attempt
from function.preflight.connection import Refusal, connected
from function.preflight.credentials import Credentials
from function.preflight.failure import Failure

_PLATFORMS = discover(platforms.__name__)
_RESULTS: tuple[tuple[type[Exception], str], ...] = (
    (TimeoutError, TIMEOUT),
    (ssl.SSLError, LOGIN_REFUSED),  # after the handshake: since TLS 1.3, a server refuses certificates of clients then
    (OSError, CLOSED),
    (Exception, UNEXPECTED),
)


def result(target: Target, folder: Path, seconds: float, refusal: Refusal) -> str:
    """Return the result; credentials are in files of `folder`, and each step may take `seconds`."""
    if isinstance(target, Question):
        return _safe(partial(_answer, target, folder, seconds, refusal))
    return _safe(partial(attempt, target, seconds, refusal))


def _safe(ask: Callable[[], str]) -> str:
    try:
        return ask()
    except Failure as failure:
        return str(failure)
    except Exception as error:
        return next(result for kind, result in _RESULTS if isinstance(error, kind))


def _answer(question: Question, folder: Path, seconds: float, refusal: Refusal) -> str:
    connect = partial(connected, seconds=seconds, refusal=refusal)
    credentials = Credentials(folder, dict(question.credentials))
    answer: str = _PLATFORMS[question.platform].asked(question, credentials, connect)
    return answer
