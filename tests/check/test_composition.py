from pathlib import Path

import pytest

from function.base.manifest import text_at
from function.check.composition import with_settings
from function.check.errors import InvalidFileError, UnusableFileError
from function.check.load import load_content
from function.check.platform import load
from tools.golden import ROOT

HEAD = "apiVersion: apiextensions.crossplane.io/v1\nkind: Composition\nmetadata: {name: c}\n"
OURS = "{step: a, input: {apiVersion: platform.fn.bizmatters.io/v1beta1, kind: PlatformConfig, spec: {group: a.org}}}"
OTHER = "{step: b, input: {apiVersion: pt.fn.crossplane.io/v1beta1, kind: Resources}}"


def composition(*steps: str) -> str:
    return f"{HEAD}spec:\n  mode: Pipeline\n  pipeline:\n" + "".join(f"    - {step}\n" for step in steps)


def kinds(text: str) -> list[str]:
    file = with_settings(load_content("c.yaml", text.encode()))
    return [text_at(resource.value, "kind") for resource in file.resources]


@pytest.mark.parametrize(
    "text",
    [
        composition(OURS),
        composition(OTHER, OURS),
        composition(OURS, "{step: ready}"),
        composition(OURS, "x", "{input: 1}"),
    ],
)
def test_the_settings_are_the_input_of_the_step(text: str) -> None:
    assert kinds(text) == ["PlatformConfig"]


def test_other_documents_stay() -> None:
    other = "kind: Composition\napiVersion: example.org/v1\n"
    assert kinds(f"{other}---\n{composition(OURS)}---\nkind: Pod\n") == ["Composition", "PlatformConfig", "Pod"]


@pytest.mark.parametrize(
    ("text", "got"),
    [
        (composition(OURS, OTHER, OURS), "line 7, line 9"),
        (composition(OTHER), "none"),
        (composition("{step: a, input: {kind: PlatformConfig, apiVersion: other.org/v1}}"), "none"),
        (f"{HEAD}spec: {{mode: Resources, resources: []}}\n", "none"),
        (f"{HEAD}spec: {{pipeline: x}}\n", "none"),
        (f"{HEAD}spec:\n", "none"),
        (HEAD, "none"),
    ],
)
def test_a_composition_without_such_a_step_or_with_several_is_an_error(text: str, got: str) -> None:
    with pytest.raises(UnusableFileError) as raised:
        kinds(text)
    assert str(raised.value) == (
        "cannot use c.yaml: line 1: Composition 'c' must have exactly one step with a PlatformConfig as its input; "
        f"got {got}"
    )


def saved(folder: Path, text: str) -> str:
    path = folder / "c.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_settings_from_a_composition_are_in_effect(tmp_path: Path) -> None:
    assert load(saved(tmp_path, composition(OURS))).group == "a.org"


@pytest.mark.parametrize("path", sorted(ROOT.glob("compositions/*.yaml")), ids=lambda path: path.name)
def test_each_shipped_composition_is_accepted(path: Path) -> None:
    assert load(str(path)).document is not None


def test_an_object_with_settings_is_merged_over_those_of_the_composition(tmp_path: Path) -> None:
    settings = "apiVersion: apiextensions.crossplane.io/v1beta1\nkind: EnvironmentConfig\ndata: {defaultSize: small}\n"
    platform = load(saved(tmp_path, f"{composition(OURS)}---\n{settings}"))
    assert (platform.group, platform.config.default_size) == ("a.org", "small")


def test_mistakes_are_reported_where_they_are(tmp_path: Path) -> None:
    path = saved(tmp_path, composition(OURS.replace("group: a.org", "delivery: x")))
    with pytest.raises(InvalidFileError) as raised:
        load(path)
    assert str(raised.value).splitlines()[1].startswith(f"{path}:7:111: EP104 spec.delivery: must be one of ")


def test_two_compositions_are_not_one_setting(tmp_path: Path) -> None:
    with pytest.raises(UnusableFileError, match="exactly one PlatformConfig; got 2 documents"):
        load(saved(tmp_path, f"{composition(OURS)}---\n{composition(OURS)}"))
