"""`python -m tools.bench`: measures and writes docs/performance.md; with --quick, compares the stages of a call."""

import argparse
import sys
from pathlib import Path

from tools.bench import full, quick
from tools.bench.answer import UnusableError
from tools.bench.servers import ServerError
from tools.playground import interruption
from tools.playground.problem import Problem
from tools.playground.say import say


def main() -> int:
    """Run; 1 if a shape takes longer than committed, 2 if the benchmark cannot run."""
    options = _parser().parse_args()
    interruption.expect()
    try:
        if options.quick:
            return quick.run(say, options.save)
        full.run(options.rounds, options.calls, say)
    except (Problem, ServerError, UnusableError) as error:
        sys.stderr.write(f"bench: {error}\n")
        return 2
    except KeyboardInterrupt:
        sys.stderr.write("bench: interrupted\n")
        return 130
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="only the stages of a call, in a minute and without Go")
    parser.add_argument("--save", type=Path, help="with --quick: write what was measured to this file as well")
    parser.add_argument("--rounds", type=int, default=5, help="how often each row is measured")
    parser.add_argument("--calls", type=int, default=10_000, help="over how many calls memory is watched")
    return parser


if __name__ == "__main__":
    sys.exit(main())
