"""What `platformctl validate` prints, and what decides about the exit code."""

import json

import pytest

from tests.cli.conftest import Run, Write

KEYS = "code severity message file document line column endLine endColumn path value expected suggestion kind namespace"


def test_the_json_has_all_keys_always(run: Run, write: Write, claim: str) -> None:
    done = run("validate", "-o", "json", write("c.yaml", f"{claim.replace('size: small', 'size: xlarge')}---\na: [\n"))
    document = json.loads(done.out)
    assert done.err == ""
    assert list(document) == ["version", "summary", "findings"]
    counts = {"files": 1, "ok": 0, "failed": 1, "skipped": 0, "errors": 2, "warnings": 0, "suppressed": 0}
    assert document["summary"] == counts | {"fixed": 0, "fixable": 0}
    assert [list(finding) for finding in document["findings"]] == [
        [*KEYS.split(), "name", "docs", "related", "fixable"]
    ] * 2
    assert document["findings"][0] == {
        "code": "EP104",
        "severity": "error",
        "message": "spec.size: must be one of [small, medium, large], got 'xlarge'",
        "file": "c.yaml",
        "document": 1,
        "line": 8,
        "column": 9,
        "endLine": 8,
        "endColumn": 15,
        "path": "spec.size",
        "value": "'xlarge'",
        "expected": "small, medium, large",
        "suggestion": None,
        "kind": "EventDrivenService",
        "namespace": "pay",
        "name": "billing",
        "docs": "docs/reference/codes.md#ep104",
        "related": [],
        "fixable": False,
    }
    assert document["findings"][1]["document"] is None
    assert done.code == 1


def test_text_is_the_earlier_name_of_concise(run: Run, write: Write, claim: str) -> None:
    path = write("c.yaml", claim.replace("size: small", "size: xlarge"))
    assert run("validate", "-o", "text", path) == run("validate", "-o", "concise", path) == run("validate", path)
    assert "text" not in run("validate", "--help").out


@pytest.mark.parametrize("words", [["-o", "xml"], ["-o", ""], ["-o", "Text"], ["--color", "yes"]])
def test_an_unknown_format_or_color_is_a_usage_error(run: Run, write: Write, claim: str, words: list[str]) -> None:
    done = run("validate", *words, write("c.yaml", claim))
    assert (done.code, done.out) == (3, "")
    assert "Invalid value for '" in done.err


def test_a_workflow_of_github_gets_its_commands(
    run: Run, write: Write, claim: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("c.yaml", claim.replace("size: small", "size: xlarge"))
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert run("validate", path).out.startswith("::error title=platformctl EP104,file=c.yaml,line=8,col=9,")
    assert run("validate", "-o", "concise", path).out.startswith("c.yaml:8:9: EP104 ")


def test_full_shows_the_line_and_marks_the_place(run: Run, write: Write, claim: str) -> None:
    done = run("validate", "-o", "full", write("c.yaml", claim.replace("size: small", "size: xlarge")))
    assert done.out.splitlines()[1:] == ["8 |   size: xlarge", "  |         ^^^^^^", ""]


def test_full_shows_no_value_that_the_message_leaves_out(run: Run, write: Write, claim: str) -> None:
    text = f"{claim}  env:\n    - {{name: A, value: hunter2, from: x}}\n    - name: B\n      valeu: hunter2\n"
    done = run("validate", "-o", "full", write("c.yaml", text))
    assert done.code == 1
    assert "hunter2" not in done.out + done.err


@pytest.mark.parametrize(
    ("words", "codes", "code"),
    [
        ([], ["EP302", "EP102"], 1),
        (["--select", "EP3"], ["EP302"], 0),
        (["--select", "EP3", "--strict"], ["EP302"], 1),
        (["--select", "EP3", "--fail-on", "warning"], ["EP302"], 1),
        (["--select", "EP1,EP302"], ["EP302", "EP102"], 1),
        (["--select", "EP1", "--select", "EP3", "--ignore", "EP102"], ["EP302"], 0),
        (["--ignore", "EP1", "--ignore", "EP302"], [], 0),
        (["--fail-on", "never"], ["EP302", "EP102"], 0),
        (["--fail-on", "never", "--strict"], ["EP302", "EP102"], 1),
    ],
)
def test_codes_are_selected_and_decide_about_the_exit_code(
    run: Run, write: Write, claim: str, words: list[str], codes: list[str], code: int
) -> None:
    text = claim.replace("  namespace: pay\n", "").replace("size:", "szie:")
    done = run("validate", *words, write("c.yaml", text))
    assert [line.split(" ")[1] for line in done.out.splitlines()] == codes
    assert done.code == code


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--select", "EP999"], "no code begins like this; got 'EP999'. Hint: did you mean EP9"),
        (["--ignore", "ep302"], "no code begins like this; got 'ep302'. Hint: did you mean EP302?"),
        (["--ignore", "E501"], "no code begins like this; got 'E501'. Hint: "),
        (["--ignore", "size"], "no code begins like this; got 'size'. Hint: docs/reference/codes.md lists all codes"),
        (["--select", ""], "no code begins like this; got ''"),
        (["--select", "EP1,,EP2"], "no code begins like this; got ''"),
        (["--fail-on", "info"], "Invalid value for '--fail-on'"),
    ],
)
def test_an_unknown_code_or_severity_is_a_usage_error(
    run: Run, write: Write, claim: str, words: list[str], message: str
) -> None:
    done = run("validate", *words, write("c.yaml", claim))
    assert message in " ".join(done.err.split())
    assert (done.out, done.code) == ("", 3)


def test_a_file_that_is_not_yaml_cannot_be_ignored(run: Run, write: Write) -> None:
    done = run("validate", "--ignore", "EP", write("c.yaml", "a: [\n"))
    assert ("EP001" in done.out, done.code) == (True, 1)


SIZES = "{defaultSize: tiny, sizes: {tiny: {requests: {cpu: 50m}}}}"


def test_the_settings_may_be_those_of_a_composition(run: Run, write: Write, claim: str) -> None:
    head = "apiVersion: apiextensions.crossplane.io/v1\nkind: Composition\nmetadata: {name: c}\n"
    settings = f"{{apiVersion: platform.fn.bizmatters.io/v1beta1, kind: PlatformConfig, spec: {SIZES}}}"
    path = write("c.yaml", claim.replace("size: small", "size: tiny"))
    whole = write("whole.yaml", f"{head}spec: {{pipeline: [{{step: a, input: {settings}}}]}}\n")
    assert run("validate", path).code == 1
    assert run("validate", "--platform-config", whole, path).code == 0
    done = run("validate", "--platform-config", write("none.yaml", f"{head}spec: {{pipeline: [{{step: a}}]}}\n"), path)
    assert (done.code, done.out) == (2, "")
    assert "Composition 'c' must have exactly one step with a PlatformConfig as its input; got none" in done.err
