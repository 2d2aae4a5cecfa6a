"""Check claims and composite resources."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Unpack

import click

from function.base.codes import TREE
from function.base.problems import describe
from function.check import documents, files, platform
from function.check.check_file import CheckedFile, check_file
from function.check.cross.facts import Facts, facts, together
from function.check.cross.tree import compared
from function.check.errors import UnreadableFileError
from function.check.load import load_content
from function.check.no_claim import without_claim
from function.check.resource import Resource
from function.check.suppression import MARKER, suppressed
from function.check.verdict import Verdict
from function.cli import options
from function.cli.progress import progress
from function.cli.report import report


@click.command(short_help=__doc__)
@click.argument("paths", metavar="[PATH|-]...", nargs=-1, required=True, callback=options.named)
@options.platform_config
@click.option("--allow-empty", is_flag=True, help="Accept folders without a claim.")
@click.option(
    "--cross-document",
    is_flag=True,
    help="Also compare the documents with each other, for example their consumers and Secrets.",
)
@click.option("--strict", is_flag=True, help="Fail on warnings; the same as --fail-on warning.")
@options.findings
def command(
    paths: tuple[str, ...],
    platform_config: str | None,
    *,
    allow_empty: bool,
    cross_document: bool,
    strict: bool,
    **reporting: Unpack[options.Findings],
) -> int:
    """Check claims and composite resources in files, folders or standard input (-).

    Folders are searched for *.yaml, *.yml, and *.json. Resources of other kinds are skipped and counted. A folder
    without a claim is an error. With --cross-document, all documents are also compared with each other,
    including those of other kinds.
    """
    for path in paths:
        if path.endswith(".infra"):
            name = files.display_name(path)
            raise click.BadParameter(describe(f"{name} is not a claim", hint=f"run platformctl bindings check {name}"))
    if strict:
        reporting["fail_on"] = "warning"
    settings = platform.load(platform_config)
    discovered = files.discover(paths)
    contents: dict[str, bytes] = {}
    unread = [*discovered.unreadable]
    for path in discovered.paths:
        try:
            contents[path] = files.content(path)
        except UnreadableFileError as error:
            unread.append(error)
    bindings = documents.fetch(lambda: chain.from_iterable(_resources(contents)), settings)
    checked: dict[str, CheckedFile] = {}
    sources: dict[str, bytes] = {}
    tree: list[Facts] = []
    for path in progress([*contents], "checked {} of {} files"):
        name = files.display_name(path)
        file = load_content(name, contents[path])
        found = check_file(file, settings, linked=cross_document, fetch=bindings)
        is_needed = cross_document or MARKER.encode() in contents[path]
        checked[path] = found if is_needed else found.names_only()
        if cross_document:
            tree.append(facts(file, found))
        if checked[path].findings or (is_needed and checked[path].resources):
            sources[name] = contents[path]
    # a claim may be in what cannot be read
    folders = [] if allow_empty or unread else filter(files.is_folder, paths)
    verdict = Verdict(tuple(checked.values()), sources, tuple(without_claim(folders, checked)))
    unchecked = () if cross_document else (TREE,)
    return report(suppressed(compared(verdict, together(tree)), unchecked), unread, **reporting)


def _resources(contents: Mapping[str, bytes]) -> Iterator[Sequence[Resource]]:
    return (load_content(files.display_name(path), content).resources for path, content in contents.items())
