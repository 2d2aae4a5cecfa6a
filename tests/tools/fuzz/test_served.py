from pathlib import Path

import pytest

from tests.documents import worker, xr
from tools.fuzz.answered import answered
from tools.fuzz.invariants import Violation
from tools.fuzz.message import request
from tools.fuzz.served import compare, serving

REQUESTS = [request({"xr": xr(worker())}), request({"xr": xr({"size": "?"})}), b"\xff\xff"]


def test_a_server_gives_the_answers_of_the_core(tmp_path: Path) -> None:
    with serving(tmp_path) as call:
        assert compare(REQUESTS, call, seconds=60) == 3
    assert "sent nothing" not in (tmp_path / "server.log").read_text()


def test_another_answer_is_found() -> None:
    with pytest.raises(Violation, match="deterministic"):
        compare(REQUESTS, lambda data: b"", seconds=60)


def test_the_time_is_kept_after_one_request() -> None:
    assert compare(REQUESTS, answered, seconds=-1) == 1
