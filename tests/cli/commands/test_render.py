"""`platformctl render`: what reaches standard output, and what does not."""

from collections.abc import Sequence
from typing import Any

import pytest
import yaml

from function.delivery.mark import MARK
from tests.cli.conftest import Run, Write

KEY = "crossplane.io/composition-resource-name"
OBJECTS = ["serviceaccount", "deployment", "service", "scaledobject"]
CONFIG = "apiVersion: platform.fn.bizmatters.io/v1beta1\nkind: PlatformConfig\nspec: {}\n"


def documents(run: Run, *words: str, stdin: str) -> Sequence[Any]:
    done = run("render", "-", *words, stdin=stdin)
    assert (done.err, done.code) == ("", 0)
    return list(yaml.safe_load_all(done.out))


def test_a_mistake_leaves_standard_output_empty(run: Run, claim: str) -> None:
    done = run("render", "-", stdin=claim.replace("size: small", "size: xlarge"))
    assert done.out == ""
    assert done.err == "<stdin>:8:9: EP104 spec.size: must be one of [small, medium, large], got 'xlarge'\n"
    assert done.code == 1


@pytest.mark.parametrize(
    "text", ["a: [", "a: .inf", "apiVersion: platform.bizmatters.io/v1\nkind: EventDrivenServce\n"]
)
def test_findings_of_any_sort_end_it(run: Run, text: str) -> None:
    done = run("render", "-", stdin=text)
    assert done.out == ""
    assert "<stdin>:" in done.err
    assert done.code == 1


@pytest.mark.parametrize("text", ["", "kind: Pod\n", CONFIG])
def test_without_a_claim_there_is_nothing_to_render(run: Run, text: str) -> None:
    done = run("render", "-", stdin=text)
    assert (done.out, done.code) == ("", 2)
    assert "Error: cannot render <stdin>: must contain at least one resource of [" in done.err


def test_of_an_infra_file_it_says_what_makes_a_claim(run: Run, write: Write) -> None:
    done = run("render", write("a.infra", "version: '1.0'\n"))
    assert done.err.endswith("; got 0. Hint: platformctl bindings wrap makes a claim of an .infra file\n")
    assert (done.out, done.code) == ("", 2)


def test_a_composite_without_a_claim_is_a_finding(run: Run, claim: str) -> None:
    done = run("render", "-", stdin=claim.replace("kind: Event", "kind: XEvent"))
    assert done.err.startswith("<stdin>:6:1: EP101 spec.claimRef: ")
    assert (done.out, done.code) == ("", 1)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("spec: {}", "p.yaml:1:1: EP101 apiVersion: required field missing"),
        (CONFIG.replace("{}", "{delivery: x}"), "p.yaml:3:18: EP104 spec.delivery: must be one of"),
        ("a: [", "p.yaml:2:1: EP001 not YAML"),
        (f"{CONFIG}a: .nan", "p.yaml:4:4: EP004 not a number"),
        ("", "must contain exactly one PlatformConfig; got 0 documents"),
        (f"{CONFIG}---\n{CONFIG}", "must contain exactly one PlatformConfig; got 2 documents"),
    ],
)
def test_broken_settings_are_an_error_of_the_environment(
    run: Run, write: Write, claim: str, text: str, reason: str
) -> None:
    done = run("render", "-", "--platform-config", write("p.yaml", text), stdin=claim)
    assert done.err.startswith("Error: cannot use p.yaml")
    assert reason in done.err
    assert (done.out, done.code) == ("", 2)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("kind: Pod", f"line 1: no annotation {KEY}"),
        ("a: [", "line 2: not YAML"),
        ("a: .nan", "line 1: not a number"),
        (f"metadata: {{annotations: {{{KEY}: a}}}}\n---\nmetadata: {{annotations: {{{KEY}: a}}}}", "line 3: "),
    ],
)
def test_observed_resources_that_cannot_be_used(run: Run, write: Write, claim: str, text: str, reason: str) -> None:
    done = run("render", "-", "--observed", write("o.yaml", text), stdin=claim)
    assert done.err.startswith(f"Error: cannot use o.yaml: {reason}")
    assert (done.out, done.code) == ("", 2)


def test_plain_manifests_are_the_default(run: Run, claim: str) -> None:
    found = documents(run, stdin=claim)
    assert [manifest["kind"] for manifest in found] == ["ServiceAccount", "Deployment", "Service", "ScaledObject"]
    assert all(list(manifest)[:3] == ["apiVersion", "kind", "metadata"] for manifest in found)


def test_composed_resources_carry_their_keys(run: Run, claim: str) -> None:
    found = documents(run, "--as", "composed", stdin=claim)
    assert [resource["metadata"]["annotations"][KEY] for resource in found] == OBJECTS
    assert {resource["apiVersion"] for resource in found} == {"kubernetes.crossplane.io/v1alpha2"}
    assert all(list(resource) == ["apiVersion", "kind", "metadata", "spec"] for resource in found)


