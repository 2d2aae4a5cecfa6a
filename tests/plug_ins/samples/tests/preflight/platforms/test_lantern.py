from pathlib import Path

import pytest

from function.base.preflight import PASSED, UNAVAILABLE
from function.base.preflight_target import Endpoint, Question
from function.preflight.ask import result
from tests.preflight.served import SECONDS, served


@pytest.mark.parametrize(("answer", "expected"), [(b"*", PASSED), (b".", UNAVAILABLE), (b"", UNAVAILABLE)])
def test_a_lantern_is_lit_or_not(answer: bytes, expected: str, tmp_path: Path) -> None:
    with served(lambda connection: connection.sendall(answer) if connection.recv(64) else None) as port:
        question = Question("lantern", "permissions", "flag", (Endpoint("127.0.0.1", port),))
        assert result(question, tmp_path, SECONDS, lambda _: None) == expected
