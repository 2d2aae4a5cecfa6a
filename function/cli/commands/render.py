"""Render claims: print their manifests or composed resources."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple, TypedDict, Unpack

import click

from function.base.identity import Scope
from function.base.manifest import Json
from function.base.outcome import Outcome
from function.base.problems import describe
from function.base.request import Request
from function.check import documents, files, observed, platform, required
from function.check.assigned import Assignment, AssignmentError, assigned
from function.check.check_file import CheckedFile, check_file
from function.check.composite import composite
from function.check.finding import Finding
from function.check.load import LoadedFile, load_file
from function.check.platform import Platform
from function.check.resource import Resource
from function.cli import exit_code, options, setting
from function.cli.document import document
from function.cli.forms import FORMS
from function.cli.output import write
from function.render import render
from function.yaml.dump import dump


class _Options(TypedDict):
    """The options of the command."""

    scope: Scope
    form: str
    output: str
    platform_config: str | None
    observed_path: str | None
    required_path: str | None
    explain: bool
    assignments: tuple[Assignment, ...]


class _Rendered(NamedTuple):
    """A claim, the request with its composite, and the outcome."""

    claim: Resource
    request: Request
    outcome: Outcome


@click.command(short_help=__doc__)
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, callback=options.named, shell_complete=options.any_path
)
@options.scope
@click.option(
    "--as",
    "form",
    type=click.Choice(list(FORMS)),
    default="manifests",
    show_default=True,
    help="Plain manifests, composed resources as Crossplane receives them, or also the composite and its status.",
)
@click.option(
    "-o",
    "--output",
    type=click.Choice(["yaml", "json"]),
    default="yaml",
    show_default=True,
    help="YAML documents, or one List in JSON.",
)
@setting.assignments
@options.platform_config
@click.option(
    "--observed",
    "observed_path",
    metavar="PATH",
    callback=options.named,
    shell_complete=options.any_path,
    help="Observed composed resources of the only claim, in a file or a folder.",
)
@options.required
@click.option("--explain", is_flag=True, help="Add a comment to each value that says where it comes from.")
def command(paths: tuple[str, ...], **given: Unpack[_Options]) -> int:
    """Render the claims and composite resources in files, folders, or standard input (-).

    Folders are searched for *.yaml, *.yml, and *.json. Resources of other kinds are skipped.

    The objects are those that are created first. platformctl plan also shows those that wait for them, such as Flink
    jobs that wait for fetched secrets.
    """
    if given["explain"] and given["output"] == "json":
        raise click.UsageError("--explain writes comments, which JSON does not have")
    settings = platform.load(given["platform_config"])
    base, fetched = _request(given, settings), required.load(given["required_path"])
    loaded = _loaded(paths, given["assignments"], settings)
    own = documents.once(
        lambda: (found for file in loaded for found in file.resources), settings, given["scope"], fetched
    )
    checked = [check_file(file, settings, fetch=documents.fetch(own, fetched)) for file in loaded]
    printed = [finding for file in checked for finding in file.findings]
    _print_findings(printed)
    if any(file.failed for file in checked):
        return exit_code.FINDINGS
    claims = _claims(checked, paths, settings)
    if given["observed_path"] and len(claims) > 1:
        raise click.UsageError(f"--observed needs exactly one claim; got {len(claims)}")

    def answer(request: Request) -> Outcome:
        known = required.known(request, fetched)
        return required.answered(lambda found: render(replace(request, required=found)), known)

    composites = (composite(claim.manifest, given["scope"], settings) for claim in claims)
    requests = [documents.with_binding(replace(base, xr=found), own) for found in composites]
    rendered = [_Rendered(claim, request, answer(request)) for claim, request in zip(claims, requests, strict=True)]
    known = {(finding.file, finding.message) for finding in printed}
    late = [found.claim.finding(problem) for found in rendered for problem in found.outcome.problems]
    _print_findings(finding for finding in late if (finding.file, finding.message) not in known)
    if any(found.outcome.fatal for found in rendered):
        return exit_code.FINDINGS
    write(_text(rendered, given, answer))
    return exit_code.CLEAN


def _loaded(paths: Sequence[str], assignments: Sequence[Assignment], settings: Platform) -> list[LoadedFile]:
    discovered = files.discover(paths)
    for error in discovered.unreadable:
        raise error
    loaded = [load_file(path) for path in discovered.paths]
    try:
        return [assigned(file, assignments, settings.kinds) for file in loaded]
    except AssignmentError as error:
        raise click.BadParameter(str(error), param_hint="--set") from None


def _claims(checked: Iterable[CheckedFile], paths: Sequence[str], settings: Platform) -> list[Resource]:
    """Return the resources of an API; other kinds, such as a PlatformConfig, do not count."""
    found = [claim.resource for file in checked for claim in file.resources if claim.kind in settings.kinds]
    if not found:
        kinds = ", ".join(settings.names.values())
        names = ", ".join(map(files.display_name, paths))
        hint = "platformctl bindings wrap makes a claim of an .infra file" if ".infra" in names else ""
        needed = f"cannot render {names}: must contain at least one resource of [{kinds}]"
        raise click.ClickException(describe(needed, got="0", hint=hint))
    return found


def _request(given: _Options, settings: Platform) -> Request:
    """Return what the requests of all claims have in common."""
    return Request(
        xr={},
        observed=observed.load(given["observed_path"]),
        platform=settings.in_effect(given["scope"]),
        known=settings.document is not None,
    )


def _text(rendered: Sequence[_Rendered], given: _Options, answer: Callable[[Request], Outcome]) -> str:
    form = FORMS[given["form"]]
    if given["explain"]:
        from function.cli.explained import explained  # noqa: PLC0415 - the start counts, and only this needs schemas

        return "---\n".join(explained(found.request, form, answer) for found in rendered)
    made = [form(dict(found.request.xr), found.outcome) for found in rendered]
    if given["output"] == "json":
        items: list[Json] = [item for documents in made for item in documents]
        return document({"apiVersion": "v1", "kind": "List", "items": items})
    return "---\n".join(map(dump, made))


def _print_findings(findings: Iterable[Finding]) -> None:
    for finding in findings:
        write(f"{finding}\n", err=True)
