"""Runs the cases of suites."""

import posixpath
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from function.base.manifest import Json, items_at, mapping_at
from function.base.printable import printable
from function.base.problems import Problem, join
from function.check.check_file import CheckedFile, CheckedResource
from function.check.finding import Finding
from function.check.locate import locate
from function.check.resource import Resource
from function.suites.answer import answer
from function.suites.compare import failures
from function.suites.failure import Edit, Failure
from function.suites.inputs import UnusableError, free, inputs
from function.suites.load import SuiteFile
from function.suites.model.given import merged
from function.suites.model.suite import Case, Suite
from function.suites.sources import Sources, sources
from function.yaml.node import Node

KIND = "case"


class Job(NamedTuple):
    """A case to run, and where it is."""

    suite: Suite
    resource: Resource
    position: int
    sources: Sources

    @property
    def case(self) -> Case:
        """Return the case."""
        return self.suite.cases[self.position]


class Ran(NamedTuple):
    """A case that has run; `edits` are what `--update` writes."""

    checked: CheckedResource
    edits: tuple[Edit, ...]


def jobs(file: SuiteFile, wanted: Callable[[str], bool]) -> list[Job]:
    """Return the cases of a file whose names are wanted."""
    read = sources(posixpath.dirname(file.path))
    return [
        Job(loaded.suite, loaded.resource, position, read)
        for loaded in file.suites
        if loaded.suite is not None
        for position, case in enumerate(loaded.suite.cases)
        if wanted(case.name)
    ]


def run(job: Job) -> Ran:
    """Run a case."""
    found = list(_failures(job))
    edits = tuple({failure.edit.place: failure.edit for failure in found if failure.edit}.values())
    named: Json = {"kind": KIND, "metadata": {"name": job.case.name}}
    resource = job.resource._replace(node=Node(None, job.resource.node.range), value=named)
    return Ran(CheckedResource(resource, tuple(_finding(job, failure) for failure in found)), edits)


def checked(file: SuiteFile, ran: Sequence[Ran]) -> CheckedFile:
    """Return a file with the results of its cases; a suite that is not valid is a failure of its own."""
    invalid = [CheckedResource(loaded.resource, loaded.findings) for loaded in file.suites if loaded.findings]
    return CheckedFile((*invalid, *(one.checked for one in ran)), file.findings)


def _failures(job: Job) -> Iterator[Failure]:
    suite, case = job.resource.value, items_at(job.resource.value, "cases")[job.position]
    place = ("cases", job.position)
    given = merged(job.suite.given, job.case.given)
    try:
        prepared = inputs(given, free(suite, case), job.sources)
    except UnusableError as error:
        in_case = error.field in mapping_at(case, "given") or not error.field
        below = ("given", error.field) if error.field else ("name",)
        yield Failure((*place, *below) if in_case else below, str(error), code="EP611")
        return
    written = mapping_at(case, "expect")
    yield from failures(job.case.expect, written, answer(prepared, running=given.running), (*place, "expect"))


def _finding(job: Job, failure: Failure) -> Finding:
    place = join("", *failure.place)
    problem = Problem(path=place, message="", code=failure.code)
    return Finding(
        code=failure.code,
        severity="error",
        message=printable(f"{job.case.name}: {failure.message}"),
        file=job.resource.file,
        document=job.resource.document,
        range=locate(job.resource.node, problem),
        path=place,
        value=failure.got,
        expected=failure.expected,
        kind=KIND,
        name=job.case.name,
    )
