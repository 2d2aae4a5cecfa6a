"""`platformctl doctor`: exports, clusters, and exit codes. What it finds is tested in tests/doctor."""

import json
import stat
from pathlib import Path

import pytest

from function.doctor.scan import KINDS
from tests.cli.conftest import Run, Write
from tests.doctor.clusters import Cluster, healthy, settings


def exported(write: Write, cluster: Cluster) -> str:
    return write("export.json", json.dumps({"kind": "List", "items": list(cluster.values())}))


def test_an_export_without_problems(run: Run, write: Write) -> None:
    done = run("doctor", "-f", exported(write, healthy()))
    assert done.out.startswith("COMPONENT ")
    assert done.out.endswith("\nNo problems found.\n")
    assert (done.err, done.code) == ("", 0)


def test_errors_exit_with_1_and_warnings_with_0(run: Run, write: Write) -> None:
    cluster = healthy()
    settings(cluster, nats={"url": "nats://bus.nats.svc:4222"})
    warned = run("doctor", "-f", exported(write, cluster))
    assert "\nwarning EP714 PlatformConfig.spec.nats.url: " in warned.out
    assert (warned.err, warned.code) == ("", 0)
    cluster["ProviderConfig", "kubernetes-provider"]["metadata"]["name"] = "other"
    failed = run("doctor", "-f", exported(write, cluster))
    assert "\nerror EP713 ProviderConfig kubernetes-provider: " in failed.out
    assert failed.out.endswith("\n1 error, 1 warning.\n")
    assert failed.code == 1


def test_json(run: Run, write: Write) -> None:
    cluster = healthy()
    cluster["ProviderConfig", "kubernetes-provider"]["metadata"]["name"] = "other"
    done = run("doctor", "-o", "json", "-f", exported(write, cluster))
    assert [finding["code"] for finding in json.loads(done.out)["findings"]] == ["EP713"]
    assert done.code == 1


def test_every_code_that_is_found_is_explained(run: Run) -> None:
    done = run("explain", "EP706")
    assert done.out.startswith("EP706\n\nWhat the API server serves differs")
    assert done.code == 0


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("orders",), "unexpected extra argument"),
        (("-f", ""), "a path must not be empty"),
        (("-f", "x", "--kubeconfig", "k"), "-f reads an export, so --kubeconfig cannot be used"),
        (("--crossplane-namespace", "a/b"), "must be a valid Kubernetes name; got 'a/b'"),
        (("--crossplane-namespace", ""), "must be a valid Kubernetes name; got ''"),
        (("-o", "yaml"), "'yaml' is not one of"),
    ],
)
def test_a_wrong_call_exits_with_3(run: Run, words: tuple[str, ...], message: str) -> None:
    done = run("doctor", *words)
    assert message in " ".join(done.err.split())
    assert (done.out, done.code) == ("", 3)


def test_a_file_that_cannot_be_read_exits_with_2(run: Run) -> None:
    done = run("doctor", "-f", "nowhere")
    assert done.err == "Error: cannot read nowhere: no such file or directory\n"
    assert (done.out, done.code) == ("", 2)


def test_without_kubectl_it_prints_what_to_run(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    done = run("doctor")
    lines = done.err.splitlines()
    assert lines[1:-1] == [f"  kubectl get {source.name} -A -o yaml" for source in KINDS.values()]
    assert lines[-1].startswith("Error: kubectl is not on PATH. Hint: install it, or ")
    assert (done.out, done.code) == ("", 2)


def test_a_cluster_that_refuses_everything_is_not_claimed_to_be_broken(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "kubectl"
    program.write_text("#!/bin/sh\necho 'Error from server (Forbidden): no' >&2\nexit 1\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    done = run("doctor")
    assert "  kubectl get functions.pkg.crossplane.io -A -o yaml\n" in done.out
    assert done.out.endswith("\nNo problems found in what could be read.\n")
    assert (done.err, done.code) == ("", 2)


def test_no_value_of_a_variable_is_shown(run: Run, write: Write) -> None:
    cluster = healthy()
    for (kind, _), document in cluster.items():
        if kind in ("Deployment", "StatefulSet"):
            containers = document["spec"]["template"]["spec"]["containers"]
            containers[0]["env"] = [{"name": "TOKEN", "value": "CANARY"}]
    settings(cluster, nats={"url": "nats://user:CANARY@bus.nats.svc:4222"})
    for words in ((), ("-o", "json")):
        assert "CANARY" not in run("doctor", "-f", exported(write, cluster), *words).out
