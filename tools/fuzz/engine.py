"""One target under Atheris: a process that `tools.fuzz.campaign` starts, since libFuzzer ends it."""

import sys
from pathlib import Path

import atheris

HANG_SECONDS = 60
"""When libFuzzer ends an input that never returns; slow ones are found by CPU time."""
MEMORY_MEBIBYTES = 2048


def main() -> None:
    """Fuzz until the time is up: arguments are the target, the seconds, and the folder of corpus and findings."""
    name, seconds, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    with atheris.instrument_imports(include=["function", "yaml"]):
        from tools.fuzz.findings import Findings  # noqa: PLC0415 - what is imported here is instrumented
        from tools.fuzz.targets import TARGETS  # noqa: PLC0415
    target = TARGETS[name]
    corpus, seeds = folder / "corpus" / name, folder / "seeds" / name
    for path in (corpus, seeds, folder / "findings"):
        path.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target.seeds()):
        (seeds / f"{number:04}").write_bytes(seed[: target.input_bytes_max])
    findings = Findings(folder / "findings", name)
    options = {
        "max_total_time": seconds,
        "max_len": target.input_bytes_max,
        "timeout": HANG_SECONDS,
        "rss_limit_mb": MEMORY_MEBIBYTES,
        "artifact_prefix": f"{folder / 'findings' / name}-",
        "print_final_stats": 1,
        "len_control": 0,
    }
    arguments = [sys.argv[0], *(f"-{key}={value}" for key, value in options.items()), str(corpus), str(seeds)]
    atheris.Setup(arguments, lambda data: findings.guard(target.check, data))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
