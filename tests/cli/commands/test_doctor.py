"""`platformctl doctor`: exports, clusters, and exit codes. What it finds is tested in tests/doctor."""

import json
import stat
import subprocess
from pathlib import Path

import pytest

from function.base.identity import Scope
from tests.cli.conftest import Run, Write
from tests.cli.exporting import program
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
    assert "  kubectl get functions.pkg.crossplane.io -A -o yaml > cluster/01.yaml\n" in done.err
    assert "\n  platformctl doctor -f cluster\n" in done.err
    assert done.err.splitlines()[-1].startswith("Error: kubectl is not on PATH. Hint: install it, or ")
    assert (done.out, done.code) == ("", 2)


def test_a_cluster_that_does_not_answer_is_no_dead_end(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "kubectl"
    program.write_text("#!/bin/sh\necho 'error: You must be logged in to the server (Unauthorized)' >&2\nexit 1\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    done = run("doctor", "--crossplane-namespace", "upbound")
    assert "\n  platformctl doctor -f cluster --crossplane-namespace upbound\n" in done.err
    assert "\nError: cannot read the cluster: You must be logged in to the server (Unauthorized). Hint: " in done.err
    assert (done.out, done.code) == ("", 2)


@pytest.mark.parametrize("scope", ["claims", "namespaced"])
def test_what_it_prints_to_run_gives_an_export_with_everything(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scope: Scope
) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    monkeypatch.setenv("PATH", "/nowhere")
    lines = [line.strip() for line in run("doctor").err.splitlines() if line.startswith("  ")]
    kubectl = program(tmp_path, healthy(scope).values())
    environment = {"PATH": f"{kubectl.parent}:/usr/bin:/bin"}
    script = "\n".join(["set -e", *lines[:-1]])
    subprocess.run(["/bin/sh", "-c", script], cwd=folder, env=environment, check=True)
    monkeypatch.chdir(folder)
    done = run(*lines[-1].split()[1:])
    assert done.out.endswith("\nNo problems found.\n")
    assert (done.err, done.code) == ("", 0)


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
