"""`platformctl validate`, from files to lines and exit codes."""

import json

import pytest

from tests.cli.conftest import Run, Write


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


@pytest.mark.parametrize(
    ("added", "line", "code"),
    [
        ("foo: bar\n", "12:1: EP102 foo: unknown field. Hint: valid fields are apiVersion, kind,", 1),
        ("size: small\n", "12:1: EP102 size: unknown field; did you mean 'spec.size'? Hint: correct the indent", 1),
    ],
)
def test_an_unknown_field_beside_the_spec_is_an_error(
    run: Run, write: Write, claim: str, added: str, line: str, code: int
) -> None:
    done = run("validate", write("c.yaml", claim + added))
    assert done.out.startswith(f"c.yaml:{line}")
    assert (done.code, done.out.count("\n")) == (code, 1)


def test_an_unknown_field_in_the_metadata_is_a_warning(run: Run, write: Write, claim: str) -> None:
    done = run("validate", write("c.yaml", claim.replace("spec:", "  lables: {a: b}\nspec:")))
    assert done.out == "c.yaml:6:3: EP102 metadata.lables: unknown field; did you mean 'labels'? [*]\n"
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
def test_where_nothing_is_ours_all_all_ready(run: Run, write: Write, text: str) -> None:
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
