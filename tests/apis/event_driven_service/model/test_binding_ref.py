import pytest

from function.base.manifest import Json, Manifest
from function.base.problems import errors
from function.render import check
from tests.bound import service, variable
from tests.documents import xr
from tests.support import assert_rejects

NO_USE = (
    "a reference requires env, trigger or sidecar. "
    "Hint: list fields under env, name the stream to scale on under trigger, or set sidecar: true"
)
ONE = "a variable requires exactly one of stream, lookup, service"


def test_a_reference_for_nothing_is_rejected() -> None:
    assert_rejects(service(), "spec.bindingRef", NO_USE)


@pytest.mark.parametrize(
    "entry",
    [
        {"name": "A", "field": "uri"},
        {"name": "A", "stream": "a", "lookup": "b", "field": "uri"},
        {"name": "A", "stream": "a", "service": "b", "field": "uri"},
        {"name": "A", "stream": "a", "lookup": "b", "service": "c", "field": "uri"},
    ],
)
def test_a_variable_has_one_source(entry: Manifest) -> None:
    assert_rejects(service(entry), "spec.bindingRef.env[0]", ONE)


def test_names_of_variables_are_unique() -> None:
    message = "names of environment variables must be unique; got duplicate A"
    assert_rejects(service(variable("A"), variable("A"), variable("B")), "spec.bindingRef.env", message)


@pytest.mark.parametrize("field", ["", ".a", "a.", "a..b", "a b", "a/b", "a[0]", "$(A)", "a" * 300, "ä"])
def test_a_field_is_a_path_of_names(field: str) -> None:
    assert_rejected_at(service(variable("A", stream="a", field=field)), "spec.bindingRef.env[0].field")


@pytest.mark.parametrize(
    ("entry", "path"),
    [
        ({"name": "1A", "stream": "a", "field": "b"}, "spec.bindingRef.env[0].name"),
        ({"name": "A", "stream": "Not-Logical", "field": "b"}, "spec.bindingRef.env[0].stream"),
        ({"name": "A", "lookup": "a.b", "field": "b"}, "spec.bindingRef.env[0].lookup"),
        ({"name": "A", "service": "A", "field": "b"}, "spec.bindingRef.env[0].service"),
        ({"name": "A", "stream": "a"}, "spec.bindingRef.env[0].field"),
        ({"name": "A", "stream": "a", "field": "b", "optional": True}, "spec.bindingRef.env[0].optional"),
    ],
)
def test_a_mistyped_variable_is_rejected(entry: Json, path: str) -> None:
    assert_rejected_at(service(entry), path)


@pytest.mark.parametrize("count", [0, -1, "2", 1.5])
def test_a_number_of_shards_is_positive(count: Json) -> None:
    assert_rejected_at(service(trigger={"stream": "a", "shardCount": count}), "spec.bindingRef.trigger.shardCount")


@pytest.mark.parametrize("name", ["", "A", "other/payments", "a.b", "x" * 64, 1])
def test_a_binding_has_the_name_of_a_claim(name: Json) -> None:
    spec = service(variable())
    spec["bindingRef"] = {"name": name, "env": [variable()]}
    assert_rejected_at(spec, "spec.bindingRef.name")


def assert_rejected_at(spec: Manifest, path: str) -> None:
    assert [problem.path for problem in errors(check(xr(spec), {}))] == [path]
