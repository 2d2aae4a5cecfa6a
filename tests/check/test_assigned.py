"""`--set`: paths and values as they are written, and paths that lead nowhere."""

import pytest

from function.base.manifest import Json
from function.check.assigned import Assignment, AssignmentError, assigned, assignment
from function.check.load import load_content

KINDS = frozenset({"EventDrivenService"})
FILE = b"""\
kind: EventDrivenService
spec:
  image: a
  env:
    - name: A
---
kind: ConfigMap
data: {a: b}
"""


def set_in(text: str, content: bytes = FILE) -> list[Json]:
    return [found.value for found in assigned(load_content("a.yaml", content), [assignment(text)], KINDS).resources]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "=",
        "spec",
        "spec=",
        "spec.image",
        "image=a",
        "status.phase=Running",
        ".spec.image=a",
        "spec..image=a",
        "spec.image.=a",
        "spec.env[=a",
        "spec.env[]=a",
        "spec.env]0=a",
        "[0].spec=a",
    ],
)
def test_what_is_no_path_with_a_value_is_refused(text: str) -> None:
    with pytest.raises(AssignmentError, match=r"must be PATH=VALUE with a path below spec or metadata; got .*Hint: "):
        assignment(text)


def test_a_value_that_no_file_may_contain_is_refused() -> None:
    with pytest.raises(AssignmentError, match=r"^spec\.size: "):
        assignment("spec.size=.nan")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("spec.image.tag=a", "spec.image.tag: has no field tag; got 'a'"),
        ("spec.env.name=a", "spec.env.name: has no field name; got a list"),
        ("spec.image[0]=a", "spec.image[0]: is no list at [0]; got 'a'"),
        ("spec[0]=a", "spec[0]: is no list at [0]; got an object"),
        ("spec.env[2].name=a", "spec.env[2].name: there is no item [2]. Hint: the next free position is [1]"),
        ("spec.args[1]=a", "spec.args[1]: there is no item [1]. Hint: the next free position is [0]"),
    ],
)
def test_a_path_that_leads_nowhere_is_named(text: str, message: str) -> None:
    with pytest.raises(AssignmentError) as caught:
        set_in(text)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("spec.a=text", "text"),
        ("spec.a=ghcr.io/example/orders:1.4.2", "ghcr.io/example/orders:1.4.2"),
        ("spec.a=5", 5),
        ("spec.a=1.5", 1.5),
        ("spec.a=true", True),
        ("spec.a=", None),
        ('spec.a="5"', "5"),
        ("spec.a='true'", "true"),
        ("spec.a=b=c", "b=c"),
        ('spec.a="', '"'),
    ],
)
def test_a_value_has_the_type_that_it_would_have_in_a_file(text: str, value: Json) -> None:
    assert assignment(text) == Assignment("spec.a", ("spec", "a"), value)


def test_a_key_in_brackets_may_contain_dots() -> None:
    steps = ("metadata", "labels", "example.org/team", "a")
    assert assignment("metadata.labels[example.org/team].a=b").steps == steps


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("spec.image=b", {"image": "b", "env": [{"name": "A"}]}),
        ("spec.nats.stream=S", {"image": "a", "env": [{"name": "A"}], "nats": {"stream": "S"}}),
        ("spec.env[0].value=v", {"image": "a", "env": [{"name": "A", "value": "v"}]}),
        ("spec.env[1].name=B", {"image": "a", "env": [{"name": "A"}, {"name": "B"}]}),
        ("spec.args[0]=x", {"image": "a", "env": [{"name": "A"}], "args": ["x"]}),
    ],
)
def test_only_claims_change_and_only_at_the_path(text: str, expected: Json) -> None:
    claim, other = set_in(text)
    assert claim == {"kind": "EventDrivenService", "spec": expected}
    assert other == {"kind": "ConfigMap", "data": {"a": "b"}}


def test_without_assignments_a_file_is_what_it_was() -> None:
    file = load_content("a.yaml", FILE)
    assert assigned(file, [], KINDS) is file
