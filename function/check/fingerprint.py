"""Identifiers of findings that stay the same while other lines of the file change."""

import hashlib
from collections import Counter
from collections.abc import Iterable

from function.check.finding import Finding


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """Return an identifier for each finding, all different; a line added above changes none."""
    seen: Counter[tuple[str, ...]] = Counter()
    found: list[str] = []
    for finding in findings:
        named = (finding.kind or "", finding.namespace or "", finding.name or "")
        identity = (finding.file, finding.code, *named, finding.path or "", _message(finding))
        text = "\0".join((*identity, str(seen[identity])))
        found.append(hashlib.sha256(text.encode("utf-8", "backslashreplace")).hexdigest())
        seen[identity] += 1
    return found


def _message(finding: Finding) -> str:
    """Return the message without the lines of other documents."""
    text = finding.message
    for related in finding.related:
        text = text.replace(f"{related.file}:{related.range.line}", related.file)
    return text
