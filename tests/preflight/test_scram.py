"""RFC 7677 has the example."""

import re

import pytest

from function.base.preflight import LOGIN_REFUSED, UNEXPECTED
from function.preflight.failure import Failure
from function.preflight.scram import Scram

NONCE = "rOprNGfwEbeRWgbNEkqO"
SERVER = "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0"
SALT = "W22ZaJ0SNY7soEsUEjb6gQ=="
FIRST = f"r={NONCE}{SERVER},s={SALT},i=4096".encode()


def scram(user: str = "user") -> Scram:
    return Scram("SCRAM-SHA-256", user, "pencil", NONCE)


def test_the_example_of_the_standard() -> None:
    login = scram()
    assert login.first() == f"n,,n=user,r={NONCE}".encode()
    proof = "dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ="
    assert login.final(FIRST) == f"c=biws,r={NONCE}{SERVER},p={proof}".encode()
    login.verify(b"v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=")


def test_the_password_is_never_sent_and_no_login_repeats_another() -> None:
    sent = [Scram("SCRAM-SHA-512", "user", "pencil").first() for _ in range(2)]
    assert sent[0] != sent[1]
    assert re.fullmatch(rb"n,,n=user,r=[0-9a-f]{32}", sent[0])
    assert b"pencil" not in sent[0] + scram().final(FIRST)


def test_a_user_cannot_add_attributes() -> None:
    assert scram("a=b,c").first() == f"n,,n=a=3Db=2Cc,r={NONCE}".encode()


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"e=unknown-user",
        b"\xff",
        f"r={SERVER},s={SALT},i=4096".encode(),
        f"r={NONCE}{SERVER},s={SALT},i=4095".encode(),
        f"r={NONCE}{SERVER},s={SALT},i=1".encode(),
        f"r={NONCE}{SERVER},s={SALT},i=999999".encode(),
        f"r={NONCE}{SERVER},s={SALT},i=99999999999".encode(),
        f"r={NONCE}{SERVER},s={SALT},i=4096,x=1".encode(),
        f"m=1,r={NONCE}{SERVER},s={SALT},i=4096".encode(),
        f"r={NONCE}{SERVER},s={'A' * 4096},i=4096".encode(),
    ],
)
def test_another_first_message_ends_the_attempt(answer: bytes) -> None:
    with pytest.raises(Failure, match=UNEXPECTED):
        scram().final(answer)


@pytest.mark.parametrize("answer", [b"", b"v=", b"e=invalid-proof", b"v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G5="])
def test_a_server_that_does_not_know_the_password_is_not_believed(answer: bytes) -> None:
    login = scram()
    login.final(FIRST)
    with pytest.raises(Failure, match=LOGIN_REFUSED):
        login.verify(answer)
