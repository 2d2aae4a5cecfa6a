"""Our XRDs become CRDs that an API server takes, and the check would notice one that does not."""

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.crossplane.layout import ROOT, xrds


def _check(programs: Mapping[str, Path], *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([programs["xrdcheck"], *arguments], capture_output=True, text=True, check=False)


def _xrd(field: dict[str, Any]) -> dict[str, Any]:
    spec = {"type": "object", "properties": {"field": field}}
    return {
        "apiVersion": "apiextensions.crossplane.io/v2",
        "kind": "CompositeResourceDefinition",
        "metadata": {"name": "things.example.org"},
        "spec": {
            "group": "example.org",
            "names": {"kind": "Thing", "plural": "things"},
            "versions": [
                {
                    "name": "v1",
                    "served": True,
                    "referenceable": True,
                    "schema": {"openAPIV3Schema": {"type": "object", "properties": {"spec": spec}}},
                }
            ],
        },
    }


def _written(folder: Path, document: dict[str, Any]) -> Path:
    path = folder / "xrd.yaml"
    path.write_text(yaml.safe_dump(document))
    return path


def test_every_xrd_is_accepted(programs: Mapping[str, Path]) -> None:
    assert len(xrds()) >= 2
    done = _check(programs, *xrds())
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("xrd", xrds(), ids=lambda path: str(path.relative_to(ROOT)))
def test_an_xrd_becomes_the_kinds_it_names(xrd: Path, programs: Mapping[str, Path]) -> None:
    names = yaml.safe_load(xrd.read_text())["spec"]
    expected = [names[key]["kind"] for key in ("names", "claimNames") if key in names]
    crds = [*yaml.safe_load_all(_check(programs, "-crds", xrd).stdout)]
    assert [crd["spec"]["names"]["kind"] for crd in crds] == expected


def test_a_field_that_is_right_is_accepted(programs: Mapping[str, Path], tmp_path: Path) -> None:
    assert _check(programs, _written(tmp_path, _xrd({"type": "string"}))).stderr == ""


@pytest.mark.parametrize(
    ("field", "message"),
    [
        pytest.param({"type": "string", "pattern": "(?=x)"}, "must be a valid regular expression", id="look-ahead"),
        pytest.param({"description": "any"}, "must not be empty for specified object fields", id="no type"),
        pytest.param({"type": "string", "const": "x"}, "field.const: dropped", id="a keyword that is dropped"),
        pytest.param({"type": ["string", "null"]}, "cannot parse validation schema", id="two types"),
        pytest.param({"$ref": "#/x"}, "$ref is not supported", id="reference"),
        pytest.param({"type": "string", "enum": ["a"], "default": "b"}, "Unsupported value", id="default not offered"),
        pytest.param(
            {"type": "string", "x-kubernetes-validations": [{"rule": "self.size > 1", "message": "no"}]},
            "compilation failed",
            id="rule that does not compile",
        ),
        pytest.param(
            {
                "type": "array",
                "items": {
                    "type": "string",
                    "x-kubernetes-validations": [{"rule": "self.matches('a*b*')", "message": "no"}],
                },
            },
            "exceeds budget",
            id="rule over budget",
        ),
    ],
)
def test_a_field_that_breaks_the_crd_is_found(
    field: dict[str, Any], message: str, programs: Mapping[str, Path], tmp_path: Path
) -> None:
    done = _check(programs, _written(tmp_path, _xrd(field)))
    assert done.returncode == 1
    assert message in done.stderr


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("", "no CompositeResourceDefinition in it", id="empty"),
        pytest.param("kind: ConfigMap", "kind must be CompositeResourceDefinition; got ConfigMap", id="another kind"),
        pytest.param("a: [", "yaml", id="not YAML"),
        pytest.param(yaml.safe_dump(_xrd({}) | {"extra": 1}), 'unknown field "extra"', id="unknown field"),
        pytest.param(yaml.safe_dump(_xrd({}) | {"apiVersion": "v1"}), "apiVersion must be", id="another version"),
    ],
)
def test_a_file_that_is_no_xrd_is_an_error(
    text: str, message: str, programs: Mapping[str, Path], tmp_path: Path
) -> None:
    path = tmp_path / "file.yaml"
    path.write_text(text)
    done = _check(programs, path)
    assert done.returncode == 2
    assert message in done.stderr


def test_a_missing_file_is_an_error(programs: Mapping[str, Path], tmp_path: Path) -> None:
    assert _check(programs, tmp_path / "none.yaml").returncode == 2


def test_no_file_at_all_shows_the_usage(programs: Mapping[str, Path]) -> None:
    done = _check(programs)
    assert done.returncode == 2
    assert "usage: xrdcheck" in done.stderr


OBJECT: dict[str, Any] = {"apiVersion": "example.org/v1", "kind": "Thing", "metadata": {"name": "a", "namespace": "b"}}
RULE = {"rule": "self != 'c'", "message": "must not be c"}


@pytest.mark.parametrize(
    ("document", "errors"),
    [
        pytest.param({"spec": {"field": "a"}}, [], id="valid"),
        pytest.param({"spec": {"field": "c"}}, ['spec.field: Invalid value: "c": must not be c'], id="rule"),
        pytest.param({"spec": {"feld": "a"}}, ["spec.feld: unknown field"], id="unknown field"),
        pytest.param({"spec": {}, "extra": 1}, ["extra: unknown field"], id="unknown field at the root"),
        pytest.param({"spec": {"field": 5}}, ["spec.field: Invalid value"], id="wrong type"),
        pytest.param(
            {"spec": [], "metadata": {"name": "A", "namespace": "b"}}, ["metadata.name: ", "spec: "], id="two"
        ),
    ],
)
def test_a_document_is_judged_as_an_api_server_judges_it(
    document: dict[str, Any], errors: list[str], programs: Mapping[str, Path], tmp_path: Path
) -> None:
    documents = tmp_path / "documents.json"
    documents.write_text(json.dumps(OBJECT | document))
    done = _check(
        programs, "-admit", documents, _written(tmp_path, _xrd({"type": "string", "x-kubernetes-validations": [RULE]}))
    )
    assert (done.returncode, done.stderr) == (0, "")
    (found,) = map(json.loads, done.stdout.splitlines())
    assert len(found) == len(errors)
    assert [text for text, begin in zip(found, errors, strict=True) if not text.startswith(begin)] == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("{", "unexpected EOF", id="not JSON"),
        pytest.param(json.dumps(OBJECT | {"kind": "Other"}), "no XRD defines example.org/v1, Kind=Other", id="kind"),
        pytest.param("{}", "Object 'Kind' is missing", id="no kind"),
    ],
)
def test_a_document_that_no_xrd_describes_is_an_error(
    text: str, message: str, programs: Mapping[str, Path], tmp_path: Path
) -> None:
    documents = tmp_path / "documents.json"
    documents.write_text(text)
    done = _check(programs, "-admit", documents, _written(tmp_path, _xrd({"type": "string"})))
    assert done.returncode == 2
    assert message in done.stderr
