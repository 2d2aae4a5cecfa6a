"""`platformctl plan`: files, folders, exports, and exit codes. The verdicts are in tests/plan."""

import json

import pytest
import yaml

from tests.cli.conftest import Run, Write

NOTHING = "0 to add, 0 to change, 0 restart pods, 0 to delete\n"
CREATED = "4 to add, 0 to change, 0 restart pods, 0 to delete\n"
CLAIM_LABELS = {"crossplane.io/claim-name": "billing", "crossplane.io/claim-namespace": "pay"}


@pytest.fixture
def old(write: Write, claim: str) -> str:
    return write("old/claims/billing.yaml", claim).partition("/")[0]


@pytest.mark.parametrize("words", [(), ("old",), ("old", "new", "more"), ("old", ""), ("old", "old", "-o", "yaml")])
@pytest.mark.usefixtures("old")
def test_usage_is_an_error_of_its_own(run: Run, words: tuple[str, ...]) -> None:
    done = run("plan", *words)
    assert (done.out, done.code) == ("", 3)


@pytest.mark.parametrize("words", [("old", "missing"), ("missing", "old")])
@pytest.mark.usefixtures("old")
def test_a_path_that_cannot_be_read_ends_it(run: Run, words: tuple[str, str]) -> None:
    done = run("plan", *words, "--exit-code")
    assert (done.out, done.code) == ("", 2)
    assert done.err == "Error: cannot read missing: no such file or directory\n"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a: [", "EP001"),
        ("apiVersion: platform.bizmatters.io/v1alpha1\nkind: EventDrivenServce\n", "EP1"),
    ],
)
def test_a_broken_file_is_no_deletion(run: Run, write: Write, old: str, text: str, reason: str) -> None:
    done = run("plan", old, write("new/billing.yaml", text))
    assert (done.out, done.code) == ("", 2)
    assert done.err.startswith("Error: cannot use new/billing.yaml\nnew/billing.yaml:")
    assert reason in done.err


def test_a_claim_that_occurs_twice_ends_it(run: Run, write: Write, old: str, claim: str) -> None:
    done = run("plan", old, write("new.yaml", f"{claim}---\n{claim}"))
    assert (done.out, done.code) == ("", 2)
    assert "EventDrivenService pay/billing is also in new.yaml, line 1" in done.err


def test_refusals_are_part_of_the_plan_and_of_the_exit_code_if_asked(
    run: Run, write: Write, old: str, claim: str
) -> None:
    new = write("new.yaml", claim.replace("size: small", "size: xlarge"))
    done = run("plan", old, new)
    assert (done.err, done.code) == ("", 0)
    assert "new.yaml:8:9: EP104 spec.size: " in done.out
    assert done.out.endswith(", 1 refused\n")
    assert run("plan", old, new, "--exit-code").code == 1


def test_without_a_change_there_is_only_the_summary(run: Run, old: str) -> None:
    done = run("plan", old, old, "--exit-code")
    assert (done.out, done.err, done.code) == (NOTHING, "", 0)


def test_a_tree_over_nothing_is_created_also_from_standard_input(run: Run, write: Write, old: str, claim: str) -> None:
    empty = write("empty.yaml", "")
    assert run("plan", empty, old).out.endswith(CREATED)
    assert run("plan", empty, "-", stdin=claim).out.endswith(CREATED)


def test_a_warning_is_not_printed(run: Run, write: Write, claim: str) -> None:
    new = write("new.yaml", claim.replace("  namespace: pay\n", ""))
    done = run("plan", write("empty.yaml", ""), new)
    assert (done.err, done.out.endswith(CREATED)) == ("", True)


def test_json_and_markdown(run: Run, write: Write, old: str, claim: str) -> None:
    new = write("new.yaml", claim.replace("billing:v1", "billing:v2"))
    found = json.loads(run("plan", old, new, "-o", "json").out)
    assert found["summary"]["restart"] == 1
    text = run("plan", old, new, "-o", "markdown").out
    assert text.startswith("**Plan:** 0 to add, 4 to change, 1 restarts pods, 0 to delete\n")


def export(run: Run, claim: str, *words: str, labels: dict[str, str]) -> str:
    """Return the claim and its composed resources as kubectl prints them."""
    rendered = run("render", "-", "--as", "composed", *words, stdin=claim).out
    composed = list(yaml.safe_load_all(rendered))
    for number, resource in enumerate(composed):
        metadata = resource["metadata"]
        metadata["labels"] = {**metadata.get("labels", {}), **labels}
        metadata.setdefault("name", f"billing-{number}")
        metadata |= {"uid": str(number), "resourceVersion": "1", "creationTimestamp": "2026-01-01T00:00:00Z"}
    return yaml.safe_dump({"apiVersion": "v1", "kind": "List", "items": [yaml.safe_load(claim), *composed]})


def test_an_export_of_claims_is_what_runs(run: Run, write: Write, old: str, claim: str) -> None:
    exported = write("export.yaml", export(run, claim, labels=CLAIM_LABELS))
    assert run("plan", exported, old).out == NOTHING
    ran = write("export.yaml", export(run, claim.replace("size: small", "size: large"), labels=CLAIM_LABELS))
    assert run("plan", ran, old).out.endswith("0 to add, 1 to change, 1 restarts pods, 0 to delete\n")


def test_so_is_an_export_of_namespaced_composites_that_are_composed_directly(
    run: Run, write: Write, old: str, claim: str
) -> None:
    words = ("--scope", "namespaced")
    exported = write("export.yaml", export(run, claim, *words, labels={"crossplane.io/composite": "billing"}))
    assert run("plan", exported, old, *words).out == NOTHING
    larger = write("new.yaml", claim.replace("size: small", "size: large"))
    assert run("plan", exported, larger, *words).out.endswith("0 to add, 1 to change, 1 restarts pods, 0 to delete\n")


def test_a_service_of_the_export_without_a_claim_in_the_tree_is_deleted(run: Run, write: Write, claim: str) -> None:
    exported = write("export.yaml", export(run, claim, labels=CLAIM_LABELS))
    done = run("plan", exported, write("empty.yaml", ""))
    assert done.out.endswith("0 to add, 0 to change, 0 restart pods, 4 to delete\n")


def test_other_settings_are_a_change_too(run: Run, write: Write, old: str) -> None:
    config = "apiVersion: platform.fn.bizmatters.io/v1beta1\nkind: PlatformConfig\nspec: {{{}}}\n"
    before = write("before.yaml", config.format(""))
    after = write("after.yaml", config.format("networkPolicy: {enabled: true}"))
    assert run("plan", old, old, "--platform-config", after).out == NOTHING
    done = run("plan", old, old, "--platform-config", after, "--old-platform-config", before)
    assert "+ create  NetworkPolicy pay/billing" in done.out
