"""Files stand for what Crossplane would fetch."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from function.base.manifest import Json, Manifest
from function.base.outcome import Outcome, Requirement
from function.base.request import Request
from function.check.errors import UnreadableFileError, UnusableFileError
from function.check.required import answered, known, load

ENV: Manifest = {
    "apiVersion": "v1",
    "kind": "ConfigMap",
    "metadata": {"name": "env", "namespace": "shop", "labels": {"a": "b", "c": "d"}},
}


def matched(**fields: str | dict[str, str]) -> bool:
    """Return whether a requirement finds ENV."""
    wanted = {"api_version": "v1", "kind": "ConfigMap", "namespace": "shop", "name": "env", **fields}
    seen: list[object] = []

    def call(found: Mapping[str, Sequence[Mapping[str, Json]]] | None) -> Outcome:
        seen.append(found)
        return Outcome(requirements={"a": Requirement(**wanted)})  # type: ignore[arg-type]  # our own values

    answered(call, [{"kind": "Other"}, ENV])
    return seen == [{}, {"a": [ENV]}]


@pytest.mark.parametrize(
    "fields", [{}, {"namespace": ""}, {"name": "", "labels": {"a": "b"}}, {"name": "", "labels": {}}]
)
def test_what_is_wanted_is_found(fields: dict[str, str]) -> None:
    assert matched(**fields)


@pytest.mark.parametrize(
    "fields",
    [
        {"api_version": "v2"},
        {"kind": "Secret"},
        {"namespace": "other"},
        {"name": "other"},
        {"name": "", "labels": {"a": "c"}},
        {"name": "", "labels": {"e": "b"}},
    ],
)
def test_what_is_not_wanted_is_not(fields: dict[str, str]) -> None:
    assert not matched(**fields)


def test_without_files_nobody_answers() -> None:
    assert load(None) is None
    assert answered(lambda found: Outcome(ttl_seconds=int(found is None)), None).ttl_seconds == 1


def test_what_a_request_has_comes_before_what_is_given() -> None:
    other: Manifest = {"kind": "Other"}
    bare, full = Request(xr={}), Request(xr={}, required={"a": [other]})
    assert (known(bare, None), known(bare, []), known(bare, [ENV])) == (None, [], [ENV])
    assert (known(full, None), known(full, [ENV])) == ([other], [other, ENV])


def test_requirements_that_never_settle_end() -> None:
    calls: list[object] = []

    def call(found: object) -> Outcome:
        calls.append(found)
        name = f"r{len(calls)}"
        return Outcome(requirements={name: Requirement(api_version="v1", kind="Pod", namespace="", name=name)})

    answered(call, [])
    assert len(calls) == 5


def test_files_that_cannot_be_used(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError):
        load(str(tmp_path / "absent.yaml"))
    (tmp_path / "a.yaml").write_text("a: [")
    with pytest.raises(UnusableFileError, match="line 2: not YAML"):
        load(str(tmp_path))


def test_all_files_of_a_folder_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("kind: A\n---\nkind: B\n")
    (tmp_path / "b.yaml").write_text("kind: C\n")
    assert load(str(tmp_path)) == [{"kind": "A"}, {"kind": "B"}, {"kind": "C"}]
