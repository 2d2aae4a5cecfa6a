"""What real shells make of the completion scripts."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PATH = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
BASH = """
compopt() { local IFS=' '; echo "compopt $*"; }
eval "$(_PLATFORMCTL_COMPLETE=bash_source platformctl)"
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_platformctl_completion platformctl
printf '%s\\n' "${COMPREPLY[@]}"
"""
ZSH = """
compdef() { print "compdef $*"; }
compadd() { print -l -- "${(P)@[-1]}[@]"; print -l -- "${completions[@]}"; }
_describe() { print -l -- "${completions_with_descriptions[@]}"; }
_path_files() { print files; }
eval "$(_PLATFORMCTL_COMPLETE=zsh_source platformctl)"
words=("$@") CURRENT=$#
_platformctl_completion
"""
INTERACTIVE = """
compdef() { print "compdef $*"; }
[[ -o interactivecomments ]] || print "comments are off"
eval "$(_PLATFORMCTL_COMPLETE=zsh_source platformctl)"
"""
SHELLS = [
    pytest.param("bash", id="bash"),
    pytest.param("zsh", id="zsh", marks=pytest.mark.skipif(shutil.which("zsh") is None, reason="needs zsh")),
]
WORDS = [
    (("explain", "EP10"), "EP104"),
    (("explain", "secretnotf"), "SecretNotFound"),
    (("explain", "spec.nats.st"), "spec.nats.stream"),
    (("explain", "Operat"), "Operational"),
    (("validate", "--select", "EP1,EP50"), "EP1,EP501"),
    (("validate", "--fix", "--ign"), "--ignore"),
    (("help", "bindings", "ch"), "check"),
]


def run(shell: str, script: str, *words: str, interactive: bool = False) -> str:
    options = {"bash": ["--norc"], "zsh": ["-f"]}[shell] + (["-i"] if interactive else [])
    command = [shell, *options, "-c", script, shell, *words]
    done = subprocess.run(command, env={"PATH": PATH, "HOME": "/"}, capture_output=True, text=True, check=False)
    assert done.stderr == "", done.stderr
    return done.stdout


def completed(shell: str, *words: str) -> list[str]:
    script = {"bash": BASH, "zsh": ZSH}[shell]
    lines = run(shell, script, "platformctl", *words).splitlines()
    # zsh shows what a word means behind a colon
    return [line.partition(":")[0] for line in lines]


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(("words", "expected"), WORDS)
def test_a_shell_completes(shell: str, words: tuple[str, ...], expected: str) -> None:
    found = completed(shell, *words)
    assert expected in found
    assert "EP001" not in found


@pytest.mark.parametrize("shell", SHELLS)
def test_a_shell_completes_files_itself(shell: str) -> None:
    for words in (("validate", "cla"), ("test", ""), ("bindings", "docs", "a"), ("compat", "--against", "f")):
        found = completed(shell, *words)
        assert found[1 if shell == "zsh" else 0] == {"bash": "compopt -o default", "zsh": "files"}[shell]


@pytest.mark.parametrize("shell", SHELLS)
def test_nothing_is_completed_where_nothing_fits(shell: str) -> None:
    assert [line for line in completed(shell, "explain", "zzz") if line] == (
        ["compdef _platformctl_completion platformctl"] if shell == "zsh" else []
    )


@pytest.mark.skipif(shutil.which("zsh") is None, reason="needs zsh")
def test_an_interactive_zsh_needs_no_comments() -> None:
    assert run("zsh", INTERACTIVE, interactive=True).splitlines() == [
        "comments are off",
        "compdef _platformctl_completion platformctl",
    ]
