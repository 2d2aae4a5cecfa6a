"""Answers a file of requests with the function of the checkout that is first on the module path.

Run as a script by a checkout of any version, so it imports nothing but the function.
"""

import struct
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

_LENGTH = struct.Struct("<I")


def write(file: BinaryIO, items: Iterable[bytes]) -> None:
    """Write the items, each after its length."""
    for item in items:
        file.write(_LENGTH.pack(len(item)))
        file.write(item)


def read(file: BinaryIO) -> Iterator[bytes]:
    """Yield the items that `write` wrote."""
    while length := file.read(_LENGTH.size):
        yield file.read(*_LENGTH.unpack(length))


def main(requests: str, answers: str) -> None:
    """Write the answer to each request; bytes that are no request have the text of the error as their answer."""
    from function.fn import answer  # noqa: PLC0415  # the file is also imported for its format, without a function
    from function.wire.request import MalformedRequestError  # noqa: PLC0415  # likewise

    def answered(data: bytes) -> bytes:
        try:
            return answer(data)[0]
        except MalformedRequestError as error:
            return str(error).encode()

    with Path(requests).open("rb") as given, Path(answers).open("wb") as written:
        write(written, map(answered, read(given)))


if __name__ == "__main__":
    main(*sys.argv[1:])
