"""What is written beside the spec, or at the wrong depth."""

import pytest

from function.apis.registry import APIS
from function.base.manifest import Json, Manifest
from function.base.problems import Problem
from function.check.envelope import METADATA, unknown_fields, without_consequences

SPEC = APIS["EventDrivenService"].spec
CLAIM: Manifest = {"apiVersion": "a/v1", "kind": "EventDrivenService", "metadata": {"name": "a"}, "spec": {}}


@pytest.mark.parametrize(
    "manifest",
    [
        {},
        CLAIM,
        {**CLAIM, "status": {"phase": "Running"}},
        {**CLAIM, "metadata": dict.fromkeys(METADATA, "")},
        {**CLAIM, "metadata": None},
        {**CLAIM, "metadata": ["foo"]},
        {**CLAIM, "metadata": {"labels": {"foo": "bar"}}},
    ],
)
def test_known_fields_are_no_problem(manifest: Manifest) -> None:
    assert unknown_fields(manifest, SPEC) == []


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("foo", "foo: unknown field. Hint: valid fields are apiVersion, kind, metadata, spec, status"),
        ("", "unknown field. Hint: valid fields are apiVersion, kind, metadata, spec, status"),
        ("specs", "specs: unknown field; did you mean 'spec'?"),
        ("apiversion", "apiversion: unknown field; did you mean 'apiVersion'?"),
        ("labels", "labels: unknown field; did you mean 'metadata.labels'? Hint: correct the indentation"),
        ("image", "image: unknown field; did you mean 'spec.image'? Hint: correct the indentation"),
        ("::error::x\n", r"\x3a:error::x\n: unknown field. Hint: valid fields are apiVersion, kind, metadata"),
    ],
)
def test_an_unknown_field_at_the_root_is_an_error(key: str, message: str) -> None:
    (problem,) = unknown_fields({**CLAIM, key: 1}, SPEC)
    assert str(problem).startswith(message)
    assert (problem.code, problem.severity, problem.path) == ("EP102", "error", key)


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("lables", "metadata.lables: unknown field; did you mean 'labels'?"),
        ("clusterName", "metadata.clusterName: unknown field. Hint: valid fields are annotations, "),
        ("spec", "metadata.spec: unknown field; did you mean 'spec'? Hint: correct the indentation"),
        ("size", "metadata.size: unknown field; did you mean 'spec.size'? Hint: correct the indentation"),
    ],
)
def test_an_unknown_field_in_the_metadata_is_a_warning(key: str, message: str) -> None:
    (problem,) = unknown_fields({**CLAIM, "metadata": {"name": "a", key: 1}}, SPEC)
    assert str(problem).startswith(message)
    assert (problem.code, problem.severity, problem.path) == ("EP102", "warning", f"metadata.{key}")


def test_no_message_repeats_the_value() -> None:
    found = unknown_fields({**CLAIM, "password": "hunter2"}, SPEC)
    assert "hunter2" not in f"{found}"


def test_the_number_of_problems_is_limited() -> None:
    many: dict[str, Json] = {f"x{number}": number for number in range(1000)}
    assert len(unknown_fields({**many, "metadata": many}, SPEC)) == 100


@pytest.mark.parametrize(
    ("mistyped", "paths"), [("spce", ["metadata.name"]), ("metdata", ["spec", "spec.size"]), ("kinds", None)]
)
def test_a_mistyped_parent_is_the_only_problem(mistyped: str, paths: list[str] | None) -> None:
    everything = [Problem(path=path, message="", code="EP101") for path in ("metadata.name", "spec", "spec.size")]
    manifest: Manifest = {mistyped: {}}
    found = without_consequences(everything, manifest, unknown_fields(manifest, SPEC))
    assert [problem.path for problem in found] == (paths or [problem.path for problem in everything])


def test_a_parent_that_exists_as_well_keeps_its_problems() -> None:
    problem = Problem(path="spec.size", message="", code="EP104")
    manifest: Manifest = {"spec": {}, "spce": {}}
    assert without_consequences([problem], manifest, unknown_fields(manifest, SPEC)) == [problem]
