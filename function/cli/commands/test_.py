"""Run suites: compare what results from claims with what is expected."""

import posixpath
from collections.abc import Sequence
from typing import Unpack

import click

from function.base.counted import counted
from function.base.problems import describe
from function.base.suggestion import closest_match
from function.check import files
from function.check.verdict import Verdict
from function.cli import exit_code, format_options, options
from function.cli.formats import FORMATS
from function.cli.output import write
from function.cli.progress import progress
from function.cli.save import save
from function.suites.load import ENDINGS, SuiteFile, load_suites
from function.suites.run import KIND, Job, Ran, checked, jobs, run
from function.suites.update import updated


@click.command(short_help=__doc__)
@click.argument("paths", metavar="[PATH]...", nargs=-1, callback=options.named, shell_complete=options.any_path)
@click.option(
    "-k",
    "--filter",
    "names",
    metavar="TEXT",
    multiple=True,
    help="Run only cases whose name contains the text, in upper or lower case. May be repeated.",
)
@click.option(
    "--update",
    is_flag=True,
    help="Write the actual values into the suites where they differ, and run them again.",
)
@format_options.formats
def command(
    paths: tuple[str, ...], names: tuple[str, ...], *, update: bool, **shown: Unpack[format_options.Formats]
) -> int:
    """Run the suites in files, folders (by default the current one), or standard input (-).

    A suite says which objects, conditions, and findings result from a claim with your settings and overlays. Folders
    are searched for *.test.yaml and *.test.yml. Nothing is applied: no cluster, container, or network is needed.
    """
    if update and files.STDIN in paths:
        raise click.UsageError("--update changes files; standard input is none")
    found = _suites(paths or (".",))
    ran = _ran(found, names)
    if update:
        for path in _written(found, ran):
            write(f"{files.display_name(path)}\n", err=True)
        found = [load_suites(file.path, files.content(file.path)) for file in found]
        ran = _ran(found, names)
    sources = {file.name: file.content for file in found}
    results = tuple(checked(file, [one for _, one in ran[file.path]]) for file in found)
    verdict = Verdict(results, sources).with_fixable(())
    chosen = FORMATS[shown["output"]]
    write(chosen.report(verdict), color=shown["color"])
    if chosen.summary:
        write(f"{_summary(verdict)}\n", err=True)
    return exit_code.FINDINGS if verdict.failed else exit_code.CLEAN


def _suites(paths: Sequence[str]) -> list[SuiteFile]:
    """Return the suites in the named files, and in files of the named folders whose names end like those of suites."""
    discovered = files.discover(paths)
    for error in discovered.unreadable:
        raise error
    named = frozenset(path for path in paths if not files.is_folder(path))
    chosen = [path for path in discovered.paths if path in named or path.endswith(ENDINGS)]
    if not chosen:
        shown = ", ".join(f"'{files.display_name(path)}'" for path in paths)
        hint = f"names of suites end in {ENDINGS[0]}"
        raise click.ClickException(describe(f"no suite in {shown}", hint=hint))
    for path in chosen:
        if path not in named:
            files.confined(path, files.repository(posixpath.dirname(path)))
    return [load_suites(path, files.content(path)) for path in chosen]


def _ran(found: Sequence[SuiteFile], names: Sequence[str]) -> dict[str, list[tuple[Job, Ran]]]:
    """Return the cases that have run, by the path of their file."""
    texts = [name.lower() for name in names]
    wanted = [
        (file.path, job)
        for file in found
        for job in jobs(file, lambda name: not texts or any(text in name.lower() for text in texts))
    ]
    invalid = any(file.findings or any(suite.findings for suite in file.suites) for file in found)
    if texts and not wanted and not invalid:
        every = [job.name for file in found for job in jobs(file, lambda _: True)]
        near = closest_match(names[0], every)
        raise click.ClickException(f"no case with '{names[0]}'" + (f"; did you mean '{near}'?" if near else ""))
    ran: dict[str, list[tuple[Job, Ran]]] = {file.path: [] for file in found}
    for path, job in progress(wanted, "ran {} of {} cases"):
        ran[path].append((job, run(job)))
    return ran


def _written(found: Sequence[SuiteFile], ran: dict[str, list[tuple[Job, Ran]]]) -> list[str]:
    """Write the files in which a value differs, and return their paths."""
    changed: list[str] = []
    for file in found:
        places = [loaded.resource for loaded in file.suites]
        edits = [(places.index(job.resource), edit) for job, one in ran[file.path] for edit in one.edits]
        if edits:
            save(file.path, updated(file.name, file.content, edits))
            changed.append(file.path)
    return changed


def _summary(verdict: Verdict) -> str:
    """Return the number of cases, and how many of them failed."""
    every = [one for file in verdict.files for one in file.resources]
    cases = [one for one in every if one.kind == KIND]
    failed = sum(one.failed for one in cases)
    invalid = len(every) - len(cases) + sum(bool(file.unreadable) for file in verdict.files)
    text = f"Ran {counted(len(cases), 'case')} in {counted(len(verdict.files), 'file')}: "
    text += f"{len(cases) - failed} passed, {failed} failed."
    return f"{text} {counted(invalid, 'suite')} cannot be run." if invalid else text
