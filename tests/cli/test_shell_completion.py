"""What a shell completes: commands, options, values, files, and topics of explain."""

import pytest
from click.shell_completion import ShellComplete

from function.cli.group import COMMANDS, platformctl
from tests.cli.conftest import Run


def completed(*words: str) -> list[str]:
    *before, last = words
    found = ShellComplete(platformctl, {}, "platformctl", "_PLATFORMCTL_COMPLETE").get_completions(before, last)
    return [item.value if item.type == "plain" else item.type for item in found]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("val",), ["validate"]),
        (("bindings", "ch"), ["check"]),
        (("validate", "--plat"), ["--platform-config"]),
        (("validate", "-o", "js"), ["json", "jsonl"]),
        (("validate", "cla"), ["file"]),
        (("validate", "--platform-config", ""), ["file"]),
        (("status", "-f", ""), ["file"]),
        (("plan", "a", ""), ["file"]),
        (("init", "--output", ""), ["file"]),
        (("up", "cla"), ["file"]),
        (("up", "a.yaml", "-o", ""), ["file"]),
        (("explain", "EP10"), ["EP100", "EP101", "EP102", "EP103", "EP104", "EP105", "EP106"]),
        (("explain", "infrab"), ["InfraBinding"]),
        (("validate", "--select", "EP10"), ["EP100", "EP101", "EP102", "EP103", "EP104", "EP105", "EP106"]),
        (("validate", "--ignore", "EP1,ep508"), ["EP1,EP508"]),
        (("bindings", "check", "--select", "X"), []),
        (("test", "a"), ["file"]),
        (("bindings", "docs", "a"), ["file"]),
        (("bindings", "docs", "--output", "a"), ["file"]),
        (("compat", "--against", "a"), ["file"]),
        (("help", "val"), ["validate"]),
        (("help", "bindings", "ch"), ["check"]),
        (("help", "validate", ""), []),
        (("help", "none", ""), []),
        (("explain", "secretnotfo"), ["SecretNotFound"]),
        (("explain", "spec.nats.st"), ["spec.nats.stream"]),
        (("explain", "eds.spec.nats.st"), ["eds.spec.nats.stream"]),
        (("explain", "InfraBinding.spec.streams.kafka.br"), ["InfraBinding.spec.streams.kafka.brokers"]),
        (("explain", "spec.none."), []),
        (("explain", "zzz"), []),
        (("zzz",), []),
    ],
)
def test_words_are_completed(words: tuple[str, ...], found: list[str]) -> None:
    assert completed(*words) == found


def test_all_commands_are_completed() -> None:
    assert completed("") == [*COMMANDS]


def test_a_shell_reads_its_script(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for shell in ("bash", "zsh", "fish"):
        monkeypatch.setenv("_PLATFORMCTL_COMPLETE", f"{shell}_source")
        done = run()
        assert (done.code, done.err) == (0, "")
        assert "_PLATFORMCTL_COMPLETE" in done.out
