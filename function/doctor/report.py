"""The result of an examination."""

from dataclasses import dataclass

from function.base.problems import Severity


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Something that does not fit; `about` names the object or part. No text contains a secret."""

    code: str
    about: str
    message: str
    severity: Severity = "error"


@dataclass(frozen=True, kw_only=True)
class Component:
    """An installed part; the version is "" if the cluster does not show it."""

    name: str
    version: str
    state: str = ""


@dataclass(frozen=True, kw_only=True)
class Report:
    """What is installed, what does not fit, and the kubectl commands for what could not be examined."""

    components: tuple[Component, ...]
    findings: tuple[Finding, ...]
    unread: tuple[str, ...] = ()

    def count(self, severity: Severity) -> int:
        """Return the number of findings of a severity."""
        return sum(finding.severity == severity for finding in self.findings)
