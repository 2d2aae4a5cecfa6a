"""What the three validators say about each case, as a file: `make verdicts` writes it with the real programs."""

import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.crossplane.layout import ROOT
from tests.verdicts.cases import Case, cases
from tests.verdicts.judges import Verdicts, of_admission, of_function, of_validate

RECORD = Path(__file__).parent / "record.txt"
_HEAD = """\
# What the API server's own code, `platformctl validate`, and the function say about each case, in this order.
# `make verdicts` writes this file.
"""
_WORDS = {True: "accepted", False: "rejected"}


def text(judged: Iterable[Case], *verdicts: Verdicts) -> str:
    """Return the record: a line for each case."""
    lines = (f"{' '.join(_WORDS[found[case.name]] for found in verdicts)} {case.name}\n" for case in judged)
    return _HEAD + "".join(lines)


def recorded() -> Mapping[str, tuple[bool, bool, bool]]:
    """Return the verdicts of admission, validate, and function in the record, by the name of the case."""
    found = {}
    for line in RECORD.read_text(encoding="utf-8").removeprefix(_HEAD).splitlines():
        admission, validate, function, name = line.split(" ", 3)
        found[name] = (admission == _WORDS[True], validate == _WORDS[True], function == _WORDS[True])
    return found


def main() -> None:
    """Judge all cases and write the record."""
    done = subprocess.run([ROOT / "tools" / "build", "xrdcheck"], capture_output=True, text=True, check=True)
    xrdcheck = Path(done.stdout.strip().partition(" ")[2])
    judged = cases()
    with tempfile.TemporaryDirectory() as folder:
        admission = of_admission(judged, xrdcheck, Path(folder))
        validate = of_validate(judged, Path(folder))
    RECORD.write_text(text(judged, admission, validate, of_function(judged)), encoding="utf-8")


if __name__ == "__main__":
    main()
