"""The page of the documentation with the duration of each scenario."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

from function.base.identity import Scope

_TEXT = """# Scenarios on a control plane

`make e2e` writes this page. For each scope it starts the control plane of `make playground` and runs the scenarios in
`tests/e2e`. The times are seconds on a machine with two cores. They do not include the start of the control plane.

"""


def write(page: Path, reports: Mapping[Scope, Sequence[Path]]) -> None:
    """Write the page from the reports of pytest for each scope."""
    page.write_text(_TEXT + rows({scope: times(found) for scope, found in reports.items()}))


def seconds(page: Path, scope: Scope) -> dict[str, float]:
    """Return the seconds of each file of scenarios, by its stem, as the page has them; empty without a page."""
    lines = (
        [line.strip("|").split("|") for line in page.read_text().splitlines() if line.startswith("|")]
        if page.exists()
        else []
    )
    found: dict[str, float] = {}
    for name, *cells in lines[2:]:
        cell = dict(zip((title.strip() for title in lines[0][1:]), cells, strict=True)).get(scope, "").strip()
        stem = "test_" + name.partition(":")[0].strip().replace(" ", "_")
        found[stem] = found.get(stem, 0) + float(cell or 0)
    return found


def times(reports: Sequence[Path]) -> dict[str, float]:
    """Return the seconds of each scenario, named FILE: TEST; variants of a test are added up."""
    found: dict[str, float] = {}
    for case in (case for report in reports for case in ET.parse(report).iter("testcase")):  # noqa: S314 - our own
        name = _name(case.attrib)
        found[name] = found.get(name, 0) + float(case.attrib["time"])
    return found


def rows(scopes: Mapping[str, Mapping[str, float]]) -> str:
    """Return the table; a cell is empty if the scope does not have the scenario."""
    lines = [f"| Scenario | {' | '.join(scopes)} |", f"|---|{'---:|' * len(scopes)}"]
    for name in sorted({name for found in scopes.values() for name in found}):
        cells = [f"{found[name]:.0f}" if name in found else "" for found in scopes.values()]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _name(case: Mapping[str, str]) -> str:
    file = case["classname"].rpartition(".")[2].removeprefix("test_").replace("_", " ")
    return f"{file}: {case['name'].partition('[')[0].removeprefix('test_').replace('_', ' ')}"
