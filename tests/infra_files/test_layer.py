"""A file is one document with sections, and says so if it is anything else."""

import pytest

from function.infra_files.layer import Layer, layer
from function.yaml.node import value_of


def read(text: str) -> Layer:
    return layer("a.infra", text.encode())


def found(text: str) -> list[str]:
    return [str(finding) for finding in read(text).findings]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "1:1: EP420 must contain exactly one document; got 0"),
        ("# nothing\n", "1:1: EP420 must contain exactly one document; got 0"),
        ("a: 1\n---\nb: 2\n", "1:1: EP420 must contain exactly one document; got 2"),
        ("[a]\n", "1:1: EP420 must be an object with the sections of a binding"),
        ("text\n", "1:1: EP420 must be an object with the sections of a binding"),
        (
            "apiVersion: x/v1\nkind: InfraBinding\n",
            "2:7: EP420 kind: this is a Kubernetes manifest, not an .infra file. Hint: use platformctl validate",
        ),
        ("extends: 3\n", "1:10: EP421 extends: must be the path of one .infra file"),
        ("extends: ''\n", "1:10: EP421 extends: must be the path of one .infra file"),
        ("extends: [a, b]\n", "1:10: EP421 extends: must be the path of one .infra file"),
        ("extends: {file: a}\n", "1:10: EP421 extends: must be the path of one .infra file"),
        ('extends: "a\\0b"\n', "1:10: EP421 extends: must be the path of one .infra file"),
        ("a: [\n", "2:1: EP001 not YAML"),
        ("a: *b\n", "1:4: EP001 not YAML: alias '*b' has no anchor above it"),
        ("? [a]\n: b\n", "1:3: EP004 a key must be a string"),
    ],
)
def test_what_is_no_binding_is_told_at_its_place(text: str, message: str) -> None:
    (finding,) = found(text)
    assert finding.startswith(f"a.infra:{message}")
    assert read(text).node is None


def test_bytes_that_are_no_text_are_told() -> None:
    (finding,) = layer("a.infra", b"\xff").findings
    assert finding.code == "EP002"


def test_a_duplicate_key_is_told_and_the_last_one_wins() -> None:
    one = read("environment: a\nenvironment: b\n")
    assert [finding.code for finding in one.findings] == ["EP003"]
    assert one.node is not None
    assert value_of(one.node) == {"environment": "b"}


@pytest.mark.parametrize(("text", "parent"), [("a: 1", None), ("extends: b.infra", "b.infra"), ("extends:", None)])
def test_the_parent_is_what_extends_names(text: str, parent: str | None) -> None:
    assert read(text).parent == parent
    assert read(text).findings == ()


def test_every_place_names_the_file() -> None:
    node = read("a: {b: [1]}").node
    assert node is not None
    assert repr(node).count("file='a.infra'") == repr(node).count("Range(")
