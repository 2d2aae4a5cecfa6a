from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from function.apis.registry import APIS, REASONS
from function.base.code import Code
from function.base.codes import CODES
from function.base.condition import TYPES
from function.cli.commands.explain import command
from function.publish.pages.conditions import ABOUT


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


def test_without_a_topic_all_are_listed() -> None:
    lines = explain().output.splitlines()
    assert [line.split()[0] for line in lines] == [
        *APIS,
        "PlatformConfig",
        *TYPES,
        *sorted(REASONS),
        *(code.name for code in CODES),
    ]


@pytest.mark.parametrize(
    ("word", "hint"), [("SecretNotFund", "did you mean 'SecretNotFound'?"), ("zzz", "unknown topic")]
)
def test_an_unknown_topic_is_a_usage_error(word: str, hint: str) -> None:
    result = explain(word)
    assert result.exit_code == 2
    assert hint in result.output


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.name)
def test_each_code_is_explained(code: Code) -> None:
    result = explain(code.name.lower())
    assert result.exit_code == 0
    assert result.output == f"{code.name}\n\n{code.meaning}\n\n{code.remedy}\n"


def test_the_first_two_digits_of_codes_list_them() -> None:
    lines = explain("ep50").output.splitlines()
    assert [line.split()[0] for line in lines] == [code.name for code in CODES if code.name.startswith("EP50")]


@pytest.mark.parametrize("word", ["EP", "EP104x", "XEP104", "EP999"])
def test_what_only_resembles_a_code_is_an_unknown_topic(word: str) -> None:
    result = explain(word)
    assert result.exit_code == 2
    assert f"unknown topic '{word}'" in result.output


def test_two_topics_are_one_too_many() -> None:
    assert explain("Idle", "Paused").exit_code == 2


@pytest.mark.parametrize("name", TYPES)
def test_each_condition_is_explained_with_its_reasons(name: str) -> None:
    result = explain(name.lower())
    assert result.exit_code == 0
    assert f"Condition {name}\n\n{ABOUT[name]}\n" in result.output
    named = [reason.name for reason in REASONS.values() if name in reason.conditions]
    assert named
    assert [reason for reason in named if f"- {reason} (" not in result.output] == []


def test_a_field_is_explained() -> None:
    result = explain("spec.scaling.lagThreshold")
    assert result.exit_code == 0
    assert "FIELD:    spec.scaling.lagThreshold <integer>\n" in result.output
    assert "Target number of pending messages per replica." in result.output


def test_kinds_and_sizes_are_those_of_the_platform(tmp_path: Path) -> None:
    settings = tmp_path / "platform.yaml"
    settings.write_text(
        "apiVersion: platform.fn.bizmatters.io/v1beta1\nkind: PlatformConfig\nspec:\n"
        "  group: apis.example.org\n  names: {EventDrivenService: {kind: Worker, plural: workers, shortName: wk}}\n"
        "  sizes: {xs: {requests: {cpu: 50m}}, xl: {requests: {cpu: '4'}}}\n  defaultSize: xs\n"
    )
    result = explain("worker.spec.size", "--platform-config", str(settings))
    assert result.exit_code == 0
    assert "VERSION:  apis.example.org/v1alpha1\n" in result.output
    assert "one of xs, xl" in result.output
    assert explain("EventDrivenService.spec.size", "--platform-config", str(settings)).exit_code == 2


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("spec.scaling.lagTreshold", "did you mean 'lagThreshold'?"),
        ("spec.replicas", "did you mean 'scaling.minReplicas'?"),
        ("spec.scaling.image", "did you mean 'spec.image'?"),
        ("EventDrivenServic", "did you mean 'EventDrivenService'?"),
        ("Operationl", "did you mean 'Operational'?"),
        ("lagThreshold", "did you mean 'EventDrivenService.spec.scaling.lagThreshold' or"),
        ("Spec.image", "did you mean 'EventDrivenService.spec.image'"),
        ("spec..image", "a path must not contain an empty name"),
        ("spec.", "a path must not contain an empty name"),
        (".spec", "did you mean 'EventDrivenService.spec'"),
        ("CrashLoopBackOff", "did you mean 'CrashLooping'?"),
        ("imagepullbackoff", "did you mean 'ImagePullFailed'?"),
        ("TriggerError", "did you mean 'StreamOrConsumerNotFound' or 'NatsUnreachable' or 'AutoscalerError'?"),
        ("Synced", "Hint: Crossplane sets it; `platformctl status CLAIM` shows its message"),
        ("spec.conditions", "unknown field"),
        ("EP12", "unknown topic 'EP12'"),
        ("", "unknown topic"),
    ],
)
def test_an_unknown_field_is_a_usage_error_with_the_field_that_was_meant(word: str, hint: str) -> None:
    result = explain(word)
    assert result.exit_code == 2
    assert hint in result.output


def test_settings_that_are_missing_are_an_error() -> None:
    assert explain("spec.image", "--platform-config", "missing.yaml").exit_code == 1


@pytest.mark.parametrize("word", ["EP7", "ep7", "EP7xx"])
def test_the_beginning_of_codes_lists_them(word: str) -> None:
    result = explain(word)
    assert result.exit_code == 0
    assert result.output.startswith("EP7xx\n\nWhat is installed on the cluster does not fit.\n\nEP701 ")
    assert len(result.output.splitlines()) == 4 + sum(code.name.startswith("EP7") for code in CODES)


@pytest.mark.parametrize("word", ["conditions", "status.conditions", "eds.status.conditions"])
def test_conditions_are_listed(word: str) -> None:
    result = explain(word)
    assert result.exit_code == 0
    assert [line.split()[0] for line in result.output.splitlines()] == [*TYPES]


def test_a_list_has_the_first_sentence_of_each_topic() -> None:
    (line,) = [line for line in explain().output.splitlines() if line.startswith("InvalidSpec ")]
    assert line.split(maxsplit=1)[1] == "The claim is invalid."
