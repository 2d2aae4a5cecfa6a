"""`platformctl render`."""

import click

from function.apis.claim import composite_of
from function.apis.registry import APIS
from function.base.manifest import Manifest, text_at
from function.base.request import Request
from function.check import files, observed, platform
from function.check.check_file import examine
from function.check.finding import Finding
from function.check.judge import KINDS, placed
from function.check.resource import Resource
from function.cli import exit_code
from function.cli.forms import FORMS
from function.render import render as outcome_of
from function.yaml.dump import dump


@click.command("render", short_help="Print what a claim becomes: manifests or composed resources.")
@click.argument("claim", metavar="CLAIM")
@click.option(
    "--scope",
    type=click.Choice(["claims", "namespaced"]),
    default="claims",
    show_default=True,
    help="How the API is installed: claims with composites behind them, or namespaced composites.",
)
@click.option(
    "--as",
    "form",
    type=click.Choice(list(FORMS)),
    default="manifests",
    show_default=True,
    help="Plain manifests, composed resources as Crossplane gets them, or these and the composite with its status.",
)
@click.option(
    "--platform-config", metavar="FILE", help="The platform team's PlatformConfig. Default: built-in settings."
)
@click.option("--observed", "seen", metavar="PATH", help="Observed composed resources, in a file or a folder.")
def command(claim: str, scope: str, form: str, platform_config: str | None, seen: str | None) -> int:
    """Print what a claim or composite resource in the file CLAIM (- for standard input) becomes."""
    settings = platform.load(platform_config)
    there = observed.load(seen)
    examined = examine(files.shown(claim), files.content(claim), settings)
    _tell(examined.findings)
    if examined.failed:
        return exit_code.FINDINGS
    resource = _only([ours for ours, _ in examined.ours if text_at(ours.manifest, "kind") in KINDS], claim)
    xr = _xr(resource.manifest, scope)
    outcome = outcome_of(Request(xr=xr, observed=there, platform=settings.document))
    known = {finding.message for finding in examined.findings}
    _tell([resource.finding(problem) for problem in outcome.problems if str(problem) not in known])
    if outcome.fatal:
        return exit_code.FINDINGS
    click.echo(dump(FORMS[form](xr, outcome)), nl=False)
    return exit_code.CLEAN


def _tell(findings: list[Finding]) -> None:
    for finding in findings:
        click.echo(str(finding), err=True)


def _only(found: list[Resource], path: str) -> Resource:
    if len(found) != 1:
        kinds = ", ".join(APIS)
        raise click.ClickException(f"cannot render {files.shown(path)}: needs one of [{kinds}]; got {len(found)}")
    return found[0]


def _xr(manifest: Manifest, scope: str) -> Manifest:
    """Return the composite resource: what Crossplane makes of a claim, or the document itself."""
    whole = placed(manifest)
    api = APIS.get(text_at(whole, "kind"))
    return composite_of(api, whole) if api and scope == "claims" else whole
