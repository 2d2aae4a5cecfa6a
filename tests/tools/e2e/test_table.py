"""The table of scenarios."""

from pathlib import Path

from tools.e2e.table import rows, seconds, times
from tools.playground.product import ROOT

REPORT = """<testsuites><testsuite>
<testcase classname="tests.e2e.test_at_rest" name="test_nothing_is_written[a]" time="12"/>
<testcase classname="tests.e2e.test_at_rest" name="test_nothing_is_written[b]" time="1.5"/>
<testcase classname="tests.e2e.test_smoke" name="test_a_service" time="0.6"/>
</testsuite></testsuites>"""


def test_a_report_is_read_as_names_and_seconds(tmp_path: Path) -> None:
    (tmp_path / "report.xml").write_text(REPORT)
    assert times([tmp_path / "report.xml"]) == {"at rest: nothing is written": 13.5, "smoke: a service": 0.6}


def test_the_reports_of_all_parts_of_a_scope_are_one_column(tmp_path: Path) -> None:
    (tmp_path / "first.xml").write_text(REPORT)
    (tmp_path / "second.xml").write_text(REPORT.replace("smoke", "end"))
    both = times([tmp_path / "first.xml", tmp_path / "second.xml"])
    assert both == {"at rest: nothing is written": 27, "smoke: a service": 0.6, "end: a service": 0.6}


def test_a_scenario_of_one_scope_has_an_empty_cell_in_the_other() -> None:
    assert rows({"claims": {"a": 1.2, "b": 3}, "namespaced": {"b": 4.6}}) == (
        "| Scenario | claims | namespaced |\n|---|---:|---:|\n| a | 1 |  |\n| b | 3 | 5 |\n"
    )


def test_the_page_is_read_as_seconds_of_files(tmp_path: Path) -> None:
    page = tmp_path / "e2e.md"
    page.write_text(
        "# Title\n\n" + rows({"claims": {"at rest: a": 1, "at rest: b": 3}, "namespaced": {"at rest: b": 4}})
    )
    assert seconds(page, "claims") == {"test_at_rest": 4}
    assert seconds(page, "namespaced") == {"test_at_rest": 4}


def test_before_the_first_run_there_is_no_page(tmp_path: Path) -> None:
    assert seconds(tmp_path / "e2e.md", "claims") == {}


def test_the_page_of_this_repository_has_the_files_of_all_scenarios_that_it_names() -> None:
    files = {path.stem for path in (ROOT / "tests" / "e2e").glob("test_*.py")}
    found = seconds(ROOT / "docs" / "e2e.md", "claims")
    assert found
    assert set(found) <= files
