"""Options that say where a command reads a cluster from: an export in files, or the cluster of a kubeconfig."""

from collections.abc import Callable
from typing import Any, TypedDict, TypeVar

import click

from function.cli.kubectl import Kubectl, kubectl
from function.cli.options import any_path, named

Command = TypeVar("Command", bound=Callable[..., Any])
_OF_A_CLUSTER = ("kubeconfig", "context")


class Source(TypedDict):
    """The values of the options in `source`."""

    exports: tuple[str, ...]
    kubeconfig: str | None
    context: str | None
    request_timeout: int


_OPTIONS = (
    click.option(
        "-f",
        "--file",
        "exports",
        metavar="PATH",
        multiple=True,
        callback=named,
        shell_complete=any_path,
        help="An export of the cluster, written by kubectl get -o yaml: a file, a folder, or - for standard input. "
        "May be repeated. Default: read the cluster with kubectl.",
    ),
    click.option(
        "--kubeconfig", metavar="FILE", callback=named, shell_complete=any_path, help="The kubeconfig, as for kubectl."
    ),
    click.option("--context", metavar="NAME", help="The context of the kubeconfig, as for kubectl."),
    click.option(
        "--request-timeout",
        type=click.IntRange(1, 600),
        metavar="SECONDS",
        default=10,
        show_default=True,
        help="Time limit for each request to the cluster.",
    ),
)


def source(command: Command) -> Command:
    """Add the options: the parameters in `Source`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def of(found: Source) -> Kubectl:
    """Return the kubectl that reads the cluster; raises ClusterError if there is none."""
    return kubectl(found["kubeconfig"], found["context"], found["request_timeout"], instead="with -f")


def of_cluster_only(found: Source, *others: str) -> None:
    """Raise a usage error if an export is given together with options that need a cluster."""
    given = [f"--{name}" for name in _OF_A_CLUSTER if found[name]] + list(others)  # type: ignore[literal-required]  # the keys are listed above
    if found["exports"] and given:
        raise click.UsageError(f"-f reads an export, so {' and '.join(given)} cannot be used")
