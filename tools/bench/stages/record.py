"""The measured stages, as a file next to the page on performance."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Timing:
    """One shape: the microseconds of a call, its multiple of the calibration, and the share of each stage."""

    microseconds: float
    calibrated: float
    shares: Mapping[str, float]


@dataclass(frozen=True)
class Record:
    """One measurement: where, and each shape."""

    python: str
    shapes: Mapping[str, Timing]


def load(file: Path) -> Record:
    """Return the record in a file."""
    read = json.loads(file.read_text(encoding="utf-8"))
    return Record(**{**read, "shapes": {name: Timing(**timing) for name, timing in read["shapes"].items()}})


def save(file: Path, record: Record) -> None:
    """Write the record, rounded to what it means."""
    rounded = json.loads(json.dumps(asdict(record)), parse_float=lambda text: float(f"{float(text):.4g}"))
    file.write_text(json.dumps(rounded, indent=2) + "\n", encoding="utf-8")
