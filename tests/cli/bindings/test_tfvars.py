"""`platformctl bindings tfvars`: variables for Terraform, always the same bytes, and nothing secret."""

import json

import pytest
import yaml

from tests.apis.infra_binding.test_document import texts
from tests.cli.conftest import Run, Write

HEAD = 'version: "1.0"\nenvironment: production\n'
BLOCK = """\
infrastructure:
  provider: terraform
  terraform:
    module_source: git::https://github.com/acme/infra.git//modules/emr
    module_version: v3.2.1
    backend_config: {bucket: acme-state}
  runtime:
    platform: emr
    compute: {instance_count: 8, cluster_id: "${EMR_CLUSTER_ID:-j-1}"}
  metadata:
    variables: {zones: [b, a], log_retention_days: 30, enable_spot_instances: true}
    tags: {Owner: data-team@acme.com, CostCenter: data}
"""
OTHER_ORDER = """\
infrastructure:
  metadata:
    tags: {CostCenter: data, Owner: data-team@acme.com}
    variables: {enable_spot_instances: true, zones: [b, a], log_retention_days: 30}
  runtime:
    compute: {cluster_id: j-1, instance_count: 8}
    platform: emr
  provider: terraform
"""
SECRETS = "secrets: {db: {provider: kubernetes, secret_name: db, key: password}}\n"
PRINTED = """\
{
  "cluster_id": "j-1",
  "enable_spot_instances": true,
  "environment": "production",
  "instance_count": 8,
  "log_retention_days": 30,
  "metadata_tags": {
    "CostCenter": "data",
    "Owner": "data-team@acme.com"
  },
  "platform": "emr",
  "zones": [
    "b",
    "a"
  ]
}
"""


@pytest.mark.parametrize(
    ("content", "code", "message"),
    [
        (HEAD, 1, "a.infra:1:1: EP465 infrastructure.provider: must be terraform: only Terraform reads such a file"),
        (f"{HEAD}infrastructure: {{provider: pulumi}}\n", 1, "a.infra:3:28: EP465 infrastructure.provider"),
        (f"{HEAD}infrastructure: {{provider: terrafrom}}\n", 1, "EP104 infrastructure.provider"),
        (BLOCK, 1, "EP101 version: required field missing"),
        (
            f"{HEAD}{BLOCK}    labels: {{password: hunter2hunter2}}\n",
            1,
            "EP403 infrastructure.metadata.labels.password",
        ),
        (
            f"{HEAD}{BLOCK}".replace("log_retention_days", "platform"),
            1,
            "EP464 infrastructure.metadata.variables.platform",
        ),
        (f"{HEAD}{BLOCK}".replace(":-j-1", ""), 1, "EP402 variables without a value: EMR_CLUSTER_ID (a.infra:11:46)"),
        ("[]", 1, "EP420"),
    ],
)
def test_without_variables_nothing_is_printed(run: Run, write: Write, content: str, code: int, message: str) -> None:
    done = run("bindings", "tfvars", write("a.infra", content))
    assert (done.out, done.code) == ("", code)
    assert message in done.err
    assert "hunter2" not in done.err


@pytest.mark.parametrize(("words", "code"), [([], 3), (["a.infra", "b.infra"], 3), (["nowhere.infra"], 2), (["."], 2)])
def test_one_file_is_needed(run: Run, words: list[str], code: int) -> None:
    done = run("bindings", "tfvars", *words)
    assert (done.out, done.code) == ("", code)


def test_the_variables_are_sorted(run: Run, write: Write) -> None:
    done = run("bindings", "tfvars", write("a.infra", HEAD + BLOCK))
    assert (done.out, done.err, done.code) == (PRINTED, "", 0)


def test_the_order_of_the_file_makes_no_difference(run: Run, write: Write) -> None:
    assert run("bindings", "tfvars", write("b.infra", HEAD + OTHER_ORDER)).out == PRINTED


def test_what_refers_to_a_secret_is_left_out_and_named(run: Run, write: Write) -> None:
    block = BLOCK.replace("zones: [b, a]", "db_password: secret://db/password, zones: [b, a]")
    done = run("bindings", "tfvars", write("a.infra", HEAD + SECRETS + block))
    assert (done.out, done.code) == (PRINTED, 0)
    assert done.err == (
        "left out: db_password refers to a secret. Hint: set it as TF_VAR_db_password where Terraform runs\n"
    )


def test_variables_come_from_the_environment(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EMR_CLUSTER_ID", "j-2")
    done = run("bindings", "tfvars", write("a.infra", HEAD + BLOCK))
    assert json.loads(done.out)["cluster_id"] == "j-2"


def test_the_document_has_the_same_file(run: Run, write: Write) -> None:
    claim = run("bindings", "wrap", write("a.infra", HEAD + BLOCK), "--name", "a", "--namespace", "b").out
    assert texts(infrastructure=yaml.safe_load(claim)["spec"]["infrastructure"])["terraform.tfvars.json"] == PRINTED
