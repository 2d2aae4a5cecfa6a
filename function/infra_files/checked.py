"""Checks a loaded binding as the function checks its claim."""

from dataclasses import replace
from typing import NamedTuple

from function.base.manifest import Manifest
from function.base.problems import Problem
from function.check.check_file import CheckedFile, CheckedResource
from function.check.finding import Finding
from function.check.platform import Platform
from function.check.resource import Resource
from function.infra_files.claim import Target, claim
from function.infra_files.load import Loaded
from function.render import check
from function.yaml.node import value_of

_SPEC = "spec"


class CheckedBinding(NamedTuple):
    """The findings about a binding, and its claim; None if the files cannot be read as a binding."""

    file: CheckedFile
    claim: Manifest | None


def checked(loaded: Loaded, target: Target, platform: Platform) -> CheckedBinding:
    """Return the findings. Paths are those of the file: streams.orders, not spec.streams.orders."""
    if loaded.node is None:
        return CheckedBinding(CheckedFile(unreadable=loaded.findings), None)
    manifest = claim(value_of(loaded.node), target)
    resource = Resource(loaded.file, 1, loaded.node, manifest)
    problems = check(manifest, platform.document)
    if target.name is None:
        problems = [_locally(problem) for problem in problems if not problem.path.startswith("metadata")]
    reported = [resource.finding(_in_file(problem)) for problem in problems if problem.code != "EP402"]
    found = [_without_value(finding, loaded) for finding in reported if finding.range not in loaded.unknown]
    return CheckedBinding(CheckedFile((CheckedResource(resource, (*loaded.findings, *found)),)), manifest)


def _in_file(problem: Problem) -> Problem:
    place = problem.place and problem.place._replace(path=_below_spec(problem.place.path))
    return replace(problem, path=_below_spec(problem.path), place=place)


def _locally(problem: Problem) -> Problem:
    """Return a local address as a warning: it is right on a developer's machine, and no claim may have it."""
    return replace(problem, severity="warning") if problem.code == "EP225" else problem


def _below_spec(path: str) -> str:
    return "" if path == _SPEC else path.removeprefix(f"{_SPEC}.")


def _without_value(finding: Finding, loaded: Loaded) -> Finding:
    """Return the finding without a value that comes from a variable, because that may be a secret."""
    used = loaded.used.get(finding.range)
    if not used or finding.value is None:
        return finding
    names = " and ".join(f"${{{variable.name}}}" for variable in used)
    return replace(
        finding, message=finding.message.replace(f"got {finding.value}", f"got the value of {names}"), value=None
    )
