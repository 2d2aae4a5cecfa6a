"""Settings are used whole or not at all."""

from pathlib import Path

import pytest

from function.apis.input import settings
from function.apis.registry import APIS
from function.base.identity import Scope
from function.base.manifest import items_at, mapping_at
from function.check.errors import InvalidFileError, UnreadableFileError, UnusableFileError
from function.check.load import load_file
from function.check.platform import load
from tools.golden import ROOT

HEAD = "apiVersion: platform.fn.bizmatters.io/v1beta1\nkind: PlatformConfig\n"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def saved(text: str) -> str:
    Path("p.yaml").write_text(text)
    return "p.yaml"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param(
            f"{HEAD}spec: {{delivery: x, szies: {{}}}}\n",
            [
                "p.yaml:3:18: EP104 spec.delivery: must be one of [object, direct], got 'x'",
                "p.yaml:3:21: EP102 spec.szies: unknown field; did you mean 'sizes'?",
            ],
            id="all mistakes",
        ),
        pytest.param(
            f"{HEAD}spec: {{defaultSize: tiny}}\n",
            ["p.yaml:3:21: EP201 spec.defaultSize: defaultSize must be one of the sizes; got 'tiny'"],
            id="a rule between fields",
        ),
        pytest.param(
            f"{HEAD}spec: {{}}\nspec: {{}}\n",
            [
                (
                    "p.yaml:4:1: EP003 duplicate key 'spec'; it is also on line 3, and the last one wins. "
                    "Hint: remove one of them"
                )
            ],
            id="a key twice, which a claim may have",
        ),
        pytest.param(
            "kind: Pod\n",
            [
                "p.yaml:1:1: EP101 apiVersion: required field missing",
                "p.yaml:1:7: EP104 kind: must be one of [PlatformConfig], got 'Pod'",
            ],
            id="another kind",
        ),
        pytest.param("[1]\n", ["p.yaml:1:1: EP103 must be an object; got a list"], id="no object"),
    ],
)
def test_mistakes_are_told_at_their_places(text: str, lines: list[str]) -> None:
    with pytest.raises(InvalidFileError) as caught:
        load(saved(text))
    assert str(caught.value).splitlines() == ["cannot use p.yaml", *lines]


def test_a_syntax_error_after_good_settings_rejects_them() -> None:
    with pytest.raises(InvalidFileError, match=r"^cannot use p\.yaml\np\.yaml:5:1: EP001 not YAML: "):
        load(saved(f"{HEAD}---\na: [\n"))


@pytest.mark.parametrize(("text", "count"), [("", 0), ("---\n", 0), (f"{HEAD}---\n{HEAD}", 2)])
def test_there_must_be_one_document(text: str, count: int) -> None:
    with pytest.raises(UnusableFileError) as caught:
        load(saved(text))
    assert str(caught.value) == f"cannot use p.yaml: must contain exactly one PlatformConfig; got {count} documents"


def test_a_missing_file_is_unreadable() -> None:
    with pytest.raises(UnreadableFileError, match=r"^cannot read p\.yaml: no such file or directory$"):
        load("p.yaml")


def test_without_a_file_the_settings_are_those_of_an_empty_one() -> None:
    assert load(None).group == load(saved(f"{HEAD}spec: {{}}\n")).group == "platform.bizmatters.io"


def test_without_a_file_the_settings_are_not_known() -> None:
    assert load(None).document is None
    assert load(saved(f"{HEAD}spec: {{}}\n")).document is not None


def test_the_group_is_that_of_the_file_and_the_document_as_it_was_written() -> None:
    settings = load(saved(f"{HEAD}spec: {{group: apis.example.org}}\n"))
    assert settings.group == "apis.example.org"
    assert settings.document is not None
    assert settings.document["spec"] == {"group": "apis.example.org"}


OBJECT = "---\napiVersion: apiextensions.crossplane.io/v1beta1\nkind: EnvironmentConfig\nmetadata: {name: own}\n"


def spec_of(text: str) -> object:
    document = load(saved(text)).document
    assert document is not None
    return document["spec"]


