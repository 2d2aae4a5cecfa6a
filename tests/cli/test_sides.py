"""What the arguments of `platformctl plan` name as its two sides."""

from pathlib import Path

import pytest
import yaml

from tests.cli.cluster import listed, program
from tests.cli.conftest import Run, Write
from tests.cli.repository import commit, repository

CREATED = "4 to add, 0 to change, 0 restart pods, 0 to delete\n"
DELETED = "0 to add, 0 to change, 0 restart pods, 4 to delete\n"
RESTARTED = "0 to add, 1 to change, 1 restarts pods, 0 to delete\n"
NOTHING = "0 to add, 0 to change, 0 restart pods, 0 to delete\n"


@pytest.fixture
def repo(tmp_path: Path, write: Write, claim: str) -> Path:
    """Return a repository with three commits: nothing, a claim, and the claim with another size."""
    repository(tmp_path)
    commit(tmp_path)
    write("claims/billing.yaml", claim)
    commit(tmp_path)
    write("claims/billing.yaml", claim.replace("size: small", "size: large"))
    commit(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("a",), "Error: needs two paths: OLD and NEW; got 1"),
        (("a", "b", "c"), "Error: needs two paths: OLD and NEW; got 3"),
        (("--base", "HEAD", "a", "b"), "Error: needs one path with --base, which is NEW; got 2"),
        (("--head", "HEAD", "a", "b"), "Error: --head is only allowed with --base"),
        (("--live", "a", "b"), "Error: needs one path with --live, which is NEW; got 2"),
        (("--live", "--base", "HEAD", "a"), "Error: --base and --live exclude each other"),
        (("--live", "--head", "HEAD", "a"), "Error: --head is only allowed with --base"),
        (("--kubeconfig", "a", "a", "b"), "Error: --kubeconfig is only allowed with --live"),
        (("--context", "a", "--base", "HEAD", "a"), "Error: --context is only allowed with --live"),
        (("--live", "--kubeconfig=", "a"), "a path must not be empty"),
        (("-", "-"), "Error: standard input can be read only once, so OLD and NEW cannot both be -"),
        (("--base", "HEAD", "-"), "Error: standard input has no git revision"),
        (("--base=", "a"), "Error: Invalid value for '--base': must be a git revision; got ''. Hint: name one commit"),
        (("--base=-x", "a"), "Error: Invalid value for '--base': must be a git revision; got '-x'"),
        (("--base=a..b", "a"), "Error: Invalid value for '--base': must be a git revision; got 'a..b'"),
        (("--base=a\0b", "a"), "Error: Invalid value for '--base': must be a git revision; got 'a\\x00b'"),
        (("--base=a\x1b[31m", "a"), "Error: Invalid value for '--base': must be a git revision"),
        (("--base=HEAD", "--head=--all", "a"), "Error: Invalid value for '--head': must be a git revision"),
    ],
)
def test_incorrect_usage(run: Run, words: tuple[str, ...], error: str) -> None:
    done = run("plan", *words)
    assert (done.out, done.code) == ("", 3)
    assert error in done.err
    assert "\x1b" not in done.err


@pytest.mark.usefixtures("repo")
def test_a_revision_is_the_old_side_and_the_files_of_now_are_the_new_one(run: Run, write: Write, claim: str) -> None:
    assert run("plan", "--base", "main", "claims").out == NOTHING
    assert run("plan", "--base", "main~1", "claims/billing.yaml").out.endswith(RESTARTED)
    assert run("plan", "--base", "main~2", "claims").out.endswith(CREATED)
    write("claims/billing.yaml", claim)
    assert run("plan", "--base", "main", "claims").out.endswith(RESTARTED)
    write("claims/billing.yaml", "")
    assert run("plan", "--base", "main", ".").out.endswith(DELETED)


@pytest.mark.usefixtures("repo")
def test_or_another_revision_is(run: Run, write: Write) -> None:
    write("claims/billing.yaml", "broken: [")
    assert run("plan", "--base", "main~1", "--head", "main", "claims").out.endswith(RESTARTED)
    assert run("plan", "--base", "main", "--head", "main~2", "claims").out.endswith(DELETED)
    assert run("plan", "--base", "main", "--head", "main", "claims", "--exit-code").code == 0


