"""Fields at a place, with the type that the document has."""

import pytest

from function.editor.fields import fields_at, narrowed
from function.editor.outline import Outline, Steps, outline
from tests.editing import CLAIM, SUBJECTS

TREE = getattr(SUBJECTS.find(outline(CLAIM.split("\n")), ()), "tree", None)
NOTHING = Outline()
CRON = Outline({("spec", "scaling", "triggers", 0, "type"): "cron"})


def paths(steps: Steps, found: Outline = NOTHING) -> list[tuple[str, str]]:
    assert TREE is not None
    return [(field.path, field.choice) for field in fields_at(TREE, found, (), steps)]


def test_a_field_is_found() -> None:
    assert paths(("spec", "size")) == [("spec.size", "")]
    assert paths(("spec", "env", 3, "name")) == [("spec.env[].name", "")]
    assert paths(("spec", "podLabels", "any")) == [("spec.podLabels.*", "")]
    assert paths(()) == [("", "")]


def test_the_type_chooses_the_fields() -> None:
    steps: Steps = ("spec", "scaling", "triggers", 0, "timezone")
    assert paths(steps, CRON) == [("spec.scaling.triggers[].timezone", "type: cron")]
    assert paths((*steps[:-1], "stream"), CRON) == []
    assert len(paths((*steps[:-1], "name"))) > 1
    assert TREE is not None
    found = fields_at(TREE, CRON, (), steps[:-1])
    assert [field.choice for field in narrowed(found, CRON, steps[:-1])] == ["type: cron"]


@pytest.mark.parametrize(
    "steps", [("spec", "siez"), ("spec", 0), ("spec", "env", "name"), ("spec", "size", "x"), ("spec", "env", 0, 0)]
)
def test_what_does_not_exist_is_no_field(steps: Steps) -> None:
    assert paths(steps) == []
