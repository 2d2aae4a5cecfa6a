import pytest

from function.apis.infra_binding.not_secret import without_exceptions
from function.base.manifest import Json, Manifest
from function.base.problems import Problem
from function.base.request import Request
from function.render import check, render
from tests.bindings import PLATFORM, binding, composite, manifests, topic
from tests.support import assert_refused

RANDOM = "hT7kP2xQ9vLmN4sB8dWz"
PATH = "streams.a.properties.client.id"
REASON = "the ID of a public client"


def spec(value: str = RANDOM, **not_secret: Json) -> Manifest:
    return binding(streams={"a": topic(properties={"client.id": value})}, not_secret=not_secret)


def codes(document: Manifest) -> list[tuple[str, str]]:
    return [(problem.path, problem.code) for problem in check(composite(document), PLATFORM)]


def test_a_random_value_is_refused() -> None:
    assert codes(spec()) == [(f"spec.{PATH}", "EP440")]


def test_a_reason_lets_it_pass_and_is_kept_in_status_and_document() -> None:
    document = spec(**{PATH: REASON})
    assert codes(document) == []
    answer = render(Request(xr=composite(document), platform=PLATFORM))
    assert answer.status["notSecret"] == [{"path": PATH, "reason": REASON}]
    assert REASON in str(manifests(document)["document"])


def test_without_exceptions_the_status_has_none() -> None:
    assert "notSecret" not in render(Request(xr=composite(spec("plain")), platform=PLATFORM)).status


@pytest.mark.parametrize("value", ["postgres://app:hunter2@db/orders", "AKIAIOSFODNN7EXAMPLE", 'x password="hunter2";'])
def test_a_known_form_is_refused_whatever_the_reason(value: str) -> None:
    assert f"spec.{PATH}" in [path for path, code in codes(spec(value, **{PATH: REASON})) if code != "EP441"]


def test_the_key_of_a_credential_is_refused_whatever_the_reason() -> None:
    path = "streams.a.properties.sasl.password"
    document = binding(streams={"a": topic(properties={"sasl.password": RANDOM})}, not_secret={path: REASON})
    assert (f"spec.{path}", "EP403") in codes(document)


@pytest.mark.parametrize("path", ["streams.a.properties.other", "streams.a.properties", "streams.b", PATH])
def test_an_exception_that_nothing_needs_is_a_warning(path: str) -> None:
    assert codes(spec("plain", **{path: REASON})) == [(f"spec.not_secret.{path}", "EP441")]


@pytest.mark.parametrize(
    ("not_secret", "path", "message"),
    [
        ({PATH: ""}, f"not_secret.{PATH}", "must be at least 1 character(s) long"),
        ({PATH: 5}, f"not_secret.{PATH}", "must be a string"),
        ({"x": "y"}, "not_secret.x", "must be the path of a value below spec"),
        ([PATH], "not_secret", "must be an object; got a list"),
    ],
)
def test_an_exception_says_where_and_why(not_secret: Json, path: str, message: str) -> None:
    answer = render(Request(xr=composite({**spec("plain"), "not_secret": not_secret}), platform=PLATFORM))
    assert answer.fatal is not None
    assert answer.fatal.startswith(f"spec.{path}: {message}")


def test_a_reason_is_no_place_for_a_secret() -> None:
    document = spec(**{PATH: "the password is password=hunter2"})
    clear = "contains plaintext credentials. Hint: move them to a secret store and refer to them as secret://name/key"
    assert_refused(composite(document), f"spec.not_secret.{PATH}: {clear}", PLATFORM)


def test_other_problems_are_passed_on() -> None:
    other = Problem(path="spec.a.b", message="x", code="EP403")
    suspicion = Problem(path="spec.a.c", message="x", code="EP440")
    found = list(without_exceptions([other, suspicion], {"a.b": REASON, "a.c": REASON}))
    assert found[0] == other
    assert [(problem.path, problem.code, problem.severity) for problem in found[1:]] == [
        ("spec.not_secret.a.b", "EP441", "warning")
    ]
