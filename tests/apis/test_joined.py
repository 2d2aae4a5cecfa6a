from function.apis.joined import Joined, known
from function.base.outcome import Requirement
from function.base.problems import Problem

WANTED = {"one": Requirement(api_version="v1", kind="ConfigMap", namespace="a", name="one")}


def test_what_is_not_known_is_a_warning() -> None:
    unknown = Problem(path="spec.ref", message="needs a document", code="EP340")
    (warning,) = Joined(resolved=None, unknown=(unknown,)).unchecked
    assert (warning.severity, warning.message, unknown.severity) == (
        "warning",
        "not checked: needs a document",
        "error",
    )
    assert Joined(resolved=None).unchecked == []


def test_absent_and_unknown_objects_are_different() -> None:
    assert known(WANTED, None) == {}
    assert known(WANTED, lambda _: None) == {}
    assert known(WANTED, lambda _: []) == {"one": []}
    assert known(WANTED, lambda wanted: [{"name": wanted.name}]) == {"one": [{"name": "one"}]}
