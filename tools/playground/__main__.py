"""`python -m tools.playground up|down|status`: a control plane to try the product on."""

import argparse
import os
import sys
from pathlib import Path

from tools.playground import interruption, options, programs
from tools.playground.down import down
from tools.playground.kind import playground as kind
from tools.playground.problem import Problem
from tools.playground.product import SCOPES
from tools.playground.say import say
from tools.playground.state import State
from tools.playground.status import status
from tools.playground.up import up

_NEXT = """
The control plane is up. In your shell:

  export KUBECONFIG={kubeconfig}
{path}  kubectl get eds -A

What to try next: docs/quickstart.md. Stop it: {stop}
"""
_PATH = "  export PATH={programs}:$PATH    # a kubectl of the right version\n"


def main() -> int:
    """Run a command; 2 if it cannot run, with the reason in one line."""
    given = _parser().parse_args()
    interruption.expect()
    try:
        (_on_kind if given.kind else _here)(given, options.state(given))
    except Problem as problem:
        sys.stderr.write(f"playground: {problem}\n")
        return 2
    except KeyboardInterrupt:
        sys.stderr.write("playground: interrupted\n")
        return 130
    return 0


def _here(given: argparse.Namespace, state: State) -> None:
    if given.command == "up":
        up(state, options.scope(given.scope), with_keda=given.keda, with_example=True)
        folder = programs.built(["kubectl"])["kubectl"].parent
        _say_next(given, state, _PATH.format(programs=_short(folder)))
    elif given.command == "down":
        down(state)
    else:
        status(state)


def _on_kind(given: argparse.Namespace, state: State) -> None:
    if given.command == "up":
        kind.up(state, options.scope(given.scope), with_keda=given.keda)
        _say_next(given, state, "")
    elif given.command == "down":
        kind.down(state)
    else:
        kind.status(state)


def _say_next(given: argparse.Namespace, state: State, path: str) -> None:
    words = [f"PLAYGROUND={given.name}"] if given.name != options.NAME else []
    words += ["make", "playground-down", *(["KIND=1"] if given.kind else [])]
    say(_NEXT.format(kubeconfig=_short(state.folder / "kubeconfig"), path=path, stop=" ".join(words)))


def _short(path: Path) -> str:
    """Return a path as a shell accepts it, with ~ for the home folder."""
    return f"~/{path.relative_to(Path.home())}" if path.is_relative_to(Path.home()) else str(path)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="playground", description=__doc__)
    parser.add_argument("command", choices=("up", "down", "status"))
    options.add_name(parser)
    options.add_kind(parser)
    parser.add_argument("--scope", choices=SCOPES, help="claims by default (SCOPE)")
    keda = os.environ.get("KEDA") != "0"
    parser.add_argument(
        "--no-keda", dest="keda", action="store_false", default=keda, help="omit NATS and KEDA (KEDA=0)"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
