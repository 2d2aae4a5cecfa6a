"""Fields that name something."""

import pytest

from function.apis.registry import named_apis
from function.editor.outline import Steps, outline
from function.editor.reference import FIELDS, Reference, named, reference
from function.editor.subject import FILE
from function.platform.config import PlatformConfig
from function.publish.explain.field import found
from function.publish.explain.root import roots
from tests.editing import BINDING, CLAIM, SUBJECTS
from tests.editing import FILE as TEXT

REFS = CLAIM + "  secretRefs:\n  - name: db\n  bindingRef:\n    name: payments\n"


def named_by(text: str, steps: Steps, value: str = "") -> Reference | None:
    seen = outline(text.split("\n"))
    subject = SUBJECTS.find(seen, steps)
    assert subject is not None
    return reference(subject, seen, steps, value)


@pytest.mark.parametrize(
    ("text", "steps", "expected"),
    [
        (REFS, ("spec", "secretRefs", 0, "name"), Reference("Secret")),
        (REFS, ("spec", "secretRefs", 0, "env", 1, "secretKey"), Reference("Secret", "db")),
        (REFS, ("spec", "bindingRef", "name"), Reference("InfraBinding")),
        (REFS, ("spec", "bindingRef", "env", 0, "lookup"), Reference("Entry", "payments", "lookups")),
        (REFS, ("spec", "nats", "consumer"), Reference("Consumer", "ORDERS")),
        (BINDING, ("spec", "uses", "p", "sources", 0), Reference("Entry", section="streams")),
        (TEXT, ("resources", "p", "checkpoint"), Reference("Entry", section="checkpoints")),
    ],
)
def test_a_field_names_something(text: str, steps: Steps, expected: Reference) -> None:
    assert named_by(text, steps) == expected


def test_a_reference_to_a_secret_may_be_anywhere_in_a_binding() -> None:
    steps = ("spec", "streams", "auth_events", "auth", "token")
    assert named_by(BINDING, steps, "secret://k/p") == Reference("Entry", section="secrets")
    assert named_by(BINDING, steps, "k/p") is None
    assert named_by(REFS, ("spec", "image"), "secret://k/p") is None


@pytest.mark.parametrize(
    "steps",
    [("spec", "image"), ("metadata", "name"), ("spec",), ("secretRefs", 0, "name"), ("spec", "nats", "x", "stream")],
)
def test_other_fields_name_nothing(steps: Steps) -> None:
    assert named_by(REFS, steps) is None


def test_each_of_these_fields_exists() -> None:
    config = PlatformConfig()
    trees = {root.kind: root.tree for root in roots(named_apis(config).values(), config)}
    trees[FILE] = trees["InfraBinding"]
    missing = [
        (kind, path)
        for kind, fields in FIELDS.items()
        for path in fields
        if len(steps := ["spec", *(name for name in path.split(".") if name not in "#*")])
        != found(trees[kind], steps)[1]
    ]
    assert missing == []


@pytest.mark.parametrize(("text", "name"), [("secret://a/b", "a"), ("secret://a", "a"), ("a/b", "a/b"), ("", "")])
def test_the_name_is_in_the_value(text: str, name: str) -> None:
    assert named(text) == name
