import json
import logging
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, get_args

import pytest
import structlog
from structlog.testing import capture_logs

from function.base.summary import Change, Crash, Summary
from function.server import log

CALL = Summary(
    tag="sha256:abc",
    kind="XEventDrivenService",
    name="orders-x7k2p",
    namespace="shop",
    claim="orders",
    fatal_codes=(),
    resources=4,
    warnings=1,
    request_bytes=1,
    response_bytes=2,
)
ANSWERED = {
    "event": "answered",
    "log_level": "debug",
    "tag": "sha256:abc",
    "kind": "XEventDrivenService",
    "name": "orders-x7k2p",
    "namespace": "shop",
    "fatal": False,
    "resources": 4,
    "warnings": 1,
    "request_bytes": 1,
    "response_bytes": 2,
    "milliseconds": 7,
}


@pytest.fixture(autouse=True)
def unconfigured() -> Iterator[None]:
    """Leave the process as it was: the configuration of logs is global."""
    before = logging.root.handlers[:]
    yield
    structlog.reset_defaults()
    logging.root.handlers[:] = before


def logged(summary: Summary) -> list[Any]:
    with capture_logs() as lines:
        log.answered(summary, 7)
    return lines


def test_without_debug_an_ordinary_call_is_not_logged(capfd: pytest.CaptureFixture[str]) -> None:
    lines = log.configure(debug=False)
    log.answered(CALL, 7)
    lines.close()
    captured = capfd.readouterr()
    assert captured.out + captured.err == ""


@pytest.mark.parametrize("debug", [False, True])
def test_a_line_is_one_json_object_on_stderr_whatever_is_logged(capfd: pytest.CaptureFixture[str], debug: bool) -> None:
    lines = log.configure(debug=debug)
    structlog.get_logger().info("serving", name="two\nlines", level="forged")
    lines.close()
    captured = capfd.readouterr()
    assert captured.out == ""
    [line] = captured.err.splitlines()
    found = json.loads(line)
    assert found.pop("ts").endswith("Z")
    assert found == {"level": "info", "msg": "serving", "name": "two\nlines"}


def test_with_debug_a_call_is_one_line(capfd: pytest.CaptureFixture[str]) -> None:
    lines = log.configure(debug=True)
    log.answered(CALL, 7)
    lines.close()
    assert json.loads(capfd.readouterr().err)["tag"] == "sha256:abc"


def test_a_crash_is_an_error_and_nothing_else() -> None:
    crash = Crash(incident="a1b2", places=("KeyError", "render.py:7 render"))
    assert logged(replace(CALL, fatal_codes=("EP900",), advice="split it", crash=crash)) == [
        {
            "event": "cannot answer",
            "log_level": "error",
            "incident": "a1b2",
            "tag": "sha256:abc",
            "traceback": ["KeyError", "render.py:7 render"],
        }
    ]


def test_a_large_response_is_a_warning_before_the_call() -> None:
    warning = {"event": "the answer is large", "log_level": "warning", "tag": "sha256:abc", "advice": "split it"}
    assert logged(replace(CALL, advice="split it")) == [warning, ANSWERED]


@pytest.mark.parametrize(("codes", "fatal"), [((), False), (("EP104", "EP111"), True)])
def test_a_call_is_one_debug_line_of_names(codes: tuple[str, ...], fatal: bool) -> None:
    assert logged(replace(CALL, fatal_codes=codes)) == [{**ANSWERED, "fatal": fatal}]


CHANGES: tuple[Change, ...] = get_args(Change)


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_one_line_with_names_codes_and_milliseconds(change: Change) -> None:
    line = {
        "event": change,
        "log_level": "info",
        "kind": "XEventDrivenService",
        "name": "orders-x7k2p",
        "claim": "orders",
        "namespace": "shop",
        "codes": ["EP104"],
        "milliseconds": 7,
    }
    assert logged(replace(CALL, change=change, fatal_codes=("EP104",))) == [line, {**ANSWERED, "fatal": True}]


def test_a_malformed_request_is_one_line_without_its_content() -> None:
    with capture_logs() as lines:
        log.malformed(3, 7)
    assert lines == [{"event": "malformed request", "log_level": "info", "request_bytes": 3, "milliseconds": 7}]


def test_what_a_library_says_is_json_too(capfd: pytest.CaptureFixture[str]) -> None:
    lines = log.configure(debug=False)
    logging.getLogger("asyncio").error("Task exception was never retrieved")
    lines.close()
    [line] = capfd.readouterr().err.splitlines()
    assert {key: json.loads(line)[key] for key in ("level", "logger")} == {"level": "error", "logger": "asyncio"}
