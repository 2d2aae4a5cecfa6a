"""Files are followed by what they extend, and every way that goes wrong is reported at the extends."""

from collections.abc import Mapping

import pytest

from function.check.errors import UnreadableFileError
from function.infra_files.chain import LAYERS_MAX, chain
from tests.infra_files.files import reader


def found(files: Mapping[str, str], path: str = "a.infra") -> list[str]:
    one = chain(path, reader(files))
    assert bool(one.nodes) != bool(one.findings)
    return [str(finding) for finding in one.findings]


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (
            {"a.infra": "version: 1\nextends: b.infra"},
            "a.infra:2:10: EP421 extends: cannot read b.infra: no such file or directory",
        ),
        (
            {"a.infra": "extends: b.infra", "b.infra": "extends: sub/c.infra"},
            "b.infra:1:10: EP421 extends: cannot read sub/c.infra: no such file or directory",
        ),
        (
            {"a.infra": "extends: a.infra"},
            "a.infra:1:10: EP421 extends: cycle: a.infra extends a.infra. Hint: remove one extends field",
        ),
        (
            {"a.infra": "extends: b.infra", "b.infra": "extends: c.infra", "c.infra": "extends: ./x/../b.infra"},
            (
                "c.infra:1:10: EP421 extends: cycle: b.infra extends c.infra extends b.infra. "
                "Hint: remove one extends field"
            ),
        ),
        ({"a.infra": "extends: b.infra", "b.infra": "[]"}, "b.infra:1:1: EP420 must be an object with the sections"),
        ({"a.infra": "extends: b.infra", "b.infra": "extends: 3"}, "b.infra:1:10: EP421 extends: must be the path of"),
        ({"a.infra": "extends: '-'", "-": "a: 1"}, "a.infra:1:10: EP421 extends: cannot read ./-: no such file"),
    ],
)
def test_a_file_that_cannot_be_followed_is_told_where_it_is_named(files: Mapping[str, str], message: str) -> None:
    (finding,) = found(files)
    assert finding.startswith(message)


def test_the_first_file_must_be_readable() -> None:
    with pytest.raises(UnreadableFileError, match=r"cannot read a\.infra"):
        chain("a.infra", reader({}))


def test_a_chain_has_an_end() -> None:
    files = {f"{number}.infra": f"extends: {number + 1}.infra" for number in range(LAYERS_MAX + 1)}
    (finding,) = found(files, "0.infra")
    assert finding.startswith(f"{LAYERS_MAX - 1}.infra:1:10: EP421 extends: the chain of extends is longer than")


def test_all_files_are_told_about_together() -> None:
    files = {"a.infra": "extends: b.infra\nx: 1\nx: 2", "b.infra": "- 1"}
    one = chain("a.infra", reader(files))
    assert [(finding.file, finding.code) for finding in one.findings] == [("a.infra", "EP003"), ("b.infra", "EP420")]
    assert one.nodes == ()


def test_paths_are_relative_to_the_file_that_names_them() -> None:
    files = {
        "x/a.infra": "extends: ../y/b.infra",
        "y/b.infra": "extends: c.infra",
        "y/c.infra": "version: '1.0'",
    }
    assert chain("x/a.infra", reader(files)).files == ("x/a.infra", "y/b.infra", "y/c.infra")


@pytest.mark.parametrize(
    ("base", "code"),
    [("environment production\n  brokers b:1\nend\n", "EP423"), ("apiVersion: v1\nkind: ConfigMap\n", "EP420")],
)
def test_a_file_of_another_format_is_not_extended(base: str, code: str) -> None:
    found = chain("child.infra", reader({"base.infra": base, "child.infra": "extends: base.infra\n"}))
    assert found.nodes == ()
    assert [(finding.file, finding.code) for finding in found.findings] == [("base.infra", code)]
