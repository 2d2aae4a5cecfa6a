"""The memory of a run does not grow with the content of the claims."""

import subprocess
import sys
from pathlib import Path

HEAD = "apiVersion: platform.bizmatters.io/v1alpha1\nkind: EventDrivenService\n"
SPEC = "spec:\n  image: ghcr.io/example/orders:1.4.2\n  nats: {stream: A, consumer: b}\n  env:\n"
ENV = "".join(f"    - {{name: V{number}, value: '{number}'}}\n" for number in range(60))
PER_CLAIM = 8 * 1024
"""Bytes that may be kept of a claim. Its fields and their positions take about 100 KiB."""
MEASURE = """
import sys, tracemalloc
from function.cli import main
warm, folder = sys.argv[1:]
assert main(["validate", warm]) == 0
tracemalloc.start()
assert main(["validate", folder]) == 0
print(tracemalloc.get_traced_memory()[1])
"""
"""Python frees the cycles of new objects the later, the more there are; so this process has no others."""


def written(folder: Path, claims: int) -> Path:
    folder.mkdir()
    for number in range(claims):
        (folder / f"{number}.yaml").write_text(f"{HEAD}metadata: {{name: c{number}, namespace: a}}\n{SPEC}{ENV}")
    return folder


def peak(warm: Path, folder: Path) -> int:
    """Return the most bytes in use while the claims in a folder are checked."""
    done = subprocess.run([sys.executable, "-c", MEASURE, warm, folder], capture_output=True, text=True, check=True)
    return int(done.stdout.splitlines()[-1])


def test_more_claims_need_hardly_more_memory(tmp_path: Path) -> None:
    warm = written(tmp_path / "warm", 1)
    few, many = peak(warm, written(tmp_path / "few", 5)), peak(warm, written(tmp_path / "many", 45))
    assert many - few < 40 * PER_CLAIM
