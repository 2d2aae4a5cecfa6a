"""`platformctl bindings wrap`: a claim that is valid, or nothing."""

import pytest
import yaml

from tests.cli.conftest import Run, Write

FILE = "infra/development.infra"
NAMES = ("--name", "cards", "--namespace", "payments")


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        ([FILE], 3, "Missing option '--name'"),
        ([FILE, "--name", "cards"], 3, "Missing option '--namespace'"),
        ([FILE, *NAMES, "--label", "team"], 3, "a label must be KEY=VALUE; got 'team'"),
        ([FILE, *NAMES, "--label", "=x"], 3, "a label must be KEY=VALUE; got '=x'"),
        (["nowhere.infra", *NAMES], 2, "cannot read nowhere.infra"),
        (["infra/base.infra", *NAMES], 1, "EP101 streams.auth_events.topic: required field missing"),
        (["infra/production.infra", *NAMES], 1, "EP402 variables without a value: KAFKA_BROKERS"),
        ([FILE, "--name", "Cards", "--namespace", "p"], 1, "EP210 metadata.name: a name must be lowercase"),
        ([FILE, "--name", "default", "--namespace", "p"], 1, "EP211 metadata.name: this name is reserved"),
    ],
)
@pytest.mark.usefixtures("infra")
def test_without_a_valid_claim_nothing_is_printed(run: Run, words: list[str], code: int, message: str) -> None:
    done = run("bindings", "wrap", *words)
    assert (done.out, done.code) == ("", code)
    assert message in done.err


@pytest.mark.usefixtures("infra")
def test_a_claim_must_not_have_a_local_address(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAFKA_BROKERS", "localhost:9092")
    assert "EP225 streams.auth_events.brokers" in run("bindings", "wrap", FILE, *NAMES).err
    assert run("bindings", "check", FILE).code == 0


def test_the_claim_is_valid_and_has_the_content_of_the_file(run: Run, infra: Write) -> None:
    done = run("bindings", "wrap", FILE, *NAMES, "--label", "team=cards", "--label", "tier=a=b")
    document = yaml.safe_load(done.out)
    assert document["metadata"] == {
        "name": "cards",
        "namespace": "payments",
        "labels": {"team": "cards", "tier": "a=b"},
    }
    assert document["spec"] == yaml.safe_load(run("bindings", "resolve", FILE).out)
    assert (done.err, done.code) == ("", 0)
    assert run("validate", infra("claim.yaml", done.out)).code == 0
    assert run("render", "claim.yaml").code == 0


@pytest.mark.usefixtures("infra")
def test_the_platform_may_ask_for_labels_and_another_group(run: Run, infra: Write) -> None:
    kind = "apiVersion: platform.fn.bizmatters.io/v1beta1\nkind: PlatformConfig\n"
    path = infra("platform.yaml", f"{kind}spec: {{group: example.org, labels: {{required: [team]}}}}\n")
    done = run("bindings", "wrap", FILE, *NAMES, "--platform-config", path)
    assert "EP221 metadata.labels.team: required label missing" in done.err
    done = run("bindings", "wrap", FILE, *NAMES, "--platform-config", path, "--label", "team=cards")
    assert done.out.startswith("apiVersion: example.org/v1alpha1\nkind: InfraBinding\n")
