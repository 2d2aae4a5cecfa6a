import json
from collections.abc import Iterator

import pytest
import structlog

from function.server import log


@pytest.fixture(autouse=True)
def unconfigured() -> Iterator[None]:
    """Leave the process as it was: the configuration of logs is global."""
    yield
    structlog.reset_defaults()


def test_without_debug_nothing_below_info_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    log.configure(debug=False)
    structlog.get_logger().debug("answered")
    captured = capsys.readouterr()
    assert captured.out + captured.err == ""


@pytest.mark.parametrize("debug", [False, True])
def test_a_line_is_one_json_object_on_stderr_whatever_is_logged(
    capsys: pytest.CaptureFixture[str], debug: bool
) -> None:
    log.configure(debug=debug)
    structlog.get_logger().info("serving", name="two\nlines", level="forged")
    captured = capsys.readouterr()
    assert captured.out == ""
    [line] = captured.err.splitlines()
    found = json.loads(line)
    assert found.pop("ts").endswith("Z")
    assert found == {"level": "info", "msg": "serving", "name": "two\nlines"}


def test_with_debug_calls_are_written(capsys: pytest.CaptureFixture[str]) -> None:
    log.configure(debug=True)
    structlog.get_logger().debug("answered", tag="t")
    assert json.loads(capsys.readouterr().err)["tag"] == "t"
