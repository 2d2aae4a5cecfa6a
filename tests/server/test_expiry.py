import ssl
from pathlib import Path

import pytest

from function.server.expiry import expired

CERTIFICATES = Path(__file__).parent / "certs"


def context(folder: Path) -> ssl.SSLContext:
    found = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    found.load_cert_chain(folder / "tls.crt", folder / "tls.key")
    return found


@pytest.mark.parametrize("name", ["server", "client", "stranger"])
def test_a_certificate_in_its_time_has_not_expired(name: str) -> None:
    assert not expired(context(CERTIFICATES / name), CERTIFICATES / name / "tls.crt")


def test_one_past_its_time_has() -> None:
    folder = CERTIFICATES / "expired"
    assert expired(context(folder), folder / "tls.crt")


def test_one_that_cannot_be_judged_is_not_called_expired() -> None:
    assert not expired(context(CERTIFICATES / "server"), CERTIFICATES / "stranger" / "tls.crt")
