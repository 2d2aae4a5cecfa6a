"""`python -m tools.playground up|down|status`: a control plane to try the product on."""

import argparse
import os
import signal
import sys
from typing import NoReturn

from tools.playground import programs
from tools.playground.down import down
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


def main() -> int:
    """Run a command; 2 if something has to be mended first, in one line."""
    options = _parser().parse_args()
    state = State(options.name)
    signal.signal(signal.SIGTERM, _interrupted)
    try:
        if options.command == "up":
            up(state, options.scope, with_keda=options.keda, with_example=True)
            kubectl = programs.built(["kubectl"])["kubectl"]
            say(_NEXT.format(kubeconfig=state.folder / "kubeconfig", programs=kubectl.parent))
        elif options.command == "down":
            down(state)
        else:
            status(state)
    except Problem as problem:
        sys.stderr.write(f"playground: {problem}\n")
        return 2
    except KeyboardInterrupt:
        sys.stderr.write("playground: interrupted\n")
        return 130
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="playground", description=__doc__)
    parser.add_argument("command", choices=("up", "down", "status"))
    parser.add_argument(
        "--name", default=os.environ.get("PLAYGROUND", "playground"), help="also of its network namespace"
    )
    parser.add_argument("--scope", choices=SCOPES, default=os.environ.get("SCOPE", SCOPES[0]))
    parser.add_argument("--no-keda", dest="keda", action="store_false", default=os.environ.get("KEDA") != "0")
    return parser


def _interrupted(*_: object) -> NoReturn:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
