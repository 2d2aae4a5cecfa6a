"""What a broker of Kafka 4.1.0 answered, without size and number of the request, and a server that repeats it.

The user of the login may read topic `orders` in group `g1`, only describe group `g2`, write to topic `sink`, and do
nothing with topic `secret`. Topic `ghost`, which it may read, does not exist.
"""

import socket

from function.preflight.kafka.broker import Broker
from tests.preflight.served import SECONDS, Handle

_NODE = "00000000000000010000000100093132372e302e302e31"
_CLUSTER = "ffff0016373169444a4b305953702d757668575a46674f566f510000000100000001"
_THREE = (
    "000000030000000000010000000100000000000000010000000100000001000000010000000000000000000200000001000000000000000100"
    "000001000000010000000100000000000000000000000000010000000000000001000000010000000100000001000000000000"
)
HANDSHAKE = bytes.fromhex("0000000000030005504c41494e000d534352414d2d5348412d353132000d534352414d2d5348412d323536")
OTHER_MECHANISM = bytes.fromhex(
    "0021000000030005504c41494e000d534352414d2d5348412d353132000d534352414d2d5348412d323536"
)
NOT_A_SASL_LISTENER = bytes.fromhex("002200000000")
WELCOME = bytes.fromhex("0000000000000000")
WRONG = bytes.fromhex(
    "003a003341757468656e7469636174696f6e206661696c65643a20496e76616c696420757365726e616d65206f722070617373776f72640000"
    "0000"
)
ORDERS = bytes.fromhex(f"{_NODE}00004a93{_CLUSTER}000000066f726465727300{_THREE}010880000000")
ORDERS_OF_EVERYBODY = bytes.fromhex(f"{_NODE}00004a92{_CLUSTER}000000066f726465727300{_THREE}0df880000000")
SINK = bytes.fromhex(
    f"{_NODE}00004a93{_CLUSTER}0000000473696e6b000000000100000000000000000001000000000000000100000001000000010000000100"
    "0000000000011080000000"
)
SECRET = bytes.fromhex(f"{_NODE}00004a93{_CLUSTER}001d000673656372657400000000008000000080000000")
GHOST = bytes.fromhex(f"{_NODE}00004a93{_CLUSTER}0003000567686f737400000000000000010880000000")
G1 = bytes.fromhex("0000000000000001000000026731000444656164000000000000000000000108")
G2 = bytes.fromhex("0000000000000001000000026732000444656164000000000000000000000100")
LIVE = bytes.fromhex(
    "0000000000000001000000046c6976650006537461626c650008636f6e73756d6572000572616e67650000000100386b61666b612d7079"
    "74686f6e2d332e302e31322d35393135326461642d373333652d343164612d623437352d31303966636363363964336100136b61666b612d70"
    "7974686f6e2d332e302e3132000a2f3132372e302e302e310000001200000000000100066f7264657273000000000000002200000000000100"
    "066f7264657273000000030000000000000001000000020000000000000d48"
)
"""A group with a reader."""
GROUP_REFUSED = bytes.fromhex(
    "00000000001e001b47726f757020617574686f72697a6174696f6e206661696c65642effffffff0000ffffffff"
)


def coordinator(port: int, host: str = "127.0.0.1", code: int = 0) -> bytes:
    """Return the recorded answer with another address."""
    named = len(host).to_bytes(2, "big") + host.encode()
    return bytes(4) + code.to_bytes(2, "big") + b"\0\4NONE" + (1).to_bytes(4, "big") + named + port.to_bytes(4, "big")


def framed(answer: bytes, number: int) -> bytes:
    return (len(answer) + 4).to_bytes(4, "big") + number.to_bytes(4, "big") + answer


def repeating(*answers: bytes, asked: list[bytes] | None = None) -> Handle:
    """Return a server that gives these answers, and then closes the connection."""

    def handle(connection: socket.socket) -> None:
        for number, answer in enumerate(answers, start=1):
            size = connection.recv(4)
            if not size:
                return
            request = connection.recv(int.from_bytes(size, "big"))
            if asked is not None:
                asked.append(request)
            connection.sendall(framed(answer, number))

    return handle


def connected(port: int) -> Broker:
    return Broker(socket.create_connection(("127.0.0.1", port), SECONDS))
