"""Checks the contents of files, and corrects them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain

from function.base.codes import TREE
from function.base.request import Fetch
from function.check import documents, files
from function.check.check_file import CheckedFile, check_file
from function.check.cross.facts import Facts, facts, together
from function.check.cross.tree import compared
from function.check.finding import Finding
from function.check.fix import FixedFile, fixed
from function.check.load import load_content
from function.check.no_claim import without_claim
from function.check.platform import Platform
from function.check.resource import Resource
from function.check.selection import is_selected
from function.check.suppression import MARKER, covered, suppressed
from function.check.verdict import Verdict
from function.cli.options import Findings
from function.cli.progress import progress


def bindings(contents: Mapping[str, bytes], platform: Platform) -> Fetch:
    """Return what finds the documents of the bindings in files, by their paths; they are read once, if at all."""
    return documents.fetch(documents.once(lambda: chain.from_iterable(_resources(contents)), platform, "claims"))


def validated(
    contents: Mapping[str, bytes], platform: Platform, fetch: Fetch, folders: Sequence[str], *, cross_document: bool
) -> Verdict:
    """Return the findings about files, by their paths, and about folders without a claim.

    `fetch` returns objects that claims read.
    """
    checked: dict[str, CheckedFile] = {}
    sources: dict[str, bytes] = {}
    tree: list[Facts] = []
    for path in progress([*contents], "checked {} of {} files"):
        name = files.display_name(path)
        file = load_content(name, contents[path])
        found = check_file(file, platform, linked=cross_document, fetch=fetch)
        is_needed = cross_document or MARKER.encode() in contents[path]
        checked[path] = found if is_needed else found.names_only()
        if cross_document:
            tree.append(facts(file, found))
        if checked[path].findings or (is_needed and checked[path].resources):
            sources[name] = contents[path]
    verdict = Verdict(tuple(checked.values()), sources, tuple(without_claim(folders, checked)))
    unchecked = () if cross_document else (TREE,)
    return suppressed(compared(verdict, together(tree)), unchecked)


def corrections(
    verdict: Verdict, contents: Mapping[str, bytes], platform: Platform, fetch: Fetch, reporting: Findings
) -> dict[str, FixedFile]:
    """Return the files in which anything can be corrected that is reported."""
    is_reported = is_selected(reporting["select"], reporting["ignore"])
    found: dict[str, FixedFile] = {}
    for (path, content), checked in zip(contents.items(), verdict.files, strict=True):
        if any(finding.fixable and is_reported(finding) for finding in checked.findings):
            wanted = _all_but(covered(content), is_reported)
            found[path] = fixed(files.display_name(path), content, platform, fetch, wanted)
    return {path: file for path, file in found.items() if file.fixed}


def _all_but(excluded: Callable[[Finding], bool], included: Callable[[Finding], bool]) -> Callable[[Finding], bool]:
    return lambda finding: included(finding) and not excluded(finding)


def _resources(contents: Mapping[str, bytes]) -> Iterator[Sequence[Resource]]:
    return (load_content(files.display_name(path), content).resources for path, content in contents.items())
