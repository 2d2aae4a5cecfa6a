"""The kubectl commands that show what an examination looks at."""

import pytest

from function.doctor.commands import commands
from function.doctor.composition import compositions
from function.doctor.scan import KINDS
from tests.doctor.clusters import healthy, scan, settings


def test_every_kind_has_a_command() -> None:
    found = commands(KINDS, "crossplane-system")
    assert len(found) == len(set(found)) == len(KINDS) + 1
    assert [command for command in found if not command.startswith("kubectl get ")] == []
    assert [command for command in found if not command.endswith(" -o yaml")] == []
    assert [command for command in found if "secret" in command and "external-secrets" not in command] == []


def test_most_kinds_are_listed_as_a_whole() -> None:
    assert commands(["Function"], "x") == ["kubectl get functions.pkg.crossplane.io -A -o yaml"]


def test_of_deployments_only_those_of_crossplane_and_keda_are_listed() -> None:
    assert commands(["Deployment"], "upbound-system") == [
        "kubectl get deployments.apps -n upbound-system -o yaml",
        "kubectl get deployments.apps -A -l app=keda-operator -o yaml",
    ]


@pytest.mark.parametrize("group", ["platform.bizmatters.io", "apis.example.org"])
def test_crds_are_those_of_the_group_that_is_installed(group: str) -> None:
    cluster = healthy()
    settings(cluster, group=group)
    (command,) = commands(["CustomResourceDefinition"], "x", compositions(scan(cluster)))
    names = command.split()
    assert f"eventdrivenservices.{group}" in names
    assert f"xinfrabindings.{group}" in names
    assert "scaledobjects.keda.sh" in names
    assert "--ignore-not-found" in names
    assert "-A" not in names
    assert len(names) == len(set(names))


def test_if_nothing_is_known_crds_are_those_of_the_built_in_group() -> None:
    (command,) = commands(["CustomResourceDefinition"], "x")
    assert "xeventdrivenservices.platform.bizmatters.io" in command.split()
    assert "infrabindings.platform.bizmatters.io" in command.split()
