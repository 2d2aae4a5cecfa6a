import pytest

from tools.fuzz.campaign import parsed

LOG = """#12\tNEW    cov: 900 ft: 1300 corp: 11/20b lim: 256 exec/s: 6 rss: 70Mb L: 2/3 MS: 1 Cross-
#140\tDONE   cov: 1142 ft: 2392 corp: 56/1778b lim: 256 exec/s: 5 rss: 70Mb
stat::number_of_executed_units: 140
"""


def test_the_last_figures_of_a_log_count() -> None:
    run = parsed("edits", 9, LOG, "")
    assert (run.executions, run.coverage, run.corpus, run.ended) == (140, 1142, 56, "")


@pytest.mark.parametrize(
    ("log", "ended", "shown"),
    [
        ("", "", "says nothing of what it ran"),
        (LOG, "did not end", "did not end"),
        ("Traceback", "ended with 1", "ended with 1"),
    ],
)
def test_a_run_that_did_not_end_well_is_told(log: str, ended: str, shown: str) -> None:
    assert parsed("edits", 9, log, ended).ended == shown
