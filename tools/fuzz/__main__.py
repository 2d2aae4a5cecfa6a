"""`python -m tools.fuzz` fuzzes; with a target and a file it runs that input again."""

import argparse
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from tools import golden
from tools.fuzz import campaign, served
from tools.fuzz.findings import rerun
from tools.fuzz.targets import TARGETS

_FOLDER = golden.ROOT / "build" / "fuzz"


def main() -> int:
    """Run; 1 if an invariant is broken."""
    parser = argparse.ArgumentParser(prog="fuzz", description=__doc__)
    parser.add_argument("target", nargs="?", choices=TARGETS)
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--only", action="append", choices=TARGETS, help="a target to fuzz, instead of all")
    parser.add_argument("--seconds", type=int, default=600, help="in all, the server included")
    options = parser.parse_args()
    if options.target and options.file:
        TARGETS[options.target].check(options.file.read_bytes())
        print("nothing is wrong with this input")
        return 0
    return _fuzz(options.seconds, options.only or list(TARGETS))


def _fuzz(seconds: int, targets: list[str]) -> int:
    shutil.rmtree(_FOLDER / "findings", ignore_errors=True)
    for_server = max(seconds // campaign.SERVER_SHARE, 1)
    runs = campaign.run(seconds - for_server, _FOLDER, targets)
    for run in runs:
        print(
            f"{run.target}: {run.seconds} s, {run.executions} inputs, {run.coverage} branches, "
            f"{run.corpus} inputs kept{f', {run.ended}: see {_FOLDER / run.target}.log' if run.ended else ''}"
        )
    with served.serving(_FOLDER) as call:
        print(f"server: {served.compare(_requests(targets), call, for_server)} requests, the same answers")
    found = sorted((_FOLDER / "findings").glob("*"))
    for path in found:
        print(f"FOUND {path.name}\n  run it again: {rerun(path.name.partition('-')[0], path)}")
    print(f"{len(found)} findings")
    return int(bool(found) or any(run.ended for run in runs))


def _requests(targets: list[str]) -> Iterator[bytes]:
    """Yield the inputs kept that are requests, those of each target in turn."""
    for name in targets:
        request_of = TARGETS[name].request
        if request_of is not None:
            for path in sorted((_FOLDER / "corpus" / name).glob("*")):
                yield request_of(path.read_bytes())


if __name__ == "__main__":
    sys.exit(main())
