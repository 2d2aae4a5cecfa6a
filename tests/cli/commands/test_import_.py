"""`platformctl import`: claims for Deployments that exist."""

import json
from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import OWN, Run, Write
from tests.hostile import COMMANDS, obeyed
from tests.importing.objects import container, deployment, other, scaled_object, service

ROOT = Path(__file__).parents[3]
MINIMAL = (ROOT / "examples" / "eventdrivenservice" / "minimal" / "expected.yaml").read_text(encoding="utf-8")
WEB = yaml.safe_dump_all([deployment(), service(), scaled_object()])
NAMED = ("--stream", "ORDERS", "--consumer", "orders")


def test_what_render_prints_becomes_its_claim_again(run: Run) -> None:
    done = run("import", "-", stdin=MINIMAL)
    assert (done.code, done.err) == (0, "Imported 1 of 1 workload. Everything fits.\n")
    assert run("render", "-", stdin=done.out) == (0, MINIMAL, "")


def test_a_foreign_deployment_becomes_a_valid_claim_with_advice(run: Run, write: Write) -> None:
    done = run("import", write("web.yaml", WEB))
    assert done.code == 0
    assert done.out.startswith(
        "# Imported from Deployment shop/web.\n# The selector of the Deployment differs from that"
    )
    assert "--cascade=orphan" in done.out
    assert [line.split(" ")[1] for line in done.err.splitlines()[:-1]] == ["EP803", "EP804"]
    checked = run("validate", "-", stdin=done.out)
    assert (checked.code, checked.out) == (0, "")
    assert run("render", "-", stdin=done.out).code == 0


def test_what_does_not_fit_has_its_place_and_gives_exit_code_1(run: Run, write: Write) -> None:
    text = yaml.safe_dump(deployment(pod={"nodeSelector": {"disk": "ssd"}}), sort_keys=False)
    line = next(at for at, found in enumerate(text.splitlines(), start=1) if "nodeSelector" in found)
    done = run("import", write("web.yaml", text), *NAMED)
    assert done.code == 1
    assert done.err.startswith(f"web.yaml:{line}:")
    assert "EP801 spec.template.spec.nodeSelector: does not fit into a claim. Hint: the platform decides" in done.err
    assert done.err.endswith("Imported 1 of 1 workload. 1 part does not fit.\n")
    assert run("validate", "-", stdin=done.out).code == 0


def test_a_claim_that_is_not_valid_is_not_counted_as_imported(run: Run) -> None:
    done = run("import", "-", *NAMED, stdin=yaml.safe_dump_all([deployment(name="a" * 60), deployment()]))
    assert done.code == 1
    assert done.err.endswith("Imported 1 of 2 workloads. 1 claim is not valid.\n")
    assert "EP210 the claim is not valid: metadata.name: " in done.err
    first, second = done.out.split("---\n")
    assert "# This claim is not valid: metadata.name: " in first
    assert "not valid" not in second
    assert run("validate", "-", stdin=second).code == 0


def test_two_deployments_cannot_become_one_claim(run: Run) -> None:
    other_namespace = deployment()
    other_namespace["metadata"] = {"name": "web", "namespace": "other"}
    text = yaml.safe_dump_all([deployment(), other_namespace])
    assert run("import", "-", *NAMED, stdin=text).code == 0
    done = run("import", "-", *NAMED, "--namespace", "shop", stdin=text)
    assert done.code == 1
    assert "EP508 another workload also becomes the claim 'web' in the namespace 'shop'" in done.err
    assert done.err.endswith("Imported 1 of 2 workloads. 1 claim is not valid.\n")


def test_files_folders_lists_and_standard_input(run: Run, write: Write) -> None:
    write("a/one.yaml", yaml.safe_dump(deployment(name="one")))
    write("a/two.json", json.dumps({"apiVersion": "v1", "kind": "List", "items": [deployment(name="two")]}))
    done = run("import", "a", "-", *NAMED, stdin=yaml.safe_dump(deployment(name="three")))
    names = [claim["metadata"]["name"] for claim in yaml.safe_load_all(done.out)]
    assert (done.code, names) == (0, ["one", "two", "three"])
    assert "Imported 3 of 3 workloads. Everything fits.\n" in done.err


def test_name_and_namespace_of_the_claim(run: Run) -> None:
    done = run("import", "-", "--name", "web-2", "--namespace", "other", stdin=WEB)
    assert yaml.safe_load(done.out)["metadata"] == {"name": "web-2", "namespace": "other"}
    assert "The claim has another name, so there is no gap" in done.out
    done = run("import", "-", "--name", "a", *NAMED, stdin=yaml.safe_dump_all([deployment(), deployment(name="b")]))
    assert (done.code, done.out) == (3, "")
    assert "--name needs exactly one workload; got 2" in done.err


def test_group_and_kind_are_those_of_the_platform(run: Run, write: Write) -> None:
    done = run("import", "-", "--platform-config", write("platform.yaml", OWN), stdin=WEB)
    document = yaml.safe_load(done.out)
    assert (document["apiVersion"], document["kind"]) == ("apis.example.org/v1alpha1", "Worker")


