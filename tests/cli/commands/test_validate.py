"""`platformctl validate`, from files to lines and exit codes."""

import json
import os
from pathlib import Path

import pytest

from tests.check.test_files import refuse_to_list
from tests.cli.conftest import Run, Write

KEYS = "code severity message file document line column endLine endColumn path value expected suggestion kind namespace"


def test_size_message_is_word_for_word(run: Run, write: Write, claim: str) -> None:
    done = run("validate", write("c.yaml", claim.replace("size: small", "size: xlarge")))
    assert done.out == "c.yaml:8:9: EP104 spec.size: must be one of [small, medium, large], got 'xlarge'\n"
    assert done.err == "Checked 1 file: 1 EventDrivenService (0 ok, 1 failed), 0 other resources skipped. 1 error.\n"
    assert done.code == 1


def test_trap_an_infra_file_does_not_pass_unchecked(run: Run, write: Write, claim: str) -> None:
    done = run("validate", write("c.yaml", claim), write("production.infra", 'version: "1.0"\n'))
    assert (done.code, done.out) == (3, "")
    assert "production.infra is not a claim. Hint: run platformctl bindings check production.infra" in done.err


def test_missing_field_message_is_word_for_word(run: Run, write: Write, claim: str) -> None:
    done = run("validate", write("c.yaml", claim.replace("    stream: ORDERS\n", "")))
    assert done.out == "c.yaml:9:3: EP101 spec.nats.stream: required field missing\n"
    assert done.code == 1


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("size: small", "size: on", "8:9: EP103 spec.size: must be a string; got true. Hint: put the value in quotes"),
        ("size: small", "szie: small", "8:3: EP102 spec.szie: unknown field; did you mean 'size'?"),
        ("size: small", "size: small\n  size: large", "9:3: EP003 duplicate key 'size'; it is also on line 8"),
        ("size: small", "size: .nan", "8:9: EP004 not a number that Kubernetes accepts; got .nan"),
        ("size: small", "size: [", "10:11: EP001 not YAML"),
        ("size: small", "\tsize: small", "8:3: EP001 not YAML: a tab where spaces are expected"),
        ("name: billing\n", "name: Billing\n", "4:9: EP210 metadata.name: a name must be lowercase"),
        ("kind: EventDrivenService", "kind: EventDrivenServce", "2:7: EP110 kind: must be one of"),
        ("platform.bizmatters.io", "platform.bizmatter.io", "1:13: EP110 apiVersion: must be platform.bizmatters.io/"),
        ("apiVersion", "apiVersio", "1:1: EP110 apiVersion: must be platform.bizmatters.io/v1alpha1"),
        ("spec:", "spec: x\nmore:", "6:7: EP103 spec: must be an object; got"),
    ],
)
def test_a_mistake_is_found_at_its_place(run: Run, write: Write, claim: str, old: str, new: str, line: str) -> None:
    done = run("validate", write("c.yaml", claim.replace(old, new, 1)))
    assert f"c.yaml:{line}" in done.out
    assert done.code == 1


def test_all_mistakes_are_found_in_the_order_of_the_files(run: Run, write: Write, claim: str) -> None:
    write("b.yaml", f"{claim.replace('image:', 'imag:')}---\n{claim.replace('consumer:', 'consumr:')}")
    write("a/a.json", json.dumps({"apiVersion": "platform.bizmatters.io/v1alpha1", "kind": "InfraBindin"}))
    done = run("validate", ".")
    assert [line.partition(" ")[0] for line in done.out.splitlines()] == [
        "a/a.json:1:59:",
        "b.yaml:6:1:",
        "b.yaml:7:3:",
        "b.yaml:21:3:",
        "b.yaml:23:5:",
    ]


def test_the_json_has_all_keys_always(run: Run, write: Write, claim: str) -> None:
    done = run("validate", "-o", "json", write("c.yaml", f"{claim.replace('size: small', 'size: xlarge')}---\na: [\n"))
    document = json.loads(done.out)
    assert done.err == ""
    assert list(document) == ["version", "summary", "findings"]
    assert document["summary"] == {"files": 1, "ok": 0, "failed": 1, "skipped": 0, "errors": 2, "warnings": 0}
    assert [list(finding) for finding in document["findings"]] == [[*KEYS.split(), "name", "docs"]] * 2
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
    }
    assert document["findings"][1]["document"] is None
    assert done.code == 1


def test_text_is_the_earlier_name_of_concise(run: Run, write: Write, claim: str) -> None:
    path = write("c.yaml", claim.replace("size: small", "size: xlarge"))
    assert run("validate", "-o", "text", path) == run("validate", "-o", "concise", path) == run("validate", path)
    assert "text" not in run("validate", "--help").out


@pytest.mark.parametrize("words", [["-o", "xml"], ["-o", ""], ["-o", "Text"], ["--color", "yes"]])
def test_an_unknown_format_or_colour_is_a_usage_error(run: Run, write: Write, claim: str, words: list[str]) -> None:
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


def test_a_missing_file_hides_no_findings(run: Run, write: Write, claim: str) -> None:
    done = run("validate", "nowhere.yaml", write("c.yaml", claim.replace("image:", "imag:")))
    assert "Error: cannot read nowhere.yaml: no such file or directory" in done.err
    assert "EP102 spec.imag" in done.out
    assert done.code == 2


