import pytest
from click.testing import CliRunner, Result

from function.apis.registry import REASONS
from function.base.code import Code
from function.base.codes import CODES
from function.cli.commands.explain import command


def explain(*words: str) -> Result:
    return CliRunner().invoke(command, words)


@pytest.mark.parametrize("name", sorted(REASONS))
def test_each_reason_is_explained(name: str) -> None:
    result = explain(name)
    assert result.exit_code == 0
    assert result.output.startswith(f"{name}\n\n{REASONS[name].meaning}")


@pytest.mark.parametrize("name", ["NotMade", "NotReady", "Ready"])
def test_what_resource_refs_show_is_explained_as_such(name: str) -> None:
    result = explain(name)
    assert result.exit_code == 0
    assert "status.resourceRefs" in result.output


def test_case_does_not_matter() -> None:
    assert explain("secretnotfound").output == explain("SecretNotFound").output


def test_without_a_reason_all_are_listed() -> None:
    lines = explain().output.splitlines()
    assert [line.split()[0] for line in lines] == [*sorted(REASONS), *(code.name for code in CODES)]


@pytest.mark.parametrize(
    ("word", "hint"), [("SecretNotFund", "did you mean 'SecretNotFound'?"), ("zzz", "unknown reason")]
)
def test_an_unknown_reason_is_a_usage_error(word: str, hint: str) -> None:
    result = explain(word)
    assert result.exit_code == 2
    assert hint in result.output


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.name)
def test_each_code_is_explained(code: Code) -> None:
    result = explain(code.name.lower())
    assert result.exit_code == 0
    assert result.output == f"{code.name}\n\n{code.meaning}\n\n{code.remedy}\n"


@pytest.mark.parametrize("word", ["EP", "EP104x", "XEP104", "EP999"])
def test_what_only_resembles_a_code_is_an_unknown_reason(word: str) -> None:
    result = explain(word)
    assert result.exit_code == 2
    assert f"unknown reason '{word}'" in result.output


def test_two_reasons_are_one_too_many() -> None:
    assert explain("Idle", "Paused").exit_code == 2