@pytest.mark.usefixtures("repo")
def test_what_is_wrong_in_a_revision_is_named_with_it(run: Run, write: Write, repo: Path, claim: str) -> None:
    write("claims/billing.yaml", claim.replace("size: small", "size: xlarge"))
    commit(repo)
    done = run("plan", "--base", "main~1", "--head", "main", "claims")
    assert "main:claims/billing.yaml:8:9: EP104 spec.size: " in done.out
    write("claims/billing.yaml", "broken: [")
    commit(repo)
    done = run("plan", "--base", "main", "--head", "main~1", "claims")
    assert (done.out, done.code) == ("", 2)
    assert done.err.startswith("Error: cannot use main:claims/billing.yaml\nmain:claims/billing.yaml:")


@pytest.mark.usefixtures("repo")
@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("--base", "nope", "claims"), "cannot use nope: the repository has no such commit. Hint: fetch it first"),
        (("--base", "main", "nowhere"), "cannot read nowhere: no such file or directory"),
        (("--base", "main", "--head", "main~1", "nowhere"), "cannot use nowhere: neither revision has files there"),
    ],
)
def test_what_cannot_be_read_ends_it(run: Run, words: tuple[str, ...], error: str) -> None:
    done = run("plan", *words, "--exit-code")
    assert (done.out, done.code) == ("", 2)
    assert done.err.startswith(f"Error: {error}")


CLAIMS = "/apis/platform.bizmatters.io/v1alpha1/namespaces/pay/eventdrivenservices"
OBJECTS = "/apis/kubernetes.crossplane.io/v1alpha2/objects?labelSelector=crossplane.io%2Fclaim-namespace%3Dpay"


def test_a_cluster_is_the_old_side(
    run: Run, write: Write, tmp_path: Path, claim: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("claims.yaml", claim)
    rendered = list(yaml.safe_load_all(run("render", "claims.yaml", "--as", "composed").out))
    labels = {"crossplane.io/claim-name": "billing", "crossplane.io/claim-namespace": "pay"}
    for item in rendered:
        item["metadata"]["labels"] = {**item["metadata"].get("labels", {}), **labels}
    other = {**yaml.safe_load(claim), "metadata": {"name": "other", "namespace": "pay"}}
    answers = {
        CLAIMS: listed([yaml.safe_load(claim), other], "platform.bizmatters.io/v1alpha1", "EventDrivenService"),
        OBJECTS: listed(rendered, "kubernetes.crossplane.io/v1alpha2", "Object"),
    }
    program(tmp_path, answers)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert run("plan", "--live", "claims.yaml", "--exit-code") == (0, NOTHING, "")
    write("claims.yaml", claim.replace("size: small", "size: large"))
    assert run("plan", "--live", "claims.yaml", "--kubeconfig", "k", "--context", "c").out.endswith(RESTARTED)
    write("claims.yaml", claim.replace("name: billing", "name: new"))
    assert run("plan", "--live", "claims.yaml").out.endswith(CREATED)
    write("claims.yaml", "")
    assert run("plan", "--live", "claims.yaml").out == NOTHING


def test_a_cluster_that_cannot_be_read_ends_it(
    run: Run, write: Write, tmp_path: Path, claim: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("claims.yaml", claim)
    monkeypatch.setenv("PATH", str(tmp_path))
    done = run("plan", "--live", "claims.yaml")
    assert (done.out, done.code) == ("", 2)
    assert done.err.startswith("Error: kubectl is not on PATH. Hint: install it, or read an export of the cluster")
    program(tmp_path, {CLAIMS: None})
    done = run("plan", "--live", "claims.yaml")
    assert (done.out, done.code) == ("", 2)
    assert done.err.startswith(f"Error: the cluster refuses to return {CLAIMS}: (Forbidden): ")
