"""The memory of a run does not grow with the content of the claims."""

import gc
import tracemalloc
from pathlib import Path

from function.cli import main

HEAD = "apiVersion: platform.bizmatters.io/v1alpha1\nkind: EventDrivenService\n"
SPEC = "spec:\n  image: ghcr.io/example/orders:1.4.2\n  nats: {stream: A, consumer: b}\n  env:\n"
ENV = "".join(f"    - {{name: V{number}, value: '{number}'}}\n" for number in range(60))
PER_CLAIM = 8 * 1024
"""Bytes that may be kept of a claim. Its fields and their positions take about 100 KiB."""


def peak(folder: Path, claims: int) -> int:
    """Return the most bytes in use while so many claims are checked.

    What other tests have left in memory is frozen: the more there is, the later Python frees the cycles of new objects.
    """
    folder.mkdir()
    for number in range(claims):
        (folder / f"{number}.yaml").write_text(f"{HEAD}metadata: {{name: c{number}, namespace: a}}\n{SPEC}{ENV}")
    gc.freeze()
    gc.collect()
    tracemalloc.start()
    try:
        assert main(["validate", "-o", "json", str(folder)]) == 0
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
        gc.unfreeze()


def test_more_claims_need_hardly_more_memory(tmp_path: Path) -> None:
    peak(tmp_path / "warm", 1)
    few, many = peak(tmp_path / "few", 5), peak(tmp_path / "many", 45)
    assert many - few < 40 * PER_CLAIM
