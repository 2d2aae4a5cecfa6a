import pytest

from function.base.preflight_target import Endpoint, Question, SecretKey


@pytest.mark.parametrize("key", ["password", "..", ".", "a" * 253, "..data", "../../etc/passwd"])
def test_the_file_of_a_key_is_a_name_that_every_volume_accepts(key: str) -> None:
    file = SecretKey("reader", key).file
    assert len(file) == 16
    assert file.isalnum()


def test_keys_of_other_secrets_have_other_files() -> None:
    keys = [SecretKey("a", "b"), SecretKey("a", "c"), SecretKey("c", "b"), SecretKey("a.b", "c"), SecretKey("a", "b.c")]
    assert len({key.file for key in keys}) == len(keys)


def test_a_question_is_named_after_its_first_server_and_never_after_its_settings() -> None:
    servers = (Endpoint("fd00::7", 1, tls=True), Endpoint("k2", 2))
    asked = Question("kafka", "permissions", "topic a", servers, (("username", "reader"),))
    assert str(asked) == "[fd00::7]:1 topic a"
