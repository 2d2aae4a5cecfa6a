"""The table of scenarios."""

from pathlib import Path

from tools.e2e.table import rows, times

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
