"""Starts what a compose file describes, with a container engine."""

import os
import subprocess
from collections.abc import Sequence
from typing import NoReturn

import click

from function.base.problems import describe

ENGINES = ("docker", "podman")
"""Programs with the subcommand `compose`."""
_SECONDS = 60


def become(words: Sequence[str]) -> NoReturn:
    """Become the engine, whose exit code counts; raises ClickException without it, or if it has no compose.

    Docker without its plug-in would only say that it does not know the option --file.
    """
    engine = words[0]
    try:
        version = [engine, "compose", "version"]
        asked = subprocess.run(version, stdin=subprocess.DEVNULL, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603 - the user's own engine
        if asked.returncode == 0:
            os.execvp(engine, list(words))  # noqa: S606 - Ctrl-C then reaches the engine alone, which stops the containers
    except FileNotFoundError:
        raise click.ClickException(describe(f"cannot start {engine}", hint="install it, or use --engine")) from None
    except subprocess.TimeoutExpired:
        raise click.ClickException(f"cannot start {engine}: it took more than {_SECONDS} s to answer") from None
    hint = "install Docker Compose 2.24 or newer, or use --engine"
    raise click.ClickException(describe(f"cannot start {engine}: it has no command compose", hint=hint))
