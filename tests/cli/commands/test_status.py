"""`platformctl status`: exports, clusters, and exit codes. The causes are tested in tests/trace."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run, Write
from tests.cli.kubectl_script import CLAIM, PROGRAM, answer, put_on_path
from tests.status.states import STATES
from tests.trace.exports import export


@pytest.fixture
def cluster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return put_on_path(tmp_path, monkeypatch)


def exported(write: Write, name: str) -> str:
    return write("export.json", json.dumps({"kind": "List", "items": export(STATES[name])}))


@pytest.mark.parametrize("word", ["orders", "eds/orders", "EventDrivenService/orders"])
def test_an_export_of_a_service_that_works(run: Run, write: Write, word: str) -> None:
    done = run("status", word, "-f", exported(write, "direct-healthy"), "-n", "shop")
    assert done.out.startswith("EventDrivenService shop/orders: Running\nOperational: the service is operational\n\n")
    assert (done.err, done.code) == ("", 0)


def test_kind_and_name_may_be_two_words(run: Run, write: Write) -> None:
    path = exported(write, "direct-healthy")
    assert run("status", "eds", "orders", "-f", path) == run("status", "eds/orders", "-f", path)


def test_a_service_that_does_not_work(run: Run, write: Write) -> None:
    done = run("status", "orders", "-f", exported(write, "secret-not-found"))
    assert "\nSecretNotFound: " in done.out
    assert (done.err, done.code) == ("", 1)


def test_json(run: Run, write: Write) -> None:
    done = run("status", "orders", "-o", "json", "-f", exported(write, "secret-not-found"))
    assert json.loads(done.out)["cause"]["reason"] == "SecretNotFound"
    assert done.code == 1


def test_an_export_from_standard_input(run: Run, write: Write) -> None:
    path = exported(write, "direct-healthy")
    assert run("status", "orders", "-f", "-", stdin=Path(path).read_text()).code == 0


def test_own_kinds_and_groups(run: Run, write: Write) -> None:
    config = "apiVersion: platform.fn.bizmatters.io/v1beta1\nkind: PlatformConfig\nspec:\n  group: apis.example.org\n"
    config += "  names: {EventDrivenService: {kind: Worker, plural: workers, shortName: wk}}\n"
    text = Path(exported(write, "secret-not-found")).read_text()
    own = text.replace("platform.bizmatters.io", "apis.example.org").replace("EventDrivenService", "Worker")
    done = run("status", "wk/orders", "-f", write("own.json", own), "--platform-config", write("p.yaml", config))
    assert done.out.startswith("Worker shop/orders: Blocked\nSecretNotFound: ")
    assert done.code == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("claims/orders.yaml",), "must be NAME or KIND/NAME; got 'claims/orders.yaml'. Hint: name the claim as in"),
        (("Deployment/orders",), "unknown kind; got 'Deployment'"),
        (("EventDrivenServce/orders",), "did you mean EventDrivenService?"),
        (("eds/",), "must be a valid Kubernetes name; got ''"),
        (("../x",), "unknown kind"),
        (("eds/..",), "must be a valid Kubernetes name"),
        (("orders", "-n", "a/b"), "must be a valid Kubernetes name; got 'a/b'"),
        (("orders", "-n", "a.b"), "must be a valid Kubernetes name; got 'a.b'"),
        (("orders", "-n", ""), "must be a valid Kubernetes name; got ''"),
        (("orders", "-f", ""), "a path must not be empty"),
        (("orders", "-f", "-", "-f", "-"), "standard input (-) can be read only once"),
        (("orders", "-f", "x", "--watch"), "-f reads an export, so --watch cannot be used"),
        (("orders", "-f", "x", "--context", "c"), "-f reads an export, so --context cannot be used"),
        (("orders", "--watch", "-o", "json"), "--watch prints text, so -o json cannot be used"),
        (("orders", "--interval", "0"), "0 is not in the range"),
        ((), "Missing argument 'CLAIM'"),
        (("eds", "orders", "other"), "needs one claim: NAME or KIND/NAME; got 'eds orders other'"),
        (("deployment", "orders"), "unknown kind; got 'deployment'"),
        (("eds/orders", "other"), "unknown kind; got 'eds/orders'"),
        (("eds", ""), "must be a valid Kubernetes name; got ''"),
    ],
)
def test_a_wrong_call_exits_with_3(run: Run, words: tuple[str, ...], message: str) -> None:
    done = run("status", *words)
    assert message in " ".join(done.err.split())
    assert (done.out, done.code) == ("", 3)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("orders", "-f", "nowhere"), "Error: cannot read nowhere: no such file or directory\n"),
        (("order", "-f", "export.json"), "Error: cannot use the export: no EventDrivenService or InfraBinding order."),
        (("orders", "-f", "broken.yaml"), "Error: cannot use broken.yaml: line "),
    ],
)
def test_what_cannot_be_read_exits_with_2(run: Run, write: Write, words: tuple[str, ...], message: str) -> None:
    exported(write, "healthy")
    write("broken.yaml", "a: [")
    done = run("status", *words)
    assert done.err.startswith(message)
    assert (done.out, done.code) == ("", 2)


def test_without_kubectl_it_says_what_to_do(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    done = run("status", "orders")
    hint = "install it, or read an export of the cluster instead, with -f"
    assert done.err == f"Error: kubectl is not on PATH. Hint: {hint}\n"
    assert (done.out, done.code) == ("", 2)


def test_a_cluster_is_read_in_the_namespace_of_the_context(run: Run, cluster: Path) -> None:
    (composite, *_) = export(STATES["direct-healthy"])
    answer(cluster, CLAIM, composite)
    done = run("status", "orders")
    assert done.out.startswith("EventDrivenService shop/orders: Running\n")
    assert (done.err, done.code) == ("", 0)


def test_a_claim_that_does_not_exist_exits_with_2(run: Run, cluster: Path) -> None:
    assert cluster.exists()
    done = run("status", "eds/orders")
    assert done.err.startswith("Error: no EventDrivenService orders in namespace shop. Hint: kubectl get ")
    assert (done.out, done.code) == ("", 2)


def test_a_namespace_of_the_context_that_cannot_exist_exits_with_2(run: Run, cluster: Path) -> None:
    cluster.write_text(PROGRAM.replace("echo shop", "echo ../kube-system"))
    done = run("status", "orders")
    assert done.err.startswith("Error: the namespace of the kubeconfig's context must be a valid Kubernetes name; got ")
    assert (done.out, done.code) == ("", 2)


def test_an_answer_that_is_nested_too_deeply_exits_with_2(run: Run, cluster: Path) -> None:
    cluster.with_name(f"kubectl.{CLAIM}").write_text("[" * 50_000)
    done = run("status", "orders")
    path = "/apis/platform.bizmatters.io/v1alpha1/namespaces/shop/eventdrivenservices/orders"
    assert done.err == f"Error: the cluster's answer to {path} has more than 100 levels of nesting\n"
    assert (done.out, done.code) == ("", 2)


def test_no_value_of_a_variable_is_shown(run: Run, write: Write) -> None:
    documents = json.dumps(export(STATES["secret-not-found"]))
    env: list[Any] = [{"name": "DB_PASSWORD", "value": "CANARY"}]
    items = json.loads(documents)
    for item in items:
        item.setdefault("spec", {})["env"] = env
        item["spec"]["containers"] = [{"name": "main", "env": env, "command": ["CANARY"]}]
    path = write("export.json", json.dumps({"kind": "List", "items": items}))
    for words in ((), ("-o", "json")):
        done = run("status", "orders", "-f", path, *words)
        assert done.code == 1
        assert "CANARY" not in done.out + done.err
