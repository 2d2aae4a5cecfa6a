"""`platformctl` and its commands: the modules in `commands/`."""

import click

from function.cli.command_group import CommandGroup

_PLAN = "`platformctl plan` shows what a change does"
_RENDER = "`platformctl render` prints the manifests"
_VALIDATE = "`platformctl validate` checks claims"
_ELSEWHERE = {
    "apply": "platformctl changes no cluster; use `kubectl apply`",
    "build": _RENDER,
    "check": _VALIDATE,
    "completion": 'put eval "$(_PLATFORMCTL_COMPLETE=bash_source platformctl)" into ~/.bashrc; for zsh, zsh_source',
    "create": "`platformctl init` prints a first claim",
    "diff": _PLAN,
    "fmt": "`platformctl validate --fix` corrects mistakes",
    "get": "`platformctl status` shows a claim",
    "lint": _VALIDATE,
    "new": "`platformctl init` prints a first claim",
    "template": _RENDER,
    "version": "`platformctl --version` prints it",
}
"""What people look for who know kubectl, Helm, Kustomize, Terraform, or Flux."""


@click.group(
    cls=CommandGroup,
    folder="commands",
    elsewhere=_ELSEWHERE,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("--debug", is_flag=True, expose_value=False, help="Show a traceback after an internal error.")
@click.version_option(package_name="function-event-platform", message="%(prog)s %(version)s")
def platformctl() -> None:
    """Check and render EventDrivenService and InfraBinding without a cluster.

    Exit codes: 0 clean, 1 findings, 2 file or environment, 3 usage, 70 internal error, 130 Ctrl-C.
    """


COMMANDS = tuple(platformctl.list_commands(click.Context(platformctl)))
