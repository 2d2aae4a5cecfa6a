"""`platformctl package`: a Configuration package without Crossplane."""

import gzip
import io
import tarfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.conftest import OWN, Run, Write


def documents(path: Path) -> list[Any]:
    with tarfile.open(path) as archive:
        (layer,) = [name for name in archive.getnames() if name.endswith(".tar.gz")]
        packed = archive.extractfile(layer)
        assert packed is not None
        with tarfile.open(fileobj=io.BytesIO(gzip.decompress(packed.read()))) as files:
            content = files.extractfile("package.yaml")
            assert content is not None
            return list(yaml.safe_load_all(content.read()))


@pytest.mark.parametrize("scope", ["claims", "namespaced"])
def test_the_package_has_everything(run: Run, write: Write, tmp_path: Path, scope: str) -> None:
    words = ("--platform-config", write("p.yaml", OWN), "--scope", scope, "--name", "acme")
    done = run("package", *words, "--function", "example.org/acme/fn", "--output", "acme.xpkg")
    assert (done.code, done.out, done.err) == (0, "acme.xpkg\n", "")
    found = documents(tmp_path / "acme.xpkg")
    assert found[0]["metadata"]["name"] == "acme"
    assert found[0]["spec"]["dependsOn"][0]["package"] == "example.org/acme/fn"
    assert found[-1]["spec"]["pipeline"][0]["functionRef"] == {"name": "acme-fn"}
    assert {document["kind"] for document in found[1:]} == {"CompositeResourceDefinition", "Composition"}


@pytest.mark.parametrize("words", [(), ("--scope", "claims"), ("--scope", "cluster", "--output", "a.xpkg")])
def test_wrong_usage(run: Run, words: tuple[str, ...]) -> None:
    assert run("package", *words).code == 3


@pytest.mark.parametrize(
    ("option", "value"),
    [
        *(("--name", value) for value in ("", "A b", "acme.", "-a", "a" * 64, "a\n")),
        *(
            (option, value)
            for option in ("--function", "--provider")
            for value in (
                "",
                "fn",
                "a b/c",
                "example.org/fn:v1",
                "example.org/fn@sha256:0",
                "example.org/FN",
                "/fn",
                "a/",
            )
        ),
    ],
)
def test_names_that_crossplane_rejects_write_nothing(run: Run, tmp_path: Path, option: str, value: str) -> None:
    done = run("package", "--scope", "claims", "--output", "a.xpkg", option, value)
    assert (done.code, (tmp_path / "a.xpkg").exists()) == (3, False)
    assert f"Invalid value for '{option}': must be " in done.err


def test_a_registry_may_have_a_port(run: Run, tmp_path: Path) -> None:
    words = ("--function", "localhost:5000/a/b_c.d", "--name", "a", "--output", "a.xpkg")
    assert run("package", "--scope", "claims", *words).code == 0
    assert documents(tmp_path / "a.xpkg")[0]["spec"]["dependsOn"][0]["package"] == "localhost:5000/a/b_c.d"


def test_wrong_settings_write_nothing(run: Run, write: Write, tmp_path: Path) -> None:
    path = write("p.yaml", "kind: Pod\n")
    done = run("package", "--platform-config", path, "--scope", "claims", "--output", "a.xpkg")
    assert (done.code, (tmp_path / "a.xpkg").exists()) == (2, False)


def test_no_file_is_written_through_a_link(run: Run, write: Write) -> None:
    write("mine", "mine")
    Path("a.xpkg").symlink_to("mine")
    done = run("package", "--scope", "claims", "--output", "a.xpkg")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Error: cannot write a.xpkg: it is a link. Hint: ")
    assert Path("mine").read_text() == "mine"
