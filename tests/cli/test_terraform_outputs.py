"""What `terraform output -json` prints gives values to the variables of a binding, except for what is sensitive."""

import json

import pytest

from function.check.errors import UnreadableFileError, UnusableFileError
from function.cli.terraform_outputs import terraform_outputs
from tests.cli.conftest import Run, Write

BINDING = """\
version: "1.0"
environment: production
infrastructure:
  provider: terraform
  runtime:
    platform: emr
    compute: {cluster_id: "${EMR_CLUSTER_ID}", instance_count: 2}
  outputs:
    cluster_dns: output.emr_cluster_dns
"""


def printed(**outputs: object) -> str:
    """Return what Terraform prints for outputs that are not sensitive."""
    return json.dumps({name: {"sensitive": False, "type": "string", "value": value} for name, value in outputs.items()})


OUTPUTS = printed(emr_cluster_id="j-7", emr_cluster_dns="ip-10-0-0-1.ec2.internal")
HIDDEN = json.dumps({"emr_cluster_id": {"sensitive": True, "type": "string", "value": "hunter2hunter2"}})


def test_without_a_file_there_are_none() -> None:
    assert terraform_outputs(None) is None


@pytest.mark.parametrize(
    "content",
    [
        *(
            "",
            "[]",
            "null",
            "hunter2",
            '{"a": "hunter2"}',
            '{"a": {"value": "hunter2"}}',
            '{"a": {"sensitive": false}}',
        ),
        *('{"a": {"value": 1, "sensitive": "hunter2"}}', '{"hunter2": null}', "[" * 100_000, '{"version": 4}'),
    ],
)
@pytest.mark.usefixtures("run")
def test_what_terraform_does_not_print_is_refused_and_not_repeated(write: Write, content: str) -> None:
    with pytest.raises(UnusableFileError) as caught:
        terraform_outputs(write("outputs.json", content))
    assert str(caught.value) == "cannot use outputs.json: must be what 'terraform output -json' prints"


@pytest.mark.usefixtures("run")
def test_a_file_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(UnreadableFileError):
        terraform_outputs("nowhere.json")


@pytest.mark.usefixtures("run")
def test_the_value_of_a_sensitive_output_is_dropped(write: Write) -> None:
    found = terraform_outputs(write("outputs.json", HIDDEN))
    assert found is not None
    assert dict(found.values) == {}
    assert found.sensitive == {"emr_cluster_id"}
    assert "hunter2" not in repr(found)


@pytest.mark.parametrize("words", [["check"], ["resolve"], ["tfvars"], ["wrap", "--name", "a", "--namespace", "b"]])
def test_each_command_takes_them(run: Run, write: Write, words: list[str]) -> None:
    command = ["bindings", *words, write("a.infra", BINDING)]
    assert run(*command).code == 1
    done = run(*command, "--terraform-outputs", write("outputs.json", OUTPUTS))
    assert done.code == 0
    assert ("j-7" in done.out) == (words != ["check"])


@pytest.mark.parametrize(
    ("outputs", "message"),
    [
        (
            printed(),
            "a.infra:9:18: EP466 infrastructure.outputs.cluster_dns: outputs.json has no output 'emr_cluster_dns'",
        ),
        (printed(emr_cluster_dns="a"), "EP402 variables without a value: EMR_CLUSTER_ID (a.infra:7:27)"),
        (HIDDEN, "EP402 variables without a value: EMR_CLUSTER_ID"),
        (printed(emr_cluster_id="a b", emr_cluster_dns="a"), "EP106 infrastructure.runtime.compute.cluster_id"),
        (printed(emr_cluster_id=["j-7"], emr_cluster_dns="a"), "EP402 variables without a value: EMR_CLUSTER_ID"),
        (printed(emr_cluster_id="${OTHER}", emr_cluster_dns="a"), "EP461"),
    ],
)
def test_an_output_that_does_not_fit_is_an_error_at_its_place(
    run: Run, write: Write, outputs: str, message: str
) -> None:
    file, values = write("a.infra", BINDING), write("outputs.json", outputs)
    done = run("bindings", "check", file, "--terraform-outputs", values)
    assert done.code == 1
    assert message in done.out
    assert "hunter2" not in done.out + done.err


def test_a_file_that_is_none_is_an_error_of_the_environment(run: Run, write: Write) -> None:
    done = run("bindings", "check", write("a.infra", BINDING), "--terraform-outputs", write("outputs.json", "{"))
    assert (done.out, done.code) == ("", 2)
    assert "outputs.json" in done.err


def test_the_environment_comes_first(run: Run, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    file, values = write("a.infra", BINDING), write("outputs.json", OUTPUTS)
    monkeypatch.setenv("EMR_CLUSTER_ID", "j-8")
    assert json.loads(run("bindings", "tfvars", file, "--terraform-outputs", values).out)["cluster_id"] == "j-8"


def test_the_source_of_a_value_is_the_file(run: Run, write: Write) -> None:
    file, values = write("a.infra", BINDING), write("outputs.json", OUTPUTS)
    done = run("bindings", "resolve", "--explain", file, "--terraform-outputs", values)
    assert "EMR_CLUSTER_ID from outputs.json" in done.out
