"""Exit codes, help, and what a start must not load."""

import subprocess
import sys

import pytest

from function.cli import validated
from function.cli.group import COMMANDS
from tests.cli.conftest import Run, Write
from tools import golden

START = "import sys; from function.cli import main; sys.exit(main())"


def start(*words: str, code: str = START) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["validat"], "No such command 'validat'. Did you mean 'validate'?"),
        (["frobnicate"], "No such command 'frobnicate'."),
        (["--nonsense"], "No such option"),
        (["validate"], "Missing argument 'PATH...'"),
        (["validate", "-o", "xml", "a"], "Invalid value for '-o'"),
        (["render"], "Missing argument 'PATH...'"),
        (["plan", "a", "b", "c"], "needs two paths: OLD and NEW; got 3"),
        (["schema", "a", "--output", "b"], "unexpected extra argument"),
        (["render", "a", "--scope", "cluster"], "Invalid value for '--scope'"),
        (["render", "a", "--as", "objects"], "Invalid value for '--as'"),
        ([], "Usage: platformctl"),
    ],
)
def test_a_wrong_call_is_told_and_exits_with_3(run: Run, words: list[str], message: str) -> None:
    done = run(*words)
    assert message in done.err
    assert (done.out, done.code) == ("", 3)


@pytest.mark.parametrize("command", ["validate", "render"])
def test_a_missing_file_exits_with_2(run: Run, command: str) -> None:
    done = run(command, "nowhere.yaml")
    assert "Error: cannot read nowhere.yaml: no such file or directory\n" in done.err
    assert (done.out, done.code) == ("", 2)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (("init", "orders", "--output", "missing/a.yaml"), "missing/a.yaml"),
        (("init", "orders", "--output", "a\x1b[31m/a.yaml"), "a\\x1b[31m/a.yaml"),
        (("package", "--scope", "claims", "--output", "missing/a.xpkg"), "missing/a.xpkg"),
        (("schema", "--output", "c.yaml/own"), "c.yaml/own"),
        (("docs", "build", "--output", "c.yaml/site"), "c.yaml/site"),
    ],
)
def test_a_file_that_cannot_be_written_is_named(
    run: Run, write: Write, claim: str, words: tuple[str, ...], name: str
) -> None:
    write("c.yaml", claim)
    done = run(*words)
    assert done.err.startswith(f"Error: cannot write {name}")
    assert (done.out, done.code) == ("", 2)


@pytest.mark.parametrize(
    ("error", "code"), [(RuntimeError("hunter2"), 70), (KeyboardInterrupt(), 130), (OSError(28, "No space left"), 2)]
)
def test_each_way_to_break_has_its_code(
    run: Run, write: Write, claim: str, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(validated, "check_file", broken)
    done = run("validate", write("c.yaml", claim))
    assert done.code == code
    assert "hunter2" not in done.err + done.out
    assert "Traceback" not in done.err


def test_debug_shows_the_traceback_of_a_bug(
    run: Run, write: Write, claim: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(validated, "check_file", None)
    done = run("--debug", "validate", write("c.yaml", claim))
    assert "Traceback" in done.err
    assert done.err.splitlines()[-1].startswith("Error: internal error: TypeError in cli/validated.py:")
    assert done.code == 70


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["validat"]])
def test_a_start_without_a_command_loads_neither_pydantic_nor_yaml(words: list[str]) -> None:
    code = f"import sys; from function.cli import main; main({words}); print(sorted(sys.modules))"
    loaded = start(code=code).stdout
    assert "'click'" in loaded
    assert "'pydantic'" not in loaded
    assert "'yaml'" not in loaded


@pytest.mark.parametrize(
    "words",
    [
        ["validate", ""],
        ["validate", "c.yaml", ""],
        ["render", ""],
        ["render", "c.yaml", "--observed", ""],
        ["render", "c.yaml", "--platform-config", ""],
        ["validate", "c.yaml", "--platform-config="],
    ],
)
def test_an_empty_path_is_a_wrong_call(run: Run, write: Write, claim: str, words: list[str]) -> None:
    write("c.yaml", claim)
    done = run(*words)
    assert "a path must not be empty. Hint: use . for the current folder" in done.err
    assert (done.out, done.code) == ("", 3)


@pytest.mark.parametrize(
    ("text", "words", "meaning"),
    [
        ("kind: Pod\n", ["validate"], "0 clean"),
        ("a: [\n", ["validate"], "1 findings"),
        ("a: [\n", ["validate", "nowhere"], "2 file or environment"),
        ("a: [\n", ["validate", "-o", "xml"], "3 usage"),
    ],
)
def test_the_help_gives_each_exit_code_its_meaning(
    run: Run, write: Write, text: str, words: list[str], meaning: str
) -> None:
    code = run(*words, write("c.yaml", text)).code
    assert meaning.startswith(f"{code} ")
    assert f" {meaning}" in run("--help").out


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_its_help(run: Run, name: str) -> None:
    done = run(name, "--help")
    assert done.out.startswith(f"Usage: platformctl {name}")
    assert done.code == 0


def test_version(run: Run) -> None:
    done = run("--version")
    assert done.out.startswith("platformctl 0.")
    assert done.code == 0


def test_no_package_of_the_environment_is_asked_for_plug_ins_of_pydantic(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYDANTIC_DISABLE_PLUGINS", raising=False)
    claim = golden.EXAMPLES / "eventdrivenservice" / "minimal" / "claim.yaml"
    code = f"import importlib.metadata; importlib.metadata.distributions = None; {START}"
    assert start("validate", str(claim), code=code).returncode == 0
