import pytest

from function.base.preflight import UNEXPECTED
from function.preflight.failure import Failure
from function.preflight.kafka.encoding import Reader, data, flags, text, texts


def test_what_is_written_can_be_read() -> None:
    reader = Reader(text("orders") + text(None) + text("") + data(b"\xff") + texts("ä", "b") + flags(*(True, False)))
    assert [reader.text() for _ in range(3)] == ["orders", "", ""]
    assert reader.data() == b"\xff"
    assert [reader.count(), reader.text(), reader.text()] == [2, "ä", "b"]
    assert [reader.flag(), reader.flag()] == [True, False]


def test_numbers_have_signs() -> None:
    reader = Reader(bytes.fromhex("fffe 80000000 00000002 00000001 00000002 0007"))
    assert (reader.int16(), reader.int32(), reader.numbers(), reader.int16()) == (-2, -(2**31), 2, 7)


@pytest.mark.parametrize("content", [b"", b"\0", b"\0\x05abcd", b"\x7f\xff"])
def test_a_text_that_is_not_there_ends_the_attempt(content: bytes) -> None:
    with pytest.raises(Failure, match=UNEXPECTED):
        Reader(content).text()


@pytest.mark.parametrize("content", [b"", b"\0\0\0", b"\x7f\xff\xff\xff", b"\0\0\0\x02\0"])
def test_so_does_an_array_that_cannot_be_there(content: bytes) -> None:
    for read in (Reader(content).count, Reader(content).numbers, Reader(content).data):
        with pytest.raises(Failure, match=UNEXPECTED):
            read()


def test_null_is_nothing() -> None:
    assert Reader(b"\xff\xff\xff\xff").count() == Reader(b"\xff\xff\xff\xff").numbers() == 0
    assert Reader(b"\xff\xff\xff\xff").data() == b""


def test_a_text_that_is_no_text_is_not_an_error() -> None:
    assert Reader(b"\0\x01\xff").text() == "\ufffd"
