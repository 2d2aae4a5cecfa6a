"""Calls whose requests never end: as much of HTTP/2 as it takes to leave out the last byte of a message."""

import socket
import struct
from collections.abc import Iterable

from tests.conformance.callers import METHOD

_PREFACE = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"
_DATA, _HEADERS, _RESET, _SETTINGS, _PING, _WINDOW_UPDATE = 0, 1, 3, 4, 6, 8
_ACK, _END_HEADERS = 1, 4
_INITIAL_WINDOW = 4
_POST, _HTTP = b"\x83", b"\x86"  # in the static table of HPACK
_LARGEST_FRAME = 16384
_QUIET_SECONDS = 2


class HalfSent:
    """A connection whose server waits for the end of every request."""

    def __init__(self, address: str) -> None:
        host, _, port = address.rpartition(":")
        self._socket = socket.create_connection((host, int(port)), timeout=_QUIET_SECONDS)
        self._windows = {0: 65535}
        self._initial = 65535
        self._refused = set[int]()
        self._socket.sendall(_PREFACE + _frame(_SETTINGS, 0, 0, b""))
        while self._receive() != _SETTINGS:
            pass

    def close(self) -> None:
        self._socket.close()

    def send(self, calls: int, size: int) -> int:
        """Begin calls with messages of `size`, each without its last byte; return how many of them the server took."""
        streams = range(1, 2 * calls, 2)
        for stream in streams:
            self._windows[stream] = self._initial
            self._socket.sendall(_frame(_HEADERS, _END_HEADERS, stream, _headers()))
        left = {stream: struct.pack(">BL", 0, size) + bytes(size - 1) for stream in streams}
        try:
            while any(left.values()):
                if sum(self._send_part(stream, left) for stream in streams) == 0:
                    self._receive()
                left |= dict.fromkeys(self._refused, b"")
        except TimeoutError:  # the server gives no more room
            pass
        return sum(1 for stream, rest in left.items() if not rest and stream not in self._refused)

    def _send_part(self, stream: int, left: dict[int, bytes]) -> int:
        """Send what there is room for, and return how many bytes that was."""
        room = max(0, min(self._windows[0], self._windows[stream], _LARGEST_FRAME))
        part, left[stream] = left[stream][:room], left[stream][room:]
        if part:
            self._windows[0] -= len(part)
            self._windows[stream] -= len(part)
            self._socket.sendall(_frame(_DATA, 0, stream, part))
        return len(part)

    def _receive(self) -> int:
        """Receive a frame, do what HTTP/2 asks for, and return its type; raises TimeoutError when none comes."""
        head = self._read(9)
        kind, flags, stream = head[3], head[4], int.from_bytes(head[5:]) & 0x7FFFFFFF
        content = self._read(int.from_bytes(head[:3]))
        if kind == _WINDOW_UPDATE:
            self._windows[stream] = self._windows.get(stream, self._initial) + int.from_bytes(content)
        elif kind in (_SETTINGS, _PING) and not flags & _ACK:
            for name, value in struct.iter_unpack(">HL", content if kind == _SETTINGS else b""):
                self._initial = value if name == _INITIAL_WINDOW else self._initial
            self._socket.sendall(_frame(kind, _ACK, 0, content if kind == _PING else b""))
        elif kind == _RESET:
            self._refused.add(stream)
        return kind

    def _read(self, size: int) -> bytes:
        found = b""
        while len(found) < size:
            part = self._socket.recv(size - len(found))
            assert part, "the server has closed the connection"
            found += part
        return found


def _frame(kind: int, flags: int, stream: int, content: bytes) -> bytes:
    return len(content).to_bytes(3) + bytes([kind, flags]) + stream.to_bytes(4) + content


def _headers() -> bytes:
    named = {":path": METHOD, ":authority": "test", "te": "trailers", "content-type": "application/grpc"}
    return _POST + _HTTP + b"".join(map(_literal, named.items()))


def _literal(header: Iterable[str]) -> bytes:
    """Return a header that is in no table: names and values here are shorter than 127 bytes."""
    return b"\x00" + b"".join(bytes([len(text)]) + text.encode() for text in header)
