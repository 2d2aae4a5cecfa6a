"""The claim of a Deployment that has something the API rejects."""

from function.base.manifest import Json
from tests.importing.objects import container, deployment, messages, result, spec


def test_a_claim_that_is_not_valid_is_printed_with_its_errors() -> None:
    found = result(deployment(container(image="not an image")))
    assert found.claim is not None
    assert [finding.code for finding in found.findings] == ["EP106"]
    assert found.findings[0].message.startswith("the claim is not valid: spec.image: ")
    assert [problem.path for problem in found.errors] == ["spec.image"]


def test_what_a_claim_that_is_not_valid_leaves_out_is_listed_too() -> None:
    found = result(deployment(container(image="not an image", command=["a", "--token", "CANARY"])))
    texts = [finding.message for finding in found.findings]
    assert texts[0].startswith("does not fit into a claim: spec.command[2]: contains a credential in plaintext")
    assert texts[1].startswith("does not fit into a claim: spec.command[1]: the next word contains a credential")
    assert texts[2].startswith("the claim is not valid: spec.image: ")
    assert "CANARY" not in str(texts) + str(found.claim)


def test_only_rejected_variables_are_left_out_each_with_its_own_reason() -> None:
    env: Json = [
        {"name": "A", "value": "1"},
        {"name": "TOKEN", "value": "CANARY"},
        {"name": "1 x", "value": "2"},
        {"name": "B", "value": "3"},
        {"name": "A", "value": "4"},
        {"name": "PW", "valueFrom": {"secretKeyRef": {"name": "s", "key": "k"}}},
        {"name": "NATS_STREAM_NAME", "valueFrom": {"secretKeyRef": {"name": "s", "key": "k"}}},
    ]
    main = deployment(container(env=env))
    found = spec(main)
    assert found["env"] == [{"name": "B", "value": "3"}, {"name": "A", "value": "4"}]
    assert found["secretRefs"] == [{"name": "s", "env": [{"secretKey": "k", "envName": "PW"}]}]
    told = dict(message.split(": does not fit into a claim: ") for message in messages(main))
    assert {path.rpartition(".")[2]: reason.partition(" ")[0] for path, reason in told.items()} == {
        "env[0]": "names",
        "env[1]": "contains",
        "env[2]": "must",
        "env[6]": "NATS_URL,",
    }


def test_only_rejected_words_of_a_command_are_left_out() -> None:
    main = deployment(container(command=["/a", "--token=CANARY", "-v"], args=["x", "--password", "CANARY", "y"]))
    found = spec(main)
    assert (found["command"], found["args"]) == (["/a", "-v"], ["x", "y"])
    begins = "spec.template.spec.containers[0]."
    assert [message.removeprefix(begins).partition(" a credential")[0] for message in messages(main)] == [
        "command[1]: does not fit into a claim: contains",
        "args[1]: does not fit into a claim: the next word contains",
        "args[2]: does not fit into a claim: contains",
    ]


def test_no_value_of_a_variable_is_in_a_message() -> None:
    texts = [f"postgres://app:CANARY{number}@db/orders" for number in range(3)]
    env = [{"name": f"DB_{at}", "value": text} for at, text in enumerate(texts)]
    url = {"name": "NATS_URL", "value": "nats://app:CANARY@nats:4222"}
    found = result(deployment(container(env=[*env, url], args=["--password=CANARY"])))
    assert len(found.findings) > 2
    assert "CANARY" not in "".join(map(str, found.findings))