def test_everything_begins_with_the_composite_and_its_conditions(run: Run, claim: str) -> None:
    composite, *composed = documents(run, "--as", "all", stdin=claim)
    assert composite["metadata"]["name"] == "billing-00000"
    conditions = composite["status"]["conditions"]
    assert "Validated" in [condition["type"] for condition in conditions]
    assert not [condition for condition in conditions if "lastTransitionTime" in condition]
    assert composed == documents(run, "--as", "composed", stdin=claim)


def test_a_namespaced_claim_is_the_composite_itself(run: Run, claim: str) -> None:
    composite, *composed = documents(run, "--as", "all", "--scope", "namespaced", stdin=claim)
    assert {key: value for key, value in composite.items() if key != "status"} == yaml.safe_load(claim)
    assert [resource["kind"] for resource in composed] == ["ServiceAccount", "Deployment", "Service", "ScaledObject"]


def test_settings_that_are_given_decide_how_a_namespaced_composite_is_delivered(
    run: Run, write: Write, claim: str
) -> None:
    words = ("--as", "composed", "--scope", "namespaced", "--platform-config", write("p.yaml", CONFIG))
    assert {resource["apiVersion"] for resource in documents(run, *words, stdin=claim)} == {
        "kubernetes.m.crossplane.io/v1alpha1"
    }


def test_a_composite_is_taken_as_it_is(run: Run, claim: str) -> None:
    composite, *_ = documents(run, "--as", "all", stdin=claim)
    del composite["status"]
    assert documents(run, "--as", "all", stdin=yaml.safe_dump(composite)) == documents(run, "--as", "all", stdin=claim)


def test_direct_delivery_is_not_wrapped(run: Run, write: Write, claim: str) -> None:
    config = write("p.yaml", CONFIG.replace("{}", "{delivery: direct}"))
    words = ("--scope", "namespaced", "--platform-config", config)
    for plain, composed in zip(
        documents(run, *words, stdin=claim), documents(run, *words, "--as", "composed", stdin=claim), strict=True
    ):
        annotations = composed["metadata"].pop("annotations")
        assert list(annotations) == [MARK, KEY]
        assert composed == plain


def test_what_is_observed_changes_the_status(run: Run, write: Write, claim: str) -> None:
    text = run("render", "-", "--as", "composed", stdin=claim).out
    _, deployment, *_ = yaml.safe_load_all(text)
    deployment["status"] = {
        "atProvider": {"manifest": deployment["spec"]["forProvider"]["manifest"]},
        "conditions": [{"type": "Synced", "status": "True"}, {"type": "Ready", "status": "True"}],
    }
    observed = write("seen/deployment.yaml", yaml.safe_dump(deployment))
    before, *_ = documents(run, "--as", "all", stdin=claim)
    for path in (observed, "seen"):
        after, *_ = documents(run, "--as", "all", "--observed", path, stdin=claim)
        assert after["status"] != before["status"]


def test_a_claim_without_a_namespace_goes_where_kubectl_puts_it(run: Run, claim: str) -> None:
    done = run("render", "-", stdin=claim.replace("  namespace: pay\n", ""))
    assert "EP302 metadata.namespace" in done.err
    assert {manifest["metadata"]["namespace"] for manifest in yaml.safe_load_all(done.out)} == {"default"}
    assert done.code == 0


def test_the_same_claim_gives_the_same_bytes(run: Run, claim: str) -> None:
    first, second = (run("render", "-", "--as", "all", stdin=claim) for _ in range(2))
    assert first == second


BINDING = """\
apiVersion: platform.bizmatters.io/v1alpha1
kind: InfraBinding
metadata: {name: payments, namespace: shop}
spec:
  version: "1.0"
  environment: production
  streams:
    orders: {type: kafka, topic: "${TOPIC}", brokers: "kafka:9092"}
"""


def test_variables_get_their_values_from_files(run: Run, write: Write) -> None:
    write("platform.yaml", CONFIG.replace("{}", "{variables: {sources: [{kind: ConfigMap, name: env}]}}"))
    write("env.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: env, namespace: shop}, data: {TOPIC: a}}\n")
    words = ("render", "-", "--platform-config", "platform.yaml")
    done = run(*words, "--required", "env.yaml", stdin=BINDING)
    assert done.code == 0, done.err
    assert '"topic": "a"' in done.out
    write("env.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: env, namespace: other}, data: {TOPIC: a}}\n")
    done = run(*words, "--required", "env.yaml", stdin=BINDING)
    assert (done.code, done.out) == (1, "")
    assert "ConfigMap shop/env does not exist" in done.err
