"""Reads suites from files, with the place of everything in them."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from function.base.manifest import Json, is_list, items_at, text_at
from function.base.problems import Problem, describe, join, shown
from function.base.validation import parse
from function.check import files
from function.check.finding import Finding
from function.check.load import load_content
from function.check.resource import Resource
from function.suites.model.suite import Suite
from function.yaml.node import Range

ENDINGS = (".test.yaml", ".test.yml")
"""How the names of suites in a folder end."""
_FREE = ("fields", "manifest", "set", "settings", "status")
"""Objects with any content, in which null is a value."""


class LoadedSuite(NamedTuple):
    """A document; without a suite, its findings say why."""

    resource: Resource
    suite: Suite | None
    findings: tuple[Finding, ...] = ()


class SuiteFile(NamedTuple):
    """A file, and what is wrong with it as a whole."""

    path: str
    name: str
    content: bytes
    suites: tuple[LoadedSuite, ...] = ()
    findings: tuple[Finding, ...] = ()


def load_suites(path: str, content: bytes) -> SuiteFile:
    """Return the suites in the content of a file."""
    name = files.display_name(path)
    file = load_content(name, content)
    if file.findings:
        return SuiteFile(path, name, content, findings=tuple(file.findings))
    if not file.resources:
        place, message = Range(1, 1, 1, 1), describe("contains no suite", hint="write one with kind: Suite")
        none = Finding(code="EP110", severity="error", message=message, file=name, document=None, range=place)
        return SuiteFile(path, name, content, findings=(none,))
    return SuiteFile(path, name, content, tuple(map(_suite, file.resources)))


def _suite(resource: Resource) -> LoadedSuite:
    suite, problems = parse(Suite, resource.value, "")
    found = [*problems, *_nulls(resource.value, ""), *_repeated(resource.value)]
    findings = tuple(resource.finding(problem) for problem in found)
    return LoadedSuite(resource, None if findings else suite, findings)


def _nulls(value: Json, path: str) -> Iterator[Problem]:
    """Yield a problem for each field without a value: it would count as absent, and a case would compare less."""
    if value is None:
        yield Problem(path=path, message=describe("has no value", hint="write one, or remove the field"), code="EP103")
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if key not in _FREE or not isinstance(item, Mapping):
                yield from _nulls(item, join(path, key))
    elif is_list(value):
        for position, item in enumerate(value):
            yield from _nulls(item, join(path, position))


def _repeated(value: Json) -> Iterator[Problem]:
    names: set[str] = set()
    for position, case in enumerate(items_at(value, "cases")):
        name = text_at(case, "name")
        if name and name in names:
            message = describe("must be a name that no other case has", got=shown(name))
            yield Problem(path=join("cases", position, "name"), message=message, code="EP201", value=name)
        names.add(name)
