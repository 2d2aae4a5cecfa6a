"""The tables of the page, in Markdown."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from tools.bench import results
from tools.bench.case import CASES, Case
from tools.bench.load import Cost
from tools.bench.results import Results
from tools.bench.servers import OURS, PEER
from tools.bench.shapes import SHAPES
from tools.bench.spread import Spread, spread
from tools.bench.targets import TARGETS


def table(columns: Sequence[str], rows: Iterator[Sequence[str]], texts: int = 1) -> str:
    """Return a table whose first columns hold text, and the others numbers."""
    lines = [columns, ["---"] * texts + ["---:"] * (len(columns) - texts), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def figure(value: Spread) -> str:
    """Return a median with its quartiles."""
    return f"{number(value.median)} ({number(value.low)}-{number(value.high)})"


def number(value: float) -> str:
    """Return three digits, and all of larger numbers."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.2g}" if abs(value) < 0.1 else f"{value:.3g}"


def targets(found: Results) -> str:
    """Return the targets and what was measured."""
    rows = (
        [
            target.title,
            target.verdict(found),
            "" if (value := target.value(found)) is None else figure(value),
            f"{'≥' if target.at_least else '≤'} {target.must:g}",
            f"{target.aim:g}",
        ]
        for target in TARGETS
    )
    return table(["Figure", "Verdict", "Measured", "Must", "Aim"], rows, texts=2)


def costs(found: Results, *, callers: int, tls: bool) -> str:
    """Return what calls cost, all shapes that were measured so."""
    cases = [case for case in CASES if (case.callers, case.tls) == (callers, tls)]
    columns = ["Shape", "Function", "CPU s/1,000", "to patch-and-transform", "p50 ms", "p99 ms", "calls/s"]
    return table(columns, (_row(found, case) for case in cases), texts=2)


def _row(found: Results, case: Case) -> list[str]:
    peer = replace(case, function=PEER)
    compared = peer in found.costs and case != peer
    figures: list[Callable[[Cost], float]] = [results.p50, results.p99, results.rate]
    return [
        f"{SHAPES[case.shape].title}, {found.sizes[case.shape, case.source] / 1000:.0f} kB",
        f"**{case.function}**" if case.function == OURS else case.function,
        figure(found.spread(case, results.cpu)),
        figure(found.ratio(case, peer, results.cpu)) if compared else "",
        *(number(found.spread(case, value).median) for value in figures),
    ]


def memory(found: Results) -> str:
    """Return the memory of each function, and how it starts."""
    rows = (
        [
            name,
            figure(spread([start.seconds for start in found.starts[name]])),
            number(spread([start.resident for start in found.starts[name]]).median),
            number(used.loaded[0]),
            number(used.loaded[-1]),
            f"{used.calls:,}",
        ]
        for name, used in found.memory.items()
    )
    columns = ["Function", "Start to first answer s", "MB after it", "MB after a tenth", "MB after all calls", "Calls"]
    return table(columns, rows)


def commands(found: Results) -> str:
    """Return how long commands take."""
    return table(["Command", "Seconds"], ([f"`{name}`", figure(value)] for name, value in found.commands.items()))


def imports(found: Results) -> str:
    """Return what is imported."""
    rows = (
        [
            f"`{name}`",
            f"{read.modules:,}",
            number(read.milliseconds),
            ", ".join(f"{package} {number(milliseconds)}" for package, milliseconds in read.largest),
        ]
        for name, read in found.imports.items()
    )
    return table(["Import", "Modules", "Milliseconds", "Most of them"], rows)
