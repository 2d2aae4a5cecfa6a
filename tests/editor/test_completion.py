"""What the schema offers while a document is written."""

import pytest

from function.editor.completion import completions
from tests.editing import BINDING, CLAIM, FILE, SUBJECTS, labels, typing

HEAD = CLAIM.partition("  image")[0]


def test_an_empty_document_begins_with_a_kind() -> None:
    assert labels("¦") == ["apiVersion", "kind"]
    assert labels("kind: ¦") == ["EventDrivenService", "InfraBinding", "PlatformConfig", "Suite"]
    assert "platform.bizmatters.io/v1alpha1" in labels("apiVersion: ¦")


def test_required_fields_come_first_and_written_ones_do_not_come() -> None:
    found = labels(f"{HEAD}  size: small\n  ¦")
    assert found[0] == "image"
    assert "size" not in found
    assert labels(f"{CLAIM}¦") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{HEAD}  size: ¦", ["small", "medium", "large"]),
        (f"{HEAD}  secretRefs:\n  - envFrom: ¦", ["true", "false"]),
        (f"{HEAD}  scaling:\n    triggers:\n      - type: cron¦", ["cpu", "cron", "memory"]),
        (f"{HEAD}  this line is\n  not: [YAML\n  size: ¦", ["small", "medium", "large"]),
        (f"{HEAD}  nats:\n    stream: A\n    ¦", ["consumer", "url", "account", "monitoringEndpoint"]),
        (f"a: 1\n---\n{HEAD}  size: ¦\n---\nb: 1", ["small", "medium", "large"]),
        (f"{FILE}  other:\n    type: kaf¦", ["kafka", "kinesis"]),
        ("\r\n".join(f"{HEAD}  size: ¦".split("\n")).replace("\r\n", "\n"), ["small", "medium", "large"]),
    ],
)
def test_what_fits_is_offered(text: str, found: list[str]) -> None:
    assert labels(text)[: len(found)] == found


def test_the_type_decides_which_fields_fit() -> None:
    text = f"{HEAD}  scaling:\n    triggers:\n      - type: cron\n        ¦"
    assert {"timezone", "start", "end"} < {*labels(text)}
    assert "stream" not in labels(text)
    assert {"timezone", "stream"} < {*labels(text.replace("type: cron", "type:"))}


@pytest.mark.parametrize(
    "text",
    [
        "apiVersion: v1\nkind: Secret\n¦",
        "replicas: 1\n¦",
        f"{HEAD}  size: small # ¦",
        f"{HEAD}  image: ¦",
        f"{HEAD}  podLabels:\n    ¦",
        f"{HEAD}  nothing:\n    ¦",
        f"{HEAD}  - ¦",
        '{"kind": "¦"}',
    ],
)
def test_nothing_is_offered(text: str) -> None:
    assert labels(text) == []


def test_a_key_brings_what_follows_it() -> None:
    place = typing(f"{HEAD}  ¦")
    assert place is not None
    found = {completion.label: completion for completion in completions(place, SUBJECTS)}
    assert found["size"].text == "size: "
    assert found["nats"].text == "nats:\n    "
    assert found["env"].text == "env:\n    - "
    assert found["image"].detail == "string, required"
    assert "Example" in found["image"].about


def test_a_key_that_is_there_keeps_what_follows_it() -> None:
    place = typing(f"{HEAD}  si¦: small")
    assert place is not None
    assert "size" in [completion.text for completion in completions(place, SUBJECTS)]


def test_nobody_writes_a_status() -> None:
    assert "status" not in labels(BINDING.replace("spec:", "¦\nspec:"))
