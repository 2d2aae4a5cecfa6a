"""`python -m tools.playground up|down|status`: a control plane to try the product on."""

import argparse
import os
import sys
from pathlib import Path

from tools.playground import interruption, programs
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
  export PATH={programs}:$PATH    # a kubectl that fits
  kubectl get eds -A

What to try next: docs/quickstart.md. Stop it: make playground-down
"""
_NEXT_ON_KIND = """
The control plane is up. In your shell:

  export KUBECONFIG={kubeconfig}
  kubectl get eds -A

What to try next: docs/quickstart.md. Stop it: make playground-down KIND=1
"""


def main() -> int:
    """Run a command; 2 if something has to be mended first, in one line."""
    options = _parser().parse_args()
    state = State(options.name)
    interruption.expect()
    try:
        if options.kind:
            _on_kind(options, state)
        else:
            _here(options, state)
    except Problem as problem:
        sys.stderr.write(f"playground: {problem}\n")
        return 2
    except KeyboardInterrupt:
        sys.stderr.write("playground: interrupted\n")
        return 130
    return 0


def _here(options: argparse.Namespace, state: State) -> None:
    if options.command == "up":
        up(state, options.scope, with_keda=options.keda, with_example=True)
        folder = programs.built(["kubectl"])["kubectl"].parent
        say(_NEXT.format(kubeconfig=_short(state.folder / "kubeconfig"), programs=_short(folder)))
    elif options.command == "down":
        down(state)
    else:
        status(state)


def _on_kind(options: argparse.Namespace, state: State) -> None:
    if options.command == "up":
        kind.up(state, options.scope)
        say(_NEXT_ON_KIND.format(kubeconfig=_short(state.folder / "kubeconfig")))
    elif options.command == "down":
        kind.down(state)
    else:
        kind.status(state)


def _short(path: Path) -> str:
    """Return a path as a shell takes it."""
    return f"~/{path.relative_to(Path.home())}" if path.is_relative_to(Path.home()) else str(path)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="playground", description=__doc__)
    parser.add_argument("command", choices=("up", "down", "status"))
    parser.add_argument(
        "--name", default=os.environ.get("PLAYGROUND", "playground"), help="also of its network namespace"
    )
    parser.add_argument("--scope", choices=SCOPES, default=os.environ.get("SCOPE", SCOPES[0]))
    parser.add_argument("--no-keda", dest="keda", action="store_false", default=os.environ.get("KEDA") != "0")
    parser.add_argument("--kind", action="store_true", default=os.environ.get("KIND") == "1", help="on kind")
    return parser


if __name__ == "__main__":
    sys.exit(main())
