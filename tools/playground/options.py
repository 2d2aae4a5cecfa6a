"""The options that several commands share, with their environment variables."""

import argparse
import os

from tools.playground.problem import Problem
from tools.playground.product import SCOPES
from tools.playground.state import State

NAME = "playground"


def add_name(parser: argparse.ArgumentParser, default: str = NAME) -> None:
    """Add --name."""
    given = os.environ.get("PLAYGROUND") or default
    parser.add_argument("--name", default=given, help="name of the playground (PLAYGROUND)")


def add_kind(parser: argparse.ArgumentParser) -> None:
    """Add --kind."""
    given = os.environ.get("KIND") == "1"
    parser.add_argument("--kind", action="store_true", default=given, help="the playground on kind (KIND=1)")


def state(given: argparse.Namespace) -> State:
    """Return the state of the selected playground; on kind it has another name. Raises Problem."""
    return State(f"{given.name}-kind" if given.kind else given.name)


def scope(given: str | None) -> str:
    """Return the given scope, otherwise that of SCOPE, otherwise claims; raises Problem."""
    found = given or os.environ.get("SCOPE") or SCOPES[0]
    if found not in SCOPES:
        raise Problem(f"SCOPE must be {' or '.join(SCOPES)}; got {found!r}")
    return found
