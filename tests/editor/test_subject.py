"""Documents are recognized by what they say."""

import pytest

from function.editor.outline import outline
from function.editor.subject import FILE, Subjects, is_binding_file
from function.platform.config import PlatformConfig
from tests.editing import BINDING, CLAIM, SUBJECTS
from tests.editing import FILE as TEXT

CONFIG = "apiVersion: platform.fn.bizmatters.io/v1beta1\nkind: PlatformConfig\n"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (CLAIM, "EventDrivenService"),
        (CLAIM.replace("kind: ", "kind: X"), "EventDrivenService"),
        (CLAIM.replace("v1alpha1", "v9"), "EventDrivenService"),
        (BINDING, "InfraBinding"),
        (CONFIG, "PlatformConfig"),
        (CONFIG.replace("PlatformConfig", "Suite"), "Suite"),
        (TEXT, FILE),
        ("extends: base.infra\n", FILE),
        ("", ""),
        ("kind:\n", ""),
    ],
)
def test_a_kind_is_recognized(text: str, kind: str) -> None:
    found = SUBJECTS.find(outline(text.split("\n")), ())
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "apiVersion: v1\nkind: Secret\n",
        CLAIM.replace("platform.bizmatters.io", "example.org"),
        CLAIM.replace("kind: EventDrivenService", "kind: Other"),
        CLAIM.replace("kind: EventDrivenService", "kind: Suite"),
        "services: {}\n",
        "resources:\n  limits: {}\n",
        "extends: other.yaml\n",
        "apiVersion: v1\nstreams: {}\n",
    ],
)
def test_other_documents_are_not_ours(text: str) -> None:
    found = outline(text.split("\n"))
    assert SUBJECTS.find(found, ()) is None
    assert not SUBJECTS.is_ours(found)
    assert not is_binding_file(found)


def test_items_of_a_list_are_documents() -> None:
    items = "\n".join(f"    {line}" for line in CLAIM.split("\n")).replace("    ", "  - ", 1)
    found = outline(f"apiVersion: v1\nkind: List\nitems:\n{items}".split("\n"))
    subject = SUBJECTS.find(found, ("items", 0, "spec"))
    assert subject is not None
    assert (subject.kind, subject.start) == ("EventDrivenService", ("items", 0))
    assert SUBJECTS.find(found, ("items",)) is None


def test_an_organization_has_its_own_names() -> None:
    names = {"EventDrivenService": {"kind": "Worker", "plural": "workers", "shortName": "wk"}}
    own = Subjects(PlatformConfig.model_validate({"group": "apis.example.org", "names": names}))
    worker = CLAIM.replace("platform.bizmatters.io", "apis.example.org").replace("EventDrivenService", "Worker")
    found = own.find(outline(worker.split("\n")), ())
    assert found is not None
    assert found.kind == "EventDrivenService"
    assert own.find(outline(CLAIM.split("\n")), ()) is None


def test_trees_can_be_read_ahead() -> None:
    subjects = Subjects(PlatformConfig())
    subjects.warm()
    assert "streams" in subjects.file.properties
