import io
import subprocess
import sys
from pathlib import Path

import pytest

from function.fn import answer
from tests.documents import worker, xr
from tools.compare import answers
from tools.fuzz.message import request
from tools.golden import ROOT

REQUESTS = [request({"xr": xr(worker())}), b"", b"\xff\xff"]


@pytest.mark.parametrize("items", [[], [b""], [b"", b"a", b"\x00" * 300]])
def test_what_is_written_is_read(items: list[bytes]) -> None:
    file = io.BytesIO()
    answers.write(file, items)
    file.seek(0)
    assert list(answers.read(file)) == items


def test_a_checkout_answers_in_the_order_of_the_requests(tmp_path: Path) -> None:
    with (tmp_path / "requests").open("wb") as file:
        answers.write(file, REQUESTS)
    subprocess.run(
        [sys.executable, "-P", answers.__file__, tmp_path / "requests", tmp_path / "answers"],
        env={"PYTHONPATH": str(ROOT)},
        check=True,
    )
    with (tmp_path / "answers").open("rb") as file:
        *known, refused = answers.read(file)
    assert known == [answer(data)[0] for data in REQUESTS[:-1]]
    assert refused == b"the request is not an apiextensions.fn.proto.v1.RunFunctionRequest"
