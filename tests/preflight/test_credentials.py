from pathlib import Path

import pytest

from function.base.preflight import NO_CREDENTIALS
from function.base.preflight_target import SecretKey
from function.preflight.credentials import Credentials
from function.preflight.failure import Failure

JAAS = 'org.apache.kafka.common.security.plain.PlainLoginModule required username="reader" password="a\\"b\\\\c";'


def credentials(folder: Path, **contents: str) -> Credentials:
    for name, content in contents.items():
        (folder / SecretKey("reader", name).file).write_bytes(content.encode("latin-1"))
    return Credentials(folder, {name: SecretKey("reader", name) for name in contents})


def test_a_key_is_read_as_it_is(tmp_path: Path) -> None:
    assert credentials(tmp_path, jaas=" hunter2\n").text("jaas") == " hunter2\n"


@pytest.mark.parametrize("content", ["", "\xff", "x" * 65537])
def test_what_is_no_credential_ends_the_attempt(tmp_path: Path, content: str) -> None:
    with pytest.raises(Failure, match=NO_CREDENTIALS):
        credentials(tmp_path, password=content).text("password")


def test_so_does_one_that_does_not_exist(tmp_path: Path) -> None:
    gone = Credentials(tmp_path, {"password": SecretKey("reader", "password")})
    for name in ("password", "username"):
        with pytest.raises(Failure, match=NO_CREDENTIALS):
            gone.text(name)
    assert gone.path("username") is None


def test_a_user_is_in_a_secret_or_in_the_binding(tmp_path: Path) -> None:
    both = credentials(tmp_path, username="reader", password="hunter2")  # noqa: S106 - of no one
    assert both.user("") == ("reader", "hunter2")
    assert both.user("writer") == ("writer", "hunter2")


def test_both_can_be_in_a_configuration_of_jaas(tmp_path: Path) -> None:
    assert credentials(tmp_path, jaas=JAAS).user("ignored") == ("reader", 'a"b\\c')


@pytest.mark.parametrize("text", ["password", 'username="a"', 'username=a password="b"', 'username="a" password="b'])
def test_one_without_both_ends_the_attempt(tmp_path: Path, text: str) -> None:
    with pytest.raises(Failure, match=NO_CREDENTIALS):
        credentials(tmp_path, jaas=text).user("")
