from pathlib import Path

import pytest

from tools.fuzz.findings import Findings, rerun
from tools.fuzz.invariants import Violation


def breaking(data: bytes) -> None:
    if data.startswith(b"h"):
        raise Violation("no hang", "9 seconds")
    if data.startswith(b"c"):
        raise KeyError(data)


def test_the_first_input_of_each_fault_is_kept_and_the_run_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    findings = Findings(tmp_path, "yaml")
    for data in (b"fine", b"h1", b"h2", b"c1", b"c2"):
        findings.guard(breaking, data)
    assert sorted(path.read_bytes() for path in tmp_path.iterdir()) == [b"c1", b"h1"]
    printed = capsys.readouterr().out
    assert printed.count("FOUND") == 2
    assert all(rerun("yaml", path) in printed for path in tmp_path.iterdir())


def test_nothing_found_makes_no_folder(tmp_path: Path) -> None:
    Findings(tmp_path / "findings", "yaml").guard(breaking, b"fine")
    assert list(tmp_path.iterdir()) == []
