"""What is shown about the field under the pointer."""

from typing import NamedTuple

from function.editor.describe import described
from function.editor.fields import fields_at, narrowed
from function.editor.spot import Spot
from function.editor.subject import Subjects
from function.yaml.node import Range


class Hover(NamedTuple):
    """A description in Markdown, and the key or value that it is about."""

    text: str
    range: Range


def hover(spot: Spot, subjects: Subjects) -> Hover | None:
    """Return what a field means; None for a document or field that is not ours."""
    subject = subjects.find(spot.outline, spot.steps)
    if subject is None:
        return None
    inner = spot.steps[len(subject.start) :]
    fields = fields_at(subject.tree, spot.outline, subject.start, inner)
    if not fields or not inner:
        return None
    name = next((step for step in reversed(inner) if isinstance(step, str)), "")
    return Hover(described(name, narrowed(fields, spot.outline, spot.steps)), spot.range)
