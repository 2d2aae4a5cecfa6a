"""Conditions, reasons, and codes where a person writes them: in suites, and in comments that suppress a warning."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from function.apis.registry import REASONS
from function.base.codes import CODES
from function.base.condition import TYPES
from function.check.suppression import MARKER
from function.editor.completion import Completion
from function.editor.context import Context
from function.editor.subject import Subjects
from function.publish.pages.conditions import ABOUT
from function.publish.sentence import first_sentence
from function.suites.model.suite import KIND

_SUPPRESSED = re.compile(rf"#\s*{re.escape(MARKER)}\s*ignore\s+(?:EP[0-9]{{3}}[\s,]+)*(\w*)\Z")
_LONGEST = 1024
"""Characters of a line in which a comment is looked for."""


def topics(context: Context, subjects: Subjects) -> Sequence[Completion]:
    """Return what may stand at a place of a suite, if that is a condition, a reason, or a code."""
    subject = subjects.find(context.outline, context.steps)
    if subject is None or subject.kind != KIND:
        return ()
    match context.steps[len(subject.start) :]:
        case ("cases", int(), "expect", "conditions" | "findings" as section, int(), str(field)):
            return _offered().get((section, field), ())
    return ()


def suppressions(before: str) -> tuple[Sequence[Completion], str] | None:
    """Return the codes for a comment that ends here and suppresses a warning, and the word that is begun."""
    found = _SUPPRESSED.search(before[-_LONGEST:])
    return (_offered()["findings", "code"], found[1]) if found else None


@cache
def _offered() -> Mapping[tuple[str, str], Sequence[Completion]]:
    return {
        ("conditions", "type"): [_named(name, ABOUT[name]) for name in TYPES],
        ("conditions", "reason"): [_named(name, reason.meaning) for name, reason in REASONS.items()],
        ("findings", "code"): [_named(code.name, code.meaning) for code in CODES],
    }


def _named(name: str, meaning: str) -> Completion:
    return Completion(name, "value", name, first_sentence(meaning), meaning)
