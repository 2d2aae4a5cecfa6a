"""Show what this version of the function changes for claims that another version serves."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import TypedDict, Unpack

import click

from function.base.identity import Scope
from function.base.outcome import Outcome
from function.base.printable import printable
from function.base.problems import describe, shown
from function.base.request import Request
from function.check import platform, required
from function.check.tree import load_trees
from function.check.versions import versions
from function.cli import options, plan_forms
from function.client import CallError
from function.client.call import connected
from function.client.distribution import SUFFIX, served
from function.plan.claims import ClaimId, Version, plan
from function.plan.settled import settled
from function.plan.verdict import Plan

_OTHER = "other"


class _Other(TypedDict):
    """The options that name the other version."""

    against: str
    insecure: bool
    certificates: str | None
    server_name: str | None


@click.command(short_help=__doc__)
@click.argument("paths", metavar="[PATH]...", nargs=-1, callback=options.named, shell_complete=options.any_path)
@click.option(
    "--against",
    metavar="ADDRESS|WHEEL",
    required=True,
    shell_complete=options.any_path,
    help="The version to compare with: host:port of a running function, or a wheel, which runs here.",
)
@click.option("--insecure", is_flag=True, help="With ADDRESS: connect without TLS.")
@click.option(
    "--tls-certs-dir",
    "certificates",
    metavar="FOLDER",
    callback=options.named,
    shell_complete=options.any_path,
    help="With ADDRESS: folder with tls.crt, tls.key and ca.crt, such as the contents of Crossplane's client Secret.",
)
@click.option(
    "--tls-server-name",
    "server_name",
    metavar="NAME",
    help="With --tls-certs-dir: the name in the server's certificate. Default: the host in ADDRESS.",
)
@plan_forms.output
@options.scope
@options.platform_config
@options.required
@plan_forms.fails
def command(
    paths: tuple[str, ...],
    output: str,
    scope: Scope,
    platform_config: str | None,
    required_path: str | None,
    *,
    fails: bool,
    **other: Unpack[_Other],
) -> int:
    """Show what happens in the cluster when this version of the function replaces the one that --against names.

    Both versions render the claims in files, folders, or standard input (-). Without a PATH, it is the current folder.
    The server of a wheel gets the dependencies that are installed here, so nothing is downloaded.
    """
    _check(other)
    settings = platform.load(platform_config)
    # a function cannot be told that its settings are unknown
    settings = settings._replace(document=settings.in_effect(scope))
    tree = load_trees(paths or (".",), settings)._replace(composed={})
    fetched = required.load(required_path)
    try:
        with _answering(other) as answer:
            old = _of_other(versions(tree, settings, scope, fetched, answer))
            found = _differing(plan(old, versions(tree, settings, scope, fetched)), old)
    except CallError as error:
        raise click.ClickException(f"cannot compare with {printable(other['against'])}: {error}") from None
    return plan_forms.printed(found, output, fails=fails)


def _check(other: _Other) -> None:
    """Raise a usage error for options that do not fit together."""
    against, secured = other["against"], other["certificates"] is not None
    if against.endswith(SUFFIX):
        if other["insecure"] or secured or other["server_name"] is not None:
            raise click.UsageError("the server of a wheel runs here, so options for a connection cannot be used")
        return
    if ":" not in against:
        raise click.UsageError(describe("--against must be host:port, or the path of a wheel", got=shown(against)))
    if other["insecure"] == secured:
        raise click.UsageError("a running function needs either --tls-certs-dir or --insecure")
    if other["server_name"] is not None and not secured:
        raise click.UsageError("--tls-server-name is only allowed with --tls-certs-dir")


@contextmanager
def _answering(other: _Other) -> Iterator[Callable[[Request], Outcome]]:
    """Yield what answers requests with the other version; raises CallError, also later."""
    against = other["against"]
    if not against.endswith(SUFFIX):
        with connected(against, other["certificates"], other["server_name"]) as answer:
            yield answer
        return
    with served(against) as address, connected(address, None, None) as answer:
        yield answer


def _of_other(found: Mapping[ClaimId, Version]) -> dict[ClaimId, Version]:
    """Return the versions of the other function, which alone says what is wrong with them."""
    return {claim: replace(version, errors=(), shown=str, function=_OTHER) for claim, version in found.items()}


def _differing(found: Plan, old: Mapping[ClaimId, Version]) -> Plan:
    """Return the plan without claims that both versions refuse."""

    def refused(claim: ClaimId) -> bool:
        return bool(settled(old[claim].answer, old[claim].request).problems)

    return Plan(
        tuple(
            claim
            for claim in found.claims
            if not claim.refused or not refused(ClaimId(claim.namespace, claim.kind, claim.name))
        )
    )
