import logging

import pytest
from structlog.testing import capture_logs

from function.server.python_log import PythonLog

CANARY = "canary-5up3r"


def logger() -> logging.Logger:
    found = logging.Logger("grpc._server")
    found.addHandler(PythonLog())
    return found


@pytest.mark.parametrize(("level", "name"), [(logging.WARNING, "warning"), (logging.ERROR, "error")])
def test_a_record_is_a_line_without_its_values(level: int, name: str) -> None:
    with capture_logs() as lines:
        logger().log(level, "cannot answer %s", CANARY)
    assert lines == [
        {"event": "a library reports", "log_level": name, "logger": "grpc._server", "text": "cannot answer %s"}
    ]


def test_of_an_exception_only_the_places_are_told() -> None:
    with capture_logs() as lines:
        try:
            int(CANARY)
        except ValueError:
            logger().exception("failed")
    assert lines[0]["traceback"][0] == "ValueError"
    assert CANARY not in str(lines)
