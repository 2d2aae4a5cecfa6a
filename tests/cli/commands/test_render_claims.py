"""`platformctl render` of several claims, as JSON, and with values that are set."""

import json

import pytest
import yaml

from tests.cli.commands.test_render import CONFIG, documents
from tests.cli.conftest import Run, Write


def test_several_claims_are_rendered_in_the_order_of_their_files(run: Run, write: Write, claim: str) -> None:
    write("claims/b.yaml", claim.replace("billing", "b"))
    write("claims/a.yaml", f"{claim.replace('billing', 'a2')}---\n{CONFIG}---\n{claim.replace('billing', 'a1')}")
    write("claims/notes.txt", "not YAML: [")
    done = run("render", "claims", "-", stdin=claim)
    assert (done.err, done.code) == ("", 0)
    names = [manifest["metadata"]["name"] for manifest in yaml.safe_load_all(done.out)]
    assert list(dict.fromkeys(name.removesuffix("-scaler") for name in names)) == ["a2", "a1", "b", "billing"]
    assert len(names) == 16


def test_a_mistake_in_one_of_them_leaves_standard_output_empty(run: Run, write: Write, claim: str) -> None:
    good, bad = write("a.yaml", claim), write("b.yaml", claim.replace("size: small", "size: xlarge"))
    done = run("render", good, bad)
    assert (done.out, done.code) == ("", 1)
    assert done.err.startswith("b.yaml:8:9: EP104 ")


def test_a_missing_file_among_them_ends_it(run: Run, write: Write, claim: str) -> None:
    done = run("render", write("a.yaml", claim), "missing.yaml")
    assert (done.out, done.code) == ("", 2)
    assert done.err == "Error: cannot read missing.yaml: no such file or directory\n"


def test_observed_resources_are_those_of_one_claim(run: Run, write: Write, claim: str) -> None:
    done = run("render", write("a.yaml", claim), "-", "--observed", write("o.yaml", ""), stdin=claim)
    assert (done.out, done.code) == ("", 3)
    assert done.err.endswith("Error: --observed needs exactly one claim; got 2\n")


def test_json_is_one_list_that_kubectl_accepts(run: Run, write: Write, claim: str) -> None:
    second = write("b.yaml", claim.replace("billing", "b"))
    listed = json.loads(run("render", "-", second, "-o", "json", stdin=claim).out)
    assert (listed["apiVersion"], listed["kind"]) == ("v1", "List")
    assert listed["items"] == list(yaml.safe_load_all(run("render", "-", second, stdin=claim).out))


def test_json_has_no_comments(run: Run, claim: str) -> None:
    done = run("render", "-", "-o", "json", "--explain", stdin=claim)
    assert (done.out, done.code) == ("", 3)
    assert done.err.endswith("Error: --explain writes comments, which JSON does not have\n")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("spec.image", "must be PATH=VALUE with a path below spec or metadata; got 'spec.image'"),
        ("spec.image.tag=v2", "spec.image.tag: has no field tag; got 'ghcr.io/acme/billing:v1'"),
    ],
)
def test_a_value_that_cannot_be_set_is_incorrect_usage(run: Run, claim: str, text: str, message: str) -> None:
    done = run("render", "-", "--set", text, stdin=claim)
    assert (done.out, done.code) == ("", 3)
    assert message in done.err
    assert "--set" in done.err


def test_a_value_that_is_set_is_checked_like_any_other(run: Run, claim: str) -> None:
    done = run("render", "-", "--set", "spec.scaling.maxReplicas=many", stdin=claim)
    assert (done.out, done.code) == ("", 1)
    assert " spec.scaling.maxReplicas: " in done.err


def test_values_are_set_in_all_claims(run: Run, write: Write, claim: str) -> None:
    second = write("b.yaml", claim.replace("billing", "b"))
    words = ("--set", "spec.image=ghcr.io/acme/all:v2", "--set", "spec.scaling.maxReplicas=7")
    found = documents(run, second, *words, stdin=claim)
    images = [at["spec"]["template"]["spec"]["containers"][0]["image"] for at in found if at["kind"] == "Deployment"]
    assert images == ["ghcr.io/acme/all:v2"] * 2
    assert [at["spec"]["maxReplicaCount"] for at in found if at["kind"] == "ScaledObject"] == [7, 7]
