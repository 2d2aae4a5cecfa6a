"""A tag decides the type of a value, so it is what the hint is about."""

import pytest

from function.base.fix import Quote
from function.base.problems import Problem
from function.check.check_file import check_file
from function.check.load import load_content
from function.check.platform import load
from function.check.tagged import advised
from tests.documents import GROUP

CLAIM = f"""\
apiVersion: {GROUP}
kind: EventDrivenService
metadata: {{name: orders, namespace: shop}}
spec:
  image: a/b:1
  nats: {{stream: S, consumer: c}}
  %s
"""


def messages(field: str) -> list[str]:
    return [
        found.message for found in check_file(load_content("a.yaml", (CLAIM % field).encode()), load(None)).findings
    ]


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("httpPort: !!str 8080", "spec.httpPort: must be an integer; got '8080'. Hint: "),
        ("httpPort: !!str http", "spec.httpPort: must be an integer; got 'http'. Hint: "),
        ("httpPort: !<tag:yaml.org,2002:str> 8080", "spec.httpPort: must be an integer; got '8080'. Hint: "),
        ('podLabels: {a: !!int "5"}', "spec.podLabels.a: must be a string; got 5. Hint: "),
        ("podLabels: {a: !!bool yes}", "spec.podLabels.a: must be a string; got true. Hint: "),
        ('env: [{name: A, value: !!int "5"}]', "spec.env[0].value: must be a string. Hint: "),
    ],
)
def test_the_hint_is_about_the_tag(field: str, message: str) -> None:
    assert messages(field) == [f"{message}remove the tag, which decides the type"]


@pytest.mark.parametrize(
    ("field", "hint"),
    [
        ("httpPort: '8080'", "remove the quotes"),
        ("podLabels: {a: 5}", "put the value in quotes, or YAML reads it as another type"),
        ("size: !!str xlarge", ""),
        ("httpPort: !!int 99999", ""),
        ("siez: !!str small", ""),
        ("env: [{nam: !!str A, value: 5}]", "put the value in quotes, or YAML reads it as another type"),
    ],
)
def test_other_hints_stay(field: str, hint: str) -> None:
    found = messages(field)
    assert found != []
    assert not any("tag" in message for message in found)
    assert any(message.endswith(hint) for message in found)


def test_a_message_in_the_value_is_no_hint() -> None:
    (message,) = messages("httpPort: !!str 'a. Hint: b'")
    assert (
        message == "spec.httpPort: must be an integer; got 'a. Hint: b'. Hint: remove the tag, which decides the type"
    )


@pytest.mark.parametrize("path", ["", "spec.x", "spec.httpPort.x", "spec"])
def test_a_problem_elsewhere_is_returned_as_it_is(path: str) -> None:
    (resource,) = load_content("a.yaml", (CLAIM % "httpPort: !!str 8080").encode()).resources
    problem = Problem(path=path, message="wrong. Hint: x", code="EP103", fix=Quote())
    assert advised(resource.node, problem) is problem