def test_a_missing_file_is_counted_and_not_summarized_as_free_of_errors(run: Run) -> None:
    done = run("validate", "nowhere.yaml")
    assert done.err == (
        "Checked 0 files. 1 path cannot be read.\nError: cannot read nowhere.yaml: no such file or directory\n"
    )
    assert done.code == 2


def test_a_folder_that_cannot_be_listed_hides_no_findings(
    run: Run, write: Write, claim: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("closed/a.yaml", claim)
    write("open/b.yaml", claim.replace("image:", "imag:"))
    refuse_to_list(monkeypatch, "closed")
    done = run("validate", ".")
    assert done.err.endswith("Error: cannot read closed: permission denied\n")
    assert "open/b.yaml:7:3: EP102 spec.imag" in done.out
    assert done.code == 2


def test_a_pipe_and_a_device_in_a_folder_are_passed_over(run: Run, write: Write, claim: str) -> None:
    write("open/b.yaml", claim)
    os.mkfifo("open/pipe.yaml")
    Path("open/zero.yaml").symlink_to("/dev/zero")
    done = run("validate", ".")
    assert done.err.startswith("Checked 1 file: ")
    assert done.code == 0


def test_items_of_a_list_are_checked(run: Run, write: Write, claim: str) -> None:
    item = "\n".join(f"    {line}" for line in claim.replace("image:", "imag:").splitlines())
    done = run("validate", write("c.yaml", f"apiVersion: v1\nkind: List\nitems:\n  -\n{item}\n  - kind: Pod\n"))
    assert "c.yaml:11:7: EP102 spec.imag" in done.out
    assert "1 EventDrivenService (0 ok, 1 failed), 1 other resource skipped" in done.err


def test_a_duplicate_key_in_a_document_of_others_is_not_ours(run: Run, write: Write) -> None:
    assert run("validate", write("c.yaml", "kind: ConfigMap\na: 1\na: 2\n")).code == 0


def test_a_kind_of_our_group_that_resembles_none_of_ours_is_only_told(run: Run, write: Write) -> None:
    done = run("validate", write("c.yaml", "apiVersion: platform.bizmatters.io/v1\nkind: WebPage\n"))
    assert "c.yaml:2:7: EP110 kind: must be one of" in done.out
    assert done.code == 0


def test_a_claim_without_a_namespace_is_right_but_advised(run: Run, write: Write, claim: str) -> None:
    done = run("validate", write("c.yaml", claim.replace("  namespace: pay\n", "")))
    assert done.out.startswith("c.yaml:3:1: EP302 metadata.namespace: not set")
    assert done.err.endswith("1 EventDrivenService (1 ok, 0 failed), 0 other resources skipped. 0 errors, 1 warning.\n")
    assert done.code == 0


def test_a_platform_config_is_checked_too(run: Run, write: Write) -> None:
    text = "apiVersion: platform.fn.bizmatters.io/v1beta1\nkind: PlatformConfig\nspec: {delivery: objekt}\n"
    done = run("validate", write("p.yaml", text))
    assert "p.yaml:3:18: EP104 spec.delivery: must be one of [object, direct], got 'objekt'" in done.out


def test_a_claim_is_judged_with_the_platforms_settings(run: Run, write: Write, claim: str) -> None:
    spec = "spec: {sizes: {tiny: {}}, defaultSize: tiny}"
    config = write("p.yaml", f"apiVersion: platform.fn.bizmatters.io/v1beta1\nkind: PlatformConfig\n{spec}\n")
    done = run("validate", "--platform-config", config, write("c.yaml", claim))
    assert "spec.size: must be one of [tiny], got 'small'" in done.out
    assert done.code == 1


@pytest.mark.parametrize("text", ["", "---\n", "kind: ConfigMap\n", "[1, 2]\n", "just text\n"])
def test_where_nothing_is_ours_all_is_well(run: Run, write: Write, text: str) -> None:
    done = run("validate", write("c.yaml", text))
    assert (done.out, done.code) == ("", 0)


def test_a_right_claim_prints_nothing_but_the_summary(run: Run, claim: str) -> None:
    done = run("validate", "-", stdin=f"{claim}---\nkind: Pod\n---\nkind: Pod\n")
    assert done.out == ""
    assert done.err == "Checked 1 file: 1 EventDrivenService (1 ok, 0 failed), 2 other resources skipped. 0 errors.\n"
    assert done.code == 0


def test_standard_input_is_named_in_findings(run: Run) -> None:
    assert run("validate", "-", stdin="a: [").out.startswith("<stdin>:")


@pytest.mark.parametrize("mistake", ["value: !!int hunter2", "value: hunter2\n      value: hunter2", "value: [hunter2"])
def test_a_syntax_problem_does_not_repeat_the_value(run: Run, write: Write, claim: str, mistake: str) -> None:
    done = run("validate", "-o", "json", write("c.yaml", f"{claim}  env:\n    - name: A\n      {mistake}\n"))
    assert done.code == 1
    assert "hunter2" not in done.out + done.err
