"""Suites that are written into the current folder and run there."""

from collections.abc import Sequence
from pathlib import Path

from function.check.finding import Finding
from function.suites.load import SuiteFile, load_suites
from function.suites.run import Ran, jobs, run

HEAD = "apiVersion: platform.fn.bizmatters.io/v1beta1\nkind: Suite\n"
CLAIM = """\
apiVersion: platform.bizmatters.io/v1alpha1
kind: EventDrivenService
metadata: {name: billing, namespace: pay}
spec:
  image: ghcr.io/acme/billing:v1
  nats: {stream: ORDERS, consumer: billing}
"""


def inline(text: str = CLAIM) -> str:
    """Return a suite's `given` with a claim in it."""
    return "given:\n  manifest:\n" + "".join(f"    {line}\n" for line in text.splitlines())


def case(expect: str, given: str = "{}") -> str:
    """Return a suite with one case, whose fields are in flow style."""
    return f"{HEAD}{inline()}cases:\n  - name: it\n    given: {given}\n    expect: {expect}\n"


def loaded(text: str) -> SuiteFile:
    return load_suites("a.test.yaml", text.encode())


def ran(text: str) -> list[Ran]:
    """Run the cases of a suite, which must be valid."""
    file = loaded(text)
    assert [str(finding) for suite in file.suites for finding in suite.findings] + [*map(str, file.findings)] == []
    return [run(job) for job in jobs(file, lambda _: True)]


def findings(text: str) -> list[Finding]:
    return [finding for one in ran(text) for finding in one.checked.findings]


def messages(text: str) -> list[str]:
    """Return what failed, without the name of the case."""
    return [finding.message.removeprefix("it: ") for finding in findings(text)]


def written(files: Sequence[tuple[str, str]]) -> None:
    for name, text in files:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
