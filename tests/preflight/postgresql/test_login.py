import secrets

import pytest

from function.base.preflight import LOGIN_REFUSED, NO_CREDENTIALS, OTHER_LOGIN, UNEXPECTED, UNKNOWN_DATABASE
from function.preflight.failure import Failure
from function.preflight.postgresql.login import log_in
from tests.preflight.postgresql import recorded
from tests.preflight.postgresql.recorded import FINAL, FIRST, NONCE, OK, PASSWORD, READY, SCRAM, connected, repeating
from tests.preflight.served import served

READER = {"user": "reader", "database": "shop", "search_path": ""}


@pytest.fixture(autouse=True)
def same_nonce(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the recorded answers those to this login."""
    monkeypatch.setattr(secrets, "token_hex", lambda _: NONCE)


def asked(*answers: bytes, password: str | None = PASSWORD, user: str = "reader") -> list[bytes]:
    """Return what the server with these answers was asked."""
    found: list[bytes] = []
    with served(repeating(*answers, asked=found)) as port, connected(port) as session:
        log_in(session, {**READER, "user": user}, password)
    return found


def test_the_password_is_never_sent() -> None:
    start, first, final = asked(SCRAM, FIRST, FINAL + OK + READY)
    assert start == b"\0\0\0\x23\0\3\0\0user\0reader\0database\0shop\0\0"
    assert first == b"p\0\0\0\x3eSCRAM-SHA-256\0\0\0\0\x28n,,n=,r=" + NONCE.encode()
    assert final.startswith(b"p\0\0\0tc=biws,r=" + NONCE.encode())
    assert PASSWORD.encode() not in start + first + final


@pytest.mark.parametrize("password", [PASSWORD, None])
def test_a_server_that_trusts_the_user_learns_nothing(password: str | None) -> None:
    assert len(asked(OK + READY, password=password)) == 1


@pytest.mark.parametrize(
    "request_of_server", [recorded.MD5, recorded.CLEAR, b"R\0\0\0\x08\0\0\0\x07", SCRAM.replace(b"256", b"512")]
)
def test_no_other_login_is_answered(request_of_server: bytes) -> None:
    found: list[bytes] = []
    handle = repeating(request_of_server, OK + READY, asked=found)
    with served(handle) as port, connected(port) as session, pytest.raises(Failure, match=OTHER_LOGIN):
        log_in(session, READER, PASSWORD)
    assert len(found) == 1


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ((SCRAM, FIRST, recorded.WRONG), LOGIN_REFUSED),
        ((SCRAM, FIRST, FINAL + OK + recorded.NO_DATABASE), UNKNOWN_DATABASE),
        ((recorded.NO_ENTRY,), LOGIN_REFUSED),
        ((SCRAM, recorded.CLEAR), LOGIN_REFUSED),
        ((SCRAM, FIRST.replace(b"i=4096", b"i=0001"), FINAL + OK + READY), UNEXPECTED),
        ((SCRAM, FIRST.replace(b"r=0", b"r=1"), FINAL + OK + READY), UNEXPECTED),
        ((SCRAM, FIRST, FINAL + recorded.CLEAR), OTHER_LOGIN),
        ((SCRAM, FIRST, FINAL + OK + recorded.answer("passed")), UNEXPECTED),
        ((b"R\0\0\0\x07\0\0\0",), UNEXPECTED),
        ((b"Z\0\0\0\x05I",), UNEXPECTED),
    ],
)
def test_a_refusal_ends_it(answers: tuple[bytes, ...], expected: str) -> None:
    with pytest.raises(Failure, match=expected):
        asked(*answers)


@pytest.mark.parametrize(
    "answers",
    [
        (SCRAM, OK + READY),
        (SCRAM, FIRST, OK + READY),
        (SCRAM, FIRST, FINAL.replace(b"v=O", b"v=P") + OK + READY),
    ],
)
def test_a_server_that_does_not_show_that_it_knows_the_password_is_not_believed(answers: tuple[bytes, ...]) -> None:
    with pytest.raises(Failure, match=LOGIN_REFUSED):
        asked(*answers)


def test_a_password_that_nobody_has_given_is_not_made_up() -> None:
    with pytest.raises(Failure, match=LOGIN_REFUSED):
        asked(SCRAM, password=None)


def test_a_user_cannot_add_settings() -> None:
    with pytest.raises(Failure, match=NO_CREDENTIALS):
        asked(user="reader\0options\0-c a=b")