def test_an_object_of_the_cluster_is_merged_over_the_settings() -> None:
    text = f"{HEAD}spec: {{settings: {{name: own}}, nats: {{account: A}}, images: {{allowedRegistries: [a, b]}}}}\n"
    data = "data: {nats: {url: 'nats://b:4222'}, images: {allowedRegistries: [c]}}\n"
    merged = {"nats": {"account": "A", "url": "nats://b:4222"}, "images": {"allowedRegistries": ["c"]}}
    assert spec_of(text + OBJECT + data) == merged


@pytest.mark.parametrize("other", ["", "---\nkind: ClusterRole\n"])
def test_such_an_object_may_stand_alone(other: str) -> None:
    assert spec_of(f"{OBJECT}data: {{delivery: direct}}\n{other}") == {"delivery": "direct"}
    assert spec_of(f"{OBJECT}{other}") == {}


def test_an_optional_object_may_be_left_out() -> None:
    assert spec_of(f"{HEAD}spec: {{settings: {{name: own, optional: true}}}}\n") == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{HEAD}spec: {{settings: {{name: own}}}}\n", "names EnvironmentConfig 'own'; add that object to the file"),
        (
            OBJECT * 2,
            "must contain at most one PlatformConfig and one EnvironmentConfig; got 0 and 2",
        ),
        (
            f"{HEAD}---\n{HEAD}{OBJECT}",
            "must contain at most one PlatformConfig and one EnvironmentConfig; got 2 and 1",
        ),
    ],
)
def test_files_with_other_objects(text: str, said: str) -> None:
    with pytest.raises(UnusableFileError) as caught:
        load(saved(text))
    assert str(caught.value) == f"cannot use p.yaml: {said}"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"{OBJECT}data: []\n", "5:7: EP483 data: must be an object with the fields of PlatformConfig.spec"),
        (
            f"{OBJECT}data: {{settings: {{name: b}}}}\n",
            "5:18: EP483 data.settings: an object with settings cannot name another one. Hint: remove it",
        ),
        (
            f"{OBJECT}data: {{delivery: helm}}\n",
            "5:18: EP104 data.delivery: must be one of [object, direct], got 'helm'",
        ),
        (
            f"{HEAD}spec: {{delivery: helm}}\n{OBJECT}data: {{nats: {{}}}}\n",
            "3:18: EP104 spec.delivery: must be one of [object, direct], got 'helm'",
        ),
        (
            f"{HEAD}spec: {{nats: {{account: A}}}}\n{OBJECT}data: {{nats: {{acount: B}}}}\n",
            "8:15: EP102 data.nats.acount: unknown field; did you mean 'account'?",
        ),
    ],
)
def test_mistakes_are_told_in_the_document_that_makes_them(text: str, line: str) -> None:
    with pytest.raises(InvalidFileError) as caught:
        load(saved(text))
    assert str(caught.value).splitlines() == ["cannot use p.yaml", f"p.yaml:{line}"]


@pytest.mark.parametrize("scope", ["claims", "namespaced"])
@pytest.mark.parametrize("kind", APIS)
def test_unknown_settings_are_taken_to_be_those_of_the_shipped_composition(scope: Scope, kind: str) -> None:
    shipped = load_file(str(ROOT / "compositions" / f"{APIS[kind].folder}-{scope}.yaml")).resources[0].manifest
    (step,) = items_at(shipped, "spec", "pipeline")
    spec = {key: value for key, value in mapping_at(step, "input", "spec").items() if key != "settings"}
    taken = settings(load(None).in_effect(scope))[0]
    assert taken == settings({**mapping_at(step, "input"), "spec": spec})[0]


def test_settings_that_are_given_are_in_effect_in_both_scopes(tmp_path: Path) -> None:
    file = tmp_path / "p.yaml"
    file.write_text("apiVersion: platform.fn.bizmatters.io/v1beta1\nkind: PlatformConfig\nspec: {delivery: object}\n")
    platform = load(str(file))
    assert platform.in_effect("claims") == platform.in_effect("namespaced") == platform.document
