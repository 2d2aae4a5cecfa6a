"""The platform team's settings, from the file given with --platform-config."""

from typing import NamedTuple

import click

from function.base.manifest import Manifest
from function.base.validation import parse
from function.check import files
from function.check.finding import Finding
from function.check.resource import flaw_finding, resources
from function.platform.config import Document, PlatformConfig
from function.yaml.reader import read


class Platform(NamedTuple):
    """A PlatformConfig document as the core takes it, {} for the defaults, and the API group it names."""

    document: Manifest
    group: str


def load(path: str | None) -> Platform:
    """Return the settings of a file, the defaults for None; raises ClickException with all mistakes of the file."""
    if path is None:
        return Platform({}, PlatformConfig().group)
    file = files.shown(path)
    documents, flaw = read(files.content(path))
    found = [resource for document in documents for resource in resources(file, document)]
    flaws = [(document.number, each) for document in documents for each in document.flaws]
    findings = [flaw_finding(file, number, each) for number, each in [*flaws, *([(None, flaw)] if flaw else [])]]
    if findings:
        raise _unusable(file, findings)
    if len(found) != 1:
        raise click.ClickException(f"cannot use {file}: must hold one PlatformConfig; got {len(found)} documents")
    document, problems = parse(Document, found[0].value, "")
    if document is None or problems:
        raise _unusable(file, [found[0].finding(problem) for problem in problems])
    return Platform(found[0].manifest, document.spec.group)


def _unusable(file: str, findings: list[Finding]) -> click.ClickException:
    return click.ClickException("\n".join([f"cannot use {file}", *map(str, findings)]))
