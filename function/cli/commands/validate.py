"""Check claims and composite resources."""

from collections.abc import Mapping, Sequence
from typing import Unpack

import click

from function.base.problems import describe
from function.check import files, platform
from function.check.errors import UnreadableFileError
from function.check.fix import FixedFile
from function.cli import options
from function.cli.output import write
from function.cli.report import report
from function.cli.save import save
from function.cli.validated import bindings, corrections, validated


@click.command(short_help=__doc__)
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, callback=options.named, shell_complete=options.any_path
)
@options.platform_config
@click.option("--allow-empty", is_flag=True, help="Accept folders without a claim.")
@click.option(
    "--cross-document",
    is_flag=True,
    help="Also compare the documents with each other, for example their consumers and Secrets.",
)
@options.strict
@click.option("--fix", is_flag=True, help="Correct what has only one right answer, and report what remains.")
@options.findings
def command(
    paths: tuple[str, ...],
    platform_config: str | None,
    *,
    allow_empty: bool,
    cross_document: bool,
    strict: bool,
    fix: bool,
    **reporting: Unpack[options.Findings],
) -> int:
    """Check claims and composite resources in files, folders, or standard input (-).

    Folders are searched for *.yaml, *.yml, and *.json. Resources of other kinds are skipped and counted. A folder
    without a claim is an error. With --cross-document, all documents are also compared with each other,
    including those of other kinds. With --fix, files are changed, and standard input is copied to standard output with
    its corrections; the findings then go to standard error. Comments and layout stay.
    """
    for path in paths:
        if path.endswith(".infra"):
            name = files.display_name(path)
            raise click.BadParameter(describe(f"{name} is not a claim", hint=f"run platformctl bindings check {name}"))
    if strict:
        reporting["fail_on"] = "warning"
    settings = platform.load(platform_config)
    contents, unread = _read(paths)
    # a claim may be in what cannot be read
    folders = [] if allow_empty or unread else [*filter(files.is_folder, paths)]
    fetch = bindings(contents, settings)
    verdict = validated(contents, settings, fetch, folders, cross_document=cross_document)
    found = corrections(verdict, contents, settings, fetch, reporting)
    if not fix:
        fixable = frozenset(finding for file in found.values() for finding in file.fixed)
        return report(verdict.with_fixable(fixable), unread, **reporting)
    contents |= _written(contents, found)
    if found:
        verdict = validated(contents, settings, bindings(contents, settings), folders, cross_document=cross_document)
    done = sum(len(file.fixed) for file in found.values())
    return report(verdict.with_fixable(())._replace(fixed=done), unread, err=files.STDIN in contents, **reporting)


def _read(paths: Sequence[str]) -> tuple[dict[str, bytes], list[UnreadableFileError]]:
    """Return the contents of the files, by their paths, and what cannot be read."""
    discovered = files.discover(paths)
    contents: dict[str, bytes] = {}
    unread = [*discovered.unreadable]
    for path in discovered.paths:
        try:
            contents[path] = files.content(path)
        except UnreadableFileError as error:
            unread.append(error)
    return contents, unread


def _written(contents: Mapping[str, bytes], found: Mapping[str, FixedFile]) -> dict[str, bytes]:
    """Write the corrected files, and standard input in any case; return the new contents."""
    for path, file in found.items():
        if path != files.STDIN:
            save(path, file.content)
    new = {path: file.content for path, file in found.items()}
    if files.STDIN in contents:
        write(new.get(files.STDIN, contents[files.STDIN]))
    return new
