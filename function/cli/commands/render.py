"""Render a claim: print its manifests or composed resources."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import click

from function.base.identity import Scope
from function.base.manifest import text_at
from function.base.request import Request
from function.check import observed, platform, required
from function.check.check_file import check_file
from function.check.composite import composite
from function.check.finding import Finding
from function.check.load import load_file
from function.check.platform import Platform
from function.check.resource import Resource
from function.cli import exit_code, options
from function.cli.forms import FORMS
from function.cli.output import write
from function.cli.overlaid import overlaid
from function.render import render
from function.yaml.dump import dump


@click.command(short_help=__doc__)
@click.argument("claim", metavar="CLAIM", callback=options.named)
@options.scope
@click.option(
    "--as",
    "form",
    type=click.Choice(list(FORMS)),
    default="manifests",
    show_default=True,
    help="Plain manifests, composed resources as Crossplane receives them, or also the composite and its status.",
)
@options.platform_config
@click.option(
    "--observed",
    "observed_path",
    metavar="PATH",
    callback=options.named,
    help="Observed composed resources, in a file or a folder.",
)
@options.required
@click.option("--explain", is_flag=True, help="Say in comments which overlays of the platform changed which objects.")
def command(
    claim: str,
    scope: Scope,
    form: str,
    platform_config: str | None,
    observed_path: str | None,
    required_path: str | None,
    explain: bool,
) -> int:
    """Render the claim or composite resource in the file CLAIM (- for standard input)."""
    settings = platform.load(platform_config)
    request = Request(
        xr={},
        observed=observed.load(observed_path),
        platform=settings.in_effect(scope),
        known=settings.document is not None,
    )
    fetched = required.load(required_path)
    file = load_file(claim)
    checked = check_file(file, settings)
    _print_findings(checked.findings)
    if checked.failed:
        return exit_code.FINDINGS
    resource = _only([found.resource for found in checked.resources], file.name, settings)
    xr = composite(resource.manifest, scope, settings)
    outcome = required.answered(lambda found: render(replace(request, xr=xr, required=found)), fetched)
    printed = {finding.message for finding in checked.findings}
    _print_findings(resource.finding(problem) for problem in outcome.problems if str(problem) not in printed)
    if outcome.fatal:
        return exit_code.FINDINGS
    comments = overlaid(xr, FORMS["manifests"](xr, outcome), settings) if explain else ""
    write(comments + dump(FORMS[form](xr, outcome)))
    return exit_code.CLEAN


def _print_findings(findings: Iterable[Finding]) -> None:
    for finding in findings:
        write(f"{finding}\n", err=True)


def _only(resources: Sequence[Resource], file: str, settings: Platform) -> Resource:
    """Return the only resource of an API; other kinds, such as a PlatformConfig, do not count."""
    found = [resource for resource in resources if text_at(resource.manifest, "kind") in settings.kinds]
    if len(found) != 1:
        kinds = ", ".join(api.kind for api in settings.apis.values())
        raise click.ClickException(
            f"cannot render {file}: must contain exactly one resource of [{kinds}]; got {len(found)}"
        )
    return found[0]
