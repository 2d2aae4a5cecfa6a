"""`platformctl bindings docs`: the document about connections, of .infra files and of claims."""

from pathlib import Path

import pytest

from function.cli import main
from tests.cli.conftest import Run, Write
from tools.golden import ROOT

EXAMPLES = ROOT / "examples" / "infrabinding"
INFRA = 'version: "1.0"\nenvironment: ${STAGE:-test}\nlookups: {rates: {type: redis, uri: "redis://redis:6379"}}\n'
CLAIM = """\
apiVersion: platform.bizmatters.io/v1alpha1
kind: InfraBinding
metadata: {name: payments, namespace: shop}
spec:
  version: "1.0"
  environment: test
  lookups: {rates: {type: redis, uri: "redis://redis:6379"}}
"""


@pytest.mark.parametrize("example", ["learnflow", "production"])
def test_documents_of_examples_are_current(capsys: pytest.CaptureFixture[str], example: str) -> None:
    folder = EXAMPLES / example
    code = main(["bindings", "docs", str(folder / "claim.yaml"), "--platform-config", str(folder / "platform.yaml")])
    assert code == 0
    advice = f"{example}/connections.md is not what comes out. run `make golden` and read the difference"
    assert capsys.readouterr().out == (folder / "connections.md").read_text(encoding="utf-8"), advice


def test_an_infra_file_has_the_name_that_is_given(run: Run, write: Write) -> None:
    done = run("bindings", "docs", write("a.infra", INFRA), "--name", "payments", "--namespace", "shop")
    assert done.code == 0
    assert "InfraBinding `shop/payments`, environment `test`." in done.out
    assert "### Redis: `redis:6379`" in done.out


def test_a_claim_has_its_own(run: Run, write: Write) -> None:
    done = run("bindings", "docs", write("claim.yaml", CLAIM), "--name", "other")
    assert done.code == 0
    assert "InfraBinding `shop/payments`, environment `test`." in done.out


def test_files_that_others_extend_and_variables(run: Run, infra: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAFKA_BROKERS", "kafka:9092")
    done = run("bindings", "docs", "infra/production.infra")
    assert (done.code, done.err) == (0, "")
    assert "### Kafka: `kafka:9092`" in done.out


def test_standard_input(run: Run) -> None:
    assert "### Redis: `redis:6379`" in run("bindings", "docs", "-", stdin=INFRA).out
    assert "`shop/payments`" in run("bindings", "docs", "-", stdin=CLAIM).out


def test_several_files_are_one_output(run: Run, write: Write, tmp_path: Path) -> None:
    files = write("claim.yaml", CLAIM), write("a.infra", INFRA)
    done = run("bindings", "docs", *files, "-o", "out.md")
    assert (done.code, done.out) == (0, "out.md\n")
    text = (tmp_path / "out.md").read_text(encoding="utf-8")
    assert text.count("# Infrastructure Connections & Endpoints\n") == 2


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (INFRA.replace("redis://", "http://"), "EP106"),
        (CLAIM.replace("redis://", "http://"), "EP106"),
        (INFRA.replace(":-test", ""), "EP402"),
        ("[]", "EP420"),
        ("a: [", "EP0"),
    ],
)
def test_a_binding_with_errors_has_no_document(run: Run, write: Write, content: str, message: str) -> None:
    done = run("bindings", "docs", write("a.infra", content), "-o", "out.md")
    assert (done.code, done.out) == (1, "")
    assert message in done.err
    assert not Path("out.md").exists()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((), 3),
        (("a.infra", "-o", "-"), 3),
        (("a.infra", "-o", ""), 3),
        (("missing.infra",), 2),
        (("a.infra", "-o", "no/out.md"), 2),
    ],
)
def test_incorrect_usage(run: Run, write: Write, words: tuple[str, ...], code: int) -> None:
    write("a.infra", INFRA)
    assert run("bindings", "docs", *words).code == code


def test_a_file_without_a_binding(run: Run, write: Write) -> None:
    done = run(
        "bindings",
        "docs",
        write("a.yaml", CLAIM.replace("InfraBinding", "ConfigMap").replace("platform.biz", "other.biz")),
    )
    assert done.code == 2
    assert "it contains no InfraBinding" in done.err
