"""Runs the cases of suites."""

import posixpath
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from function.base.manifest import Json, items_at, mapping_at
from function.base.printable import printable
from function.base.problems import Problem, join
from function.check import files
from function.check.check_file import CheckedFile, CheckedResource
from function.check.finding import Finding
from function.check.locate import locate
from function.check.resource import Resource
from function.suites.answer import answer
from function.suites.compare import failures
from function.suites.failure import Edit, Failure
from function.suites.inputs import free, inputs, settings_of
from function.suites.load import SuiteFile
from function.suites.model.given import merged
from function.suites.model.suite import Suite
from function.suites.sources import Sources, UnusableError, sources
from function.yaml.node import Node

KIND = "case"


GENERATED = "generated files"
"""What stands for a case: the comparison of a suite's generated files."""


class Job(NamedTuple):
    """A case to run, and where it is; without a position, the generated files of the suite."""

    name: str
    suite: Suite
    resource: Resource
    position: int | None
    sources: Sources


class Ran(NamedTuple):
    """A case that has run; `edits` are what `--update` writes."""

    checked: CheckedResource
    edits: tuple[Edit, ...]


def jobs(file: SuiteFile, wanted: Callable[[str], bool]) -> list[Job]:
    """Return the cases of a file whose names are wanted."""
    folder = posixpath.dirname(file.path)
    read = sources(folder, files.repository(folder))
    return [
        Job(name, loaded.suite, loaded.resource, position, read)
        for loaded in file.suites
        if loaded.suite is not None
        for position, name in _names(loaded.suite)
        if wanted(name)
    ]


def _names(suite: Suite) -> Iterator[tuple[int | None, str]]:
    if suite.generated:
        yield None, GENERATED
    yield from enumerate(case.name for case in suite.cases)


def run(job: Job) -> Ran:
    """Run a case."""
    found = list(_failures(job))
    edits = tuple({failure.edit.place: failure.edit for failure in found if failure.edit}.values())
    named: Json = {"kind": KIND, "metadata": {"name": job.name}}
    resource = job.resource._replace(node=Node(None, job.resource.node.range), value=named)
    return Ran(CheckedResource(resource, tuple(_finding(job, failure) for failure in found)), edits)


def checked(file: SuiteFile, ran: Sequence[Ran]) -> CheckedFile:
    """Return a file with the results of its cases; a suite that is not valid is a failure of its own."""
    invalid = [CheckedResource(loaded.resource, loaded.findings) for loaded in file.suites if loaded.findings]
    return CheckedFile((*invalid, *(one.checked for one in ran)), file.findings)


def _failures(job: Job) -> Iterator[Failure]:
    if job.position is None:
        yield from _of_files(job)
        return
    suite, case = job.resource.value, items_at(job.resource.value, "cases")[job.position]
    place, parsed = ("cases", job.position), job.suite.cases[job.position]
    given = merged(job.suite.given, parsed.given)
    try:
        prepared = inputs(given, free(suite, case), job.sources)
    except UnusableError as error:
        in_case = error.field in mapping_at(case, "given") or not error.field
        below = ("given", error.field) if error.field else ("name",)
        yield Failure((*place, *below) if in_case else below, str(error), code="EP611")
        return
    written = mapping_at(case, "expect")
    yield from failures(parsed.expect, written, answer(prepared, running=given.running), (*place, "expect"))


def _of_files(job: Job) -> Iterator[Failure]:
    from function.suites import generated  # noqa: PLC0415 - the start counts, and only this needs schemas

    try:
        data = mapping_at(job.resource.value, "given", "settings")
        settings = settings_of(job.suite.given, data, job.sources)
        yield from generated.failures(job.suite.generated, settings, job.sources)
    except UnusableError as error:
        parent = "generated" if error.field in job.suite.generated else "given"
        yield Failure((parent, error.field), str(error), code="EP611")


def _finding(job: Job, failure: Failure) -> Finding:
    place = join("", *failure.place)
    problem = Problem(path=place, message="", code=failure.code)
    return Finding(
        code=failure.code,
        severity="error",
        message=printable(f"{job.name}: {failure.message}"),
        file=job.resource.file,
        document=job.resource.document,
        range=locate(job.resource.node, problem),
        path=place,
        value=failure.got,
        expected=failure.expected,
        kind=KIND,
        name=job.name,
    )
