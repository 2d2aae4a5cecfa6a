"""Show whether a claim works, and if it does not, why and what to do."""

import os
import re
import sys
from collections.abc import Callable
from functools import partial
from time import sleep
from typing import Unpack

import click

from function.apis.registry import named_apis
from function.base.printable import printable
from function.base.problems import describe, shown
from function.base.suggestion import closest_match
from function.check import platform
from function.check.platform import Platform
from function.cli import exit_code, options
from function.cli.kubectl import ClusterError, is_namespace
from function.cli.output import write
from function.cli.source import Source, of, of_cluster_only, source
from function.cli.terminal import colored
from function.cli.traced import Traced, from_cluster, from_files
from function.cli.traces.json import json
from function.cli.traces.text import line, text
from function.cli.watch import watch
from function.trace.target import Target, apis_named
from function.trace.trace import trace

_NAME = re.compile(r"[a-z0-9](?:[-.a-z0-9]{0,252})")


def _claim(_context: click.Context, _parameter: click.Parameter, words: tuple[str, ...]) -> str:
    """Return NAME or KIND/NAME; KIND NAME means the same, as for kubectl."""
    if len(words) > 2:
        raise click.UsageError(describe("needs one claim: NAME or KIND/NAME", got=shown(" ".join(words))))
    return "/".join(words)


@click.command(short_help=__doc__)
@click.argument("claim", metavar="CLAIM", nargs=-1, required=True, callback=_claim)
@source
@click.option(
    "-n", "--namespace", metavar="NAME", help="Namespace of the claim. Default: the namespace of the context."
)
@click.option("-w", "--watch", "watched", is_flag=True, help="Show the status again whenever it changes, until Ctrl-C.")
@click.option(
    "--interval",
    type=click.IntRange(1, 3600),
    metavar="SECONDS",
    default=2,
    show_default=True,
    help="Time between updates with --watch.",
)
@options.text_or_json
@options.platform_config
def command(
    claim: str,
    namespace: str | None,
    output: str,
    platform_config: str | None,
    *,
    watched: bool,
    interval: int,
    **where: Unpack[Source],
) -> int:
    """Show why a claim does not work and what to do, then the tree of its objects, from the claim to the pods.

    CLAIM is NAME, or KIND/NAME or KIND NAME if several kinds have a claim of this name. The cluster is read with
    kubectl, or an export of it with -f. Exit code: 0 if the claim is operational, 1 if not, 2 if it cannot be read.
    """
    of_cluster_only(where, *(["--watch"] if watched else []))
    if watched and output == "json":
        raise click.UsageError("--watch prints text, so -o json cannot be used")
    target = _target(claim, namespace, platform.load(platform_config))
    look = _reader(target, where)
    color = colored("auto", os.environ)
    if watched:
        look()  # a claim that does not exist is an error at once, and not one that is shown again and again
        terminal = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
        watch(partial(_view, look, terminal=terminal), partial(sleep, interval), terminal=terminal, color=color)
    found = look()
    traced = trace(found.family)
    write(json(traced, found.refused) if output == "json" else text(traced, found.refused), color=color)
    return exit_code.CLEAN if traced.cause is None else exit_code.FINDINGS


def _target(claim: str, namespace: str | None, settings: Platform) -> Target:
    """Return which claim is asked for; a kind or name that cannot exist is a usage error."""
    if claim.endswith((".yaml", ".yml")):
        hint = "name the claim as in the cluster; --file names an export"
        raise click.BadParameter(describe("must be NAME or KIND/NAME", got=shown(claim), hint=hint), param_hint="CLAIM")
    kind, slash, name = claim.rpartition("/")
    apis = tuple(named_apis(settings.config).values())
    chosen = apis_named(kind, apis, settings.group) if slash else apis
    if not chosen:
        known = [api.kind for api in apis]
        near = closest_match(kind, known)
        hint = f"did you mean {near}?" if near else f"one of {', '.join(known)}"
        raise click.BadParameter(describe("unknown kind", got=shown(kind), hint=hint), param_hint="CLAIM")
    for value, what, valid in (
        (name, "CLAIM", _NAME.fullmatch(name)),
        (namespace, "--namespace", namespace is None or is_namespace(namespace)),
    ):
        if not valid:
            message = describe("must be a valid Kubernetes name", got=shown(value))
            raise click.BadParameter(message, param_hint=what)
    return Target(chosen, settings.group, name, namespace)


def _reader(target: Target, where: Source) -> Callable[[], Traced]:
    """Return how to look at the claim, which may be done several times."""
    if where["exports"]:
        return partial(from_files, where["exports"], target)
    program = of(where)
    return partial(from_cluster, program.read, target, target.namespace or program.namespace())


def _view(look: Callable[[], Traced], *, terminal: bool) -> str:
    """Return what --watch shows; a cluster that cannot be read for a while does not end it."""
    try:
        found = look()
    except ClusterError as error:
        return f"Error: {printable(error.message)}\n"
    traced = trace(found.family)
    return text(traced, found.refused) if terminal else line(traced)