def test_the_scope_does_not_change_the_claim(run: Run) -> None:
    assert run("import", "-", "--scope", "namespaced", stdin=MINIMAL) == run("import", "-", stdin=MINIMAL)


def test_without_a_stream_there_is_no_claim(run: Run) -> None:
    done = run("import", "-", stdin=yaml.safe_dump(deployment()))
    assert (done.code, done.out) == (1, "")
    assert "EP101 no object names the stream. Hint: use --stream NAME" in done.err
    assert done.err.endswith("Imported 0 of 1 workload.\n")


@pytest.mark.parametrize(
    ("objects", "got"),
    [
        ([], "0"),
        ([other("v1", "ConfigMap")], "0"),
        ([other("apps/v1", "StatefulSet")], "only StatefulSet"),
        ([other("apps/v1", "StatefulSet"), service()], "only Service, StatefulSet"),
    ],
)
def test_without_a_deployment_nothing_can_be_imported(run: Run, objects: list[dict[str, object]], got: str) -> None:
    done = run("import", "-", stdin=yaml.safe_dump_all(objects))
    needed = "must contain at least one Deployment, service of a compose file, or Score workload"
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith(f"Error: cannot import <stdin>: {needed}; got {got}\n")
    assert ("EP802 StatefulSet 'web' is not imported: it is not a Deployment." in done.err) is ("Stateful" in got)


def test_other_objects_are_listed_and_other_kinds_are_counted(run: Run) -> None:
    objects = [
        deployment(),
        scaled_object("a"),
        scaled_object("b"),
        other("apps/v1", "StatefulSet"),
        other("v1", "Secret"),
    ]
    done = run("import", "-", stdin=yaml.safe_dump_all(objects))
    assert done.code == 1
    assert "EP802 a claim has one ScaledObject, and 'a' belongs to the same Deployment. Hint: remove it" in done.err
    assert "EP802 StatefulSet 'web' is not imported: it is not a Deployment. Hint: " in done.err
    assert done.err.endswith("Imported 1 of 1 workload, skipped 1 other resource. 2 parts do not fit.\n")


@pytest.mark.parametrize("text", ["a: [", "a: b: c", "\x00", "kind: Deployment\n\tspec: 1", "&a [*a]"])
def test_what_is_not_yaml_gives_no_claim(run: Run, text: str) -> None:
    done = run("import", "-", stdin=f"{WEB}---\n{text}\n")
    assert (done.code, done.out) == (1, "")
    assert "<stdin>:" in done.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 3),
        (("",), 3),
        (("missing.yaml",), 2),
        (("-", "--platform-config", "missing.yaml"), 2),
        (("-", "--scope", "x"), 3),
        (("-", "--unknown"), 3),
    ],
)
def test_wrong_usage(run: Run, words: tuple[str, ...], code: int) -> None:
    done = run("import", *words, stdin=WEB)
    assert (done.code, done.out) == (code, "")
    assert "Error: " in done.err


@pytest.mark.parametrize(
    "value",
    [
        {"apiVersion": "apps/v1", "kind": "Deployment"},
        {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": 1, "spec": []},
        {"apiVersion": "apps/v1", "kind": "Deployment", "spec": {"template": {"spec": {"containers": [1, None, []]}}}},
        deployment(container(env=[{"name": 1, "value": 2}, {"valueFrom": 1}], ports=[1], resources={"limits": [1]})),
        deployment(pod={"volumes": [1], "initContainers": ["x"], "topologySpreadConstraints": [None]}),
        deployment(replicas="x", selector="x"),
    ],
)
def test_no_shape_is_a_bug(run: Run, value: dict[str, object]) -> None:
    done = run("import", "-", *NAMED, stdin=yaml.safe_dump_all([value, service(), scaled_object()]))
    assert done.code in (0, 1)


@pytest.mark.parametrize("text", COMMANDS, ids=ascii)
def test_nothing_that_is_printed_is_obeyed(run: Run, text: str) -> None:
    hostile = deployment(container(name=text, image=text, **{text: text}), pod={text: text}, **{text: text})
    named = deployment(container(command=[text]), name=text)
    for manifest in (
        hostile,
        named,
        {**deployment(), "metadata": {"name": text, "namespace": text, "labels": {text: text}}},
    ):
        done = run("import", "-", *NAMED, stdin=json.dumps(manifest))
        assert done.code == 1
        assert obeyed(done.out + done.err) == ""


def test_secrets_are_in_the_claim_only(run: Run) -> None:
    env = [{"name": "TOKEN", "value": "CANARY"}, {"name": "NATS_URL", "value": "nats://a:CANARY@nats:4222"}]
    done = run("import", "-", stdin=yaml.safe_dump_all([deployment(container(env=env)), scaled_object()]))
    assert "CANARY" not in done.err
    assert "NATS_URL" not in done.out
