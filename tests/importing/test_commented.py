"""The text of a claim with its comments."""

import pytest
import yaml

from function.base.manifest import Manifest, mapping_at
from function.importing.commented import commented, replacement
from tests.documents import namespaced, worker
from tests.hostile import COMMANDS, obeyed
from tests.importing.objects import deployment, scaled_object, service

CLAIM = namespaced(worker(), name="web")


def test_it_is_the_claim_with_comments() -> None:
    text = commented(CLAIM, ["a", "  b", ""])
    assert text.startswith("# a\n#   b\n#\napiVersion: ")
    assert yaml.safe_load(text) == CLAIM


def test_fields_whose_reason_is_not_obvious_have_a_comment() -> None:
    spec = worker(
        scaling={"enabled": False}, probes={"liveness": {"enabled": False}}, args=["a\nscaling:\n  scaling:\nb"]
    )
    text = commented(namespaced(spec), [])
    assert text.count("\n  # ") == 2
    assert "  # a fixed number of replicas" in text
    assert "  # disabled where the container has no HTTP check" in text
    assert yaml.safe_load(text)["spec"] == spec
    assert "  # " not in commented(CLAIM, [])


def test_a_deployment_is_replaced_without_a_gap() -> None:
    objects = {"Deployment": deployment(), "Service": service(), "ScaledObject": scaled_object("web-so")}
    text = "\n".join(replacement(objects, CLAIM))
    assert text.index("kubectl delete scaledobject web-so -n shop") < text.index("kubectl delete deployment")
    assert "policy.takeover" in text
    assert "kubectl delete deployment web -n shop --cascade=orphan" in text
    assert "kubectl delete replicaset -n shop -l 'app=web,app.kubernetes.io/component!=event-driven-worker'" in text


@pytest.mark.parametrize(
    "selector",
    [
        {"matchExpressions": [{"key": "app", "operator": "In", "values": ["web"]}]},
        {"matchLabels": {"tier": "a"}, "matchExpressions": [{"key": "app", "operator": "In", "values": ["web"]}]},
        {"matchLabels": {}},
        {},
    ],
)
def test_replica_sets_of_others_are_never_selected(selector: Manifest) -> None:
    manifest: Manifest = {**deployment(), "spec": {**mapping_at(deployment(), "spec"), "selector": selector}}
    (line,) = [line for line in replacement({"Deployment": manifest}, CLAIM) if "delete replicaset" in line]
    assert " -l " not in line
    assert "NAME" in line


def test_under_another_name_nothing_old_acts_on_the_new_pods() -> None:
    budget: Manifest = {"kind": "PodDisruptionBudget", "metadata": {"name": "web-pdb"}}
    objects = {"Deployment": deployment(), "ScaledObject": scaled_object("web-so"), "PodDisruptionBudget": budget}
    text = "\n".join(replacement(objects, namespaced(worker(), name="web-2")))
    assert "kubectl delete scaledobject web-so -n shop" in text
    assert "kubectl delete poddisruptionbudget web-pdb -n shop" in text


def test_only_what_is_there_is_deleted() -> None:
    text = "\n".join(replacement({"Deployment": deployment()}, CLAIM))
    assert text.count("kubectl delete") == 2
    assert "policy.takeover" not in text


def test_under_another_name_both_run() -> None:
    text = "\n".join(replacement({"Deployment": deployment()}, namespaced(worker(), name="web-2")))
    assert "kubectl delete deployment web -n shop\n" in f"{text}\n"
    assert "orphan" not in text


@pytest.mark.parametrize("text", [*COMMANDS, "a b", "$(x)", "'; x", "-x", ""])
def test_no_command_has_a_text_that_a_shell_interprets(text: str) -> None:
    manifest: Manifest = deployment(name=text)
    claim = namespaced(worker(), name=text, namespace=text)
    lines = [*replacement({"Deployment": manifest}, claim), *replacement({"Deployment": manifest}, CLAIM)]
    assert text == "" or all(text not in line for line in lines)
    assert obeyed(commented(CLAIM, [*lines, text])) == ""
