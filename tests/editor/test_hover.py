"""What is shown under the pointer."""

import pytest

from function.editor.hover import hover
from tests.editing import BINDING, CLAIM, FILE, SUBJECTS, pointing


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (CLAIM.replace("size", "si¦ze"), "one of small, medium, large"),
        (CLAIM.replace("small", "sm¦all"), "Preset for CPU and memory"),
        (CLAIM.replace("ORDERS", "¦ORDERS") + "  [", "Name of the existing JetStream stream"),
        (CLAIM.replace("kind", "ki¦nd"), "**kind**"),
        (FILE.replace("topic", "to¦pic"), "**topic**"),
        (BINDING.replace("topic", "to¦pic"), "**topic**"),
        (BINDING.replace("auth_events", "auth¦_events"), "**auth_events**"),
    ],
)
def test_a_field_is_described(text: str, words: str) -> None:
    spot = pointing(text)
    assert spot is not None
    found = hover(spot, SUBJECTS)
    assert found is not None
    assert words in found.text
    assert found.range == spot.range


@pytest.mark.parametrize(
    "text",
    [
        "apiVersion: v1\nkind: Secret\nda¦ta: {}\n",
        CLAIM.replace("size", "si¦ez"),
        CLAIM.replace("small", "{a: ¦b}"),
        "replicas: ¦1\n",
    ],
)
def test_other_fields_are_not(text: str) -> None:
    spot = pointing(text)
    assert spot is not None
    assert hover(spot, SUBJECTS) is None


def test_a_value_is_never_shown() -> None:
    spot = pointing(CLAIM + "  env:\n  - name: A\n    value: hun¦ter2\n")
    assert spot is not None
    found = hover(spot, SUBJECTS)
    assert found is not None
    assert "hunter2" not in found.text
