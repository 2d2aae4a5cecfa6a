import re
from pathlib import Path

import pytest

from function.base.manifest import Json
from function.delivery.message import message, name

FUNCTION = Path(__file__).parents[2] / "function"


@pytest.mark.parametrize("reported", [None, {}, "text", {"message": 1}, {"message": None}])
def test_what_says_nothing_has_no_message(reported: Json) -> None:
    assert message(reported) == ""


def test_a_message_is_cut() -> None:
    assert message({"message": "x" * 4001}) == "x" * 4000


def test_a_name_is_cut() -> None:
    assert name({"status": {"hpaName": "x" * 254}}, "status", "hpaName") == "x" * 253


def test_no_message_of_a_live_object_is_read_elsewhere() -> None:
    places = [*FUNCTION.glob("status/**/*.py"), *FUNCTION.glob("apis/*/status/**/*.py"), FUNCTION / "delivery/live.py"]
    assert [str(path) for path in places if re.search(r'_at\([^\n]*"message"\)', path.read_text())] == []
