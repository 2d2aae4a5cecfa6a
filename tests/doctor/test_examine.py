"""A cluster as the guide installs it has no problem; its versions are shown."""

import pytest

from function.base.codes import CODES
from function.base.identity import Scope
from function.doctor.examine import examine
from function.doctor.scan import KINDS, Scan
from function.trace.inventory import inventory
from tests.doctor.clusters import examined, found, healthy, named

BOTH: tuple[Scope, ...] = ("claims", "namespaced")


@pytest.mark.parametrize("scope", BOTH)
def test_what_the_guide_installs_has_no_problem(scope: Scope) -> None:
    report = examined(healthy(scope))
    assert (report.findings, report.unread) == ((), ())
    assert [(part.name, part.version) for part in report.components] == [
        ("Kubernetes", "v1.35.4"),
        ("Crossplane", "v2.4.0"),
        ("KEDA", "2.20.2"),
        ("NATS", "2.14.9-alpine"),
        ("Function function-event-platform", "v0.1.0"),
        ("Provider provider-kubernetes", "v1.2.1"),
        (f"Configuration event-platform-{scope}", "v0.1.0"),
    ]


def test_an_empty_cluster_has_no_composition() -> None:
    assert found({}) == [("error", "EP701", "Compositions"), ("warning", "EP701", "Crossplane")]


def test_of_what_cannot_be_read_nothing_is_claimed() -> None:
    report = examine(Scan(inventory=inventory([]), unread=frozenset(KINDS)))
    assert report.findings == ()
    assert len(report.unread) == len(KINDS) + 1
    assert report.unread[0] == "kubectl get functions.pkg.crossplane.io -A -o yaml"


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_kind_that_cannot_be_read_gives_no_error(kind: str) -> None:
    rest = {key: document for key, document in healthy().items() if key[0] != kind}
    assert [finding for finding in found(rest, kind) if finding[0] == "error"] == []


def test_errors_come_first() -> None:
    cluster = healthy()
    named(cluster, "Deployment", "keda-operator")["spec"]["template"]["spec"]["containers"][0]["image"] = "keda:2.20.0"
    del cluster["ProviderConfig", "kubernetes-provider"]
    assert [severity for severity, _, _ in found(cluster)] == ["error", "warning"]


def test_a_version_that_the_cluster_does_not_show_is_unknown() -> None:
    cluster = healthy()
    del cluster["Deployment", "crossplane"]
    named(cluster, "StatefulSet", "nats")["spec"] = {}
    assert found(cluster) == [("warning", "EP701", "Crossplane")]
    assert {part.name for part in examined(cluster).components if not part.version} == {"Crossplane", "NATS"}


def test_every_code_of_the_family_is_a_finding_of_some_module() -> None:
    assert len([code for code in CODES if code.name.startswith("EP7")]) == 14
