"""Findings with texts that a terminal, a CI system, or a parser would obey."""

from hypothesis import settings
from hypothesis import strategies as st

from function.check.check_file import CheckedFile, CheckedResource
from function.check.finding import Finding
from function.check.resource import Resource
from function.check.verdict import Verdict
from function.yaml.node import Node, Range
from tests.hostile import COMMANDS, HOSTILE

EXAMPLES = settings(
    derandomize=True,
    database=None,
    max_examples=40,
)
"""The same examples on every run."""

TEXTS = st.one_of(
    st.sampled_from([*COMMANDS, *HOSTILE, "a,b:c%0A", "]]>", "<a b='\"'>&", "[x](http://e)", "a # SKIP", "\nok 9 - x"]),
    st.text(st.characters(exclude_categories=())),
)
"""Any text, often one that would be obeyed."""

_FINDINGS = st.builds(
    lambda text, file, severity, line, name: Finding(
        code="EP104",
        severity=severity,
        message=f"spec.size: {text}",
        file=file.encode("utf-8", "replace").decode(),
        document=1,
        range=Range(line, 1, line, 3),
        path=text,
        name=name,
    ),
    TEXTS,
    TEXTS,
    st.sampled_from(["error", "warning"]),
    st.integers(1, 99),
    TEXTS,
)
_FILES = st.builds(
    lambda unreadable, found, kind, name: CheckedFile(
        (
            CheckedResource(
                Resource(name, 1, Node(None, Range(1, 1, 1, 2)), {"kind": kind, "metadata": {"name": name}}),
                tuple(found),
            ),
        ),
        tuple(unreadable),
    ),
    st.lists(_FINDINGS, max_size=2),
    st.lists(_FINDINGS, max_size=3),
    TEXTS,
    TEXTS,
)
VERDICTS = st.builds(lambda files: Verdict(tuple(files)), st.lists(_FILES, max_size=2))
"""Verdicts about files, resources, and values with such names."""
