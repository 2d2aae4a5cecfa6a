import pytest
from pydantic import TypeAdapter, ValidationError

from function.platform.policy_terraform import ModulePrefix, RefPattern, StateSetting

MODULES = TypeAdapter[str](ModulePrefix)
REFS = TypeAdapter[str](RefPattern)
STATES = TypeAdapter[str](StateSetting)


@pytest.mark.parametrize(
    "text",
    [
        *("git::https://example.org/", "git::https://example.org/platform/", "git::https://example.org:8443/a/b.git"),
        *("git::ssh://git@example.org/platform/", "git::https://example.org/infra.git//modules/emr"),
    ],
)
def test_modules(text: str) -> None:
    assert MODULES.validate_python(text) == text


@pytest.mark.parametrize(
    "text",
    [
        *("", "git::https://example.org", "https://example.org/", "git::http://example.org/", "git::file:///"),
        *("git::https://example.org/a?ref=v1", "git::https://user:pw@example.org/", "git::https://example.org//"),
        *("git::https://example.org/a//b/", "git::https://example.org/%2e%2e/", "*"),
    ],
)
def test_what_is_no_beginning_of_an_address(text: str) -> None:
    with pytest.raises(ValidationError):
        MODULES.validate_python(text)


@pytest.mark.parametrize("text", ["v1.2.0", "v*", "main", "release/2+a", "release/*", "*", "0123abcd"])
def test_refs(text: str) -> None:
    assert REFS.validate_python(text) == text


@pytest.mark.parametrize("text", ["", "-upload-pack=x", "-*", "v*.1", "**", "~> 1.2", "v1 ", "v1&a=b", "/v1", "^v.*$"])
def test_what_is_no_ref_nor_its_beginning(text: str) -> None:
    with pytest.raises(ValidationError):
        REFS.validate_python(text)


@pytest.mark.parametrize("text", ["workspace=prod", "key=shop/", "bucket=acme-state", "address=https://a.org/shop/"])
def test_states(text: str) -> None:
    assert STATES.validate_python(text) == text


@pytest.mark.parametrize("text", ["", "prod", "key=", "=shop/", "key=a b", "key=*", "a b=c"])
def test_what_says_nothing_about_a_state(text: str) -> None:
    with pytest.raises(ValidationError):
        STATES.validate_python(text)
