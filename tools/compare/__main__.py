"""`python -m tools.compare OLD [NEW]` answers the same requests with two checkouts and lists the differences.

Exit code 1 if an answer differs. The requests are in FOLDER/requests, to look at one that differs.
"""

import argparse
import os
import subprocess
import sys
from collections import Counter
from itertools import chain, islice
from pathlib import Path

from tools import golden
from tools.compare import answers, requests
from tools.compare.differences import difference

_GENERATED = 50_000


def main() -> int:
    """Compare, and print each kind of difference with the number of a request that shows it."""
    parser = argparse.ArgumentParser(prog="compare", description=__doc__)
    parser.add_argument("old", type=Path, help="a checkout")
    parser.add_argument("new", type=Path, nargs="?", default=golden.ROOT, help="another one; this one if omitted")
    parser.add_argument("--generated", type=int, default=_GENERATED, help="requests beside the committed ones")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, default=golden.ROOT / "build" / "compare")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    given = options.folder / "requests"
    with given.open("wb") as file:
        answers.write(file, chain(requests.committed(), requests.generated(options.generated, options.seed)))
    return _report(*compared(options.old, options.new, given))


def compared(old: Path, new: Path, given: Path) -> tuple[int, dict[str, list[int]]]:
    """Return how many requests there are, and the numbers of those that are answered differently by what differs."""
    files = [given.with_name("old"), given.with_name("new")]
    commands = [
        subprocess.Popen(
            [sys.executable, "-P", answers.__file__, str(given), str(file)],
            env={**os.environ, "PYTHONPATH": str(checkout.resolve())},
        )
        for checkout, file in zip((old, new), files, strict=True)
    ]
    ended = [command.wait() for command in commands]
    if any(ended):
        raise SystemExit("compare: a checkout does not answer")
    found: dict[str, list[int]] = {}
    count = 0
    with files[0].open("rb") as before, files[1].open("rb") as after:
        for number, (one, other) in enumerate(zip(answers.read(before), answers.read(after), strict=True)):
            count += 1
            if one != other:
                found.setdefault(difference(one, other), []).append(number)
    return count, found


def _report(count: int, found: dict[str, list[int]]) -> int:
    total = Counter({what: len(numbers) for what, numbers in found.items()})
    for what, times in total.most_common():
        print(f"{times} times: {what}\n    requests {', '.join(map(str, islice(found[what], 5)))}")
    print(f"{count} requests, {total.total()} answered differently")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
