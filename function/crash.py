"""Reports where an exception occurred, but never its message."""

import traceback
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from function.base.summary import Crash


def crash_of(error: BaseException) -> Crash:
    """Return the places of an exception; its message and the locals stay out, since both may quote the request.

    The incident depends on the places alone: a new one in a condition would cause the next call, and so on for ever.
    """
    places = tuple(_places(error))
    return Crash(incident=sha256("\n".join(dict.fromkeys(places)).encode()).hexdigest()[:12], places=places)


def _places(error: BaseException | None) -> Iterator[str]:
    """Yield the type of an exception and the places it passed, outermost first, then the same for its causes."""
    while error is not None:
        yield type(error).__qualname__
        for frame in traceback.extract_tb(error.__traceback__):
            yield f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
