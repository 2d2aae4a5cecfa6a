"""The two sides of a plan: what its arguments name as the versions before and after a change."""

import os
from collections.abc import Callable
from typing import Any, NamedTuple, TypedDict, TypeVar

import click

from function.base.identity import Scope
from function.base.problems import describe, shown
from function.check import files
from function.check.errors import UnusableFileError
from function.check.platform import Platform
from function.check.tree import Tree, load_tree, tree
from function.cli.kubectl import kubectl
from function.cli.live import live
from function.cli.options import any_path, named
from function.cli.revision import files_at

_SECONDS = 60
"""Time that the cluster has for one list."""
Command = TypeVar("Command", bound=Callable[..., Any])


class Named(TypedDict):
    """The values of the parameters in `sides`."""

    paths: tuple[str, ...]
    base: str | None
    head: str | None
    live: bool
    kubeconfig: str | None
    context: str | None


class Sides(NamedTuple):
    """The claims before and after."""

    old: Tree
    new: Tree


def _revision(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """Return the revision. Git would take one that begins with a dash for an option."""
    if value is None or (value and not value.startswith("-") and ".." not in value and value.isprintable()):
        return value
    hint = "name one commit, such as origin/main; --base and --head compare two"
    raise click.BadParameter(describe("must be a git revision", got=shown(value), hint=hint))


_PARAMETERS = (
    click.argument("paths", metavar="[OLD] NEW", nargs=-1, required=True, callback=named, shell_complete=any_path),
    click.option(
        "--base",
        metavar="REVISION",
        callback=_revision,
        help="Compare NEW with what it was at a git revision, such as origin/main.",
    ),
    click.option(
        "--head", metavar="REVISION", callback=_revision, help="With --base: NEW at another revision, not as it is now."
    ),
    click.option("--live", is_flag=True, help="Compare the claims in NEW with a cluster, which kubectl reads."),
    click.option(
        "--kubeconfig",
        metavar="FILE",
        callback=named,
        shell_complete=any_path,
        help="With --live: the kubeconfig, as for kubectl.",
    ),
    click.option("--context", metavar="NAME", help="With --live: the context of the kubeconfig, as for kubectl."),
)


def sides(command: Command) -> Command:
    """Add the parameters that name the sides: those in `Named`."""
    for parameter in reversed(_PARAMETERS):
        command = parameter(command)
    return command


def load(given: Named, scope: Scope, before: Platform, after: Platform) -> Sides:
    """Return the claims of both sides, each with its settings; raises UsageError and the errors of `load_tree`."""
    base, paths = given["base"], given["paths"]
    _check(given)
    if base:
        return _at_revisions(paths[0], base, given["head"], before, after)
    new = load_tree(paths[-1], after)
    if not given["live"]:
        return Sides(load_tree(paths[0], before), new)
    cluster = kubectl(given["kubeconfig"], given["context"], _SECONDS, instead="as OLD")
    return Sides(live(new.claims, before, scope, cluster), new)


def _check(given: Named) -> None:
    """Raise UsageError for parameters that do not fit together."""
    for option, value, needed in (
        ("--head", given["head"], "base"),
        ("--kubeconfig", given["kubeconfig"], "live"),
        ("--context", given["context"], "live"),
    ):
        if value is not None and not (given["base"] if needed == "base" else given["live"]):
            raise click.UsageError(f"{option} is only allowed with --{needed}")
    if given["base"] and given["live"]:
        raise click.UsageError("--base and --live exclude each other: OLD is either a revision or a cluster")
    option = "--base" if given["base"] else "--live" if given["live"] else ""
    wanted = f"one path with {option}, which is NEW" if option else "two paths: OLD and NEW"
    if len(given["paths"]) != (1 if option else 2):
        raise click.UsageError(describe(f"needs {wanted}", got=str(len(given["paths"]))))
    if given["base"] and given["paths"] == (files.STDIN,):
        raise click.UsageError("standard input has no git revision, so --base needs the path of a file or folder")


def _at_revisions(path: str, base: str, head: str | None, before: Platform, after: Platform) -> Sides:
    old = files_at(base, path)
    if head is None:
        is_gone = bool(old) and not os.path.lexists(path)
        return Sides(tree(old, before), tree((), after) if is_gone else load_tree(path, after))
    new = files_at(head, path)
    if not old and not new:
        raise UnusableFileError(files.display_name(path), "neither revision has files there")
    return Sides(tree(old, before), tree(new, after))
