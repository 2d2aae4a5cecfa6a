import re

from tests.tools.bench.made import results
from tools.bench.page import page


def test_the_page_has_every_table_and_nothing_left_to_fill_in() -> None:
    text = page(results())
    assert len(re.findall(r"^\| *-", text, re.MULTILINE)) + text.count("|---|---|") >= 8
    assert not re.search(r"{\w+}", text)
    assert "needs 44 patches" in text


def test_equal_results_give_equal_pages() -> None:
    assert page(results()) == page(results())


def test_no_line_of_prose_is_too_long() -> None:
    assert [line for line in page(results()).splitlines() if len(line) > 120 and not line.startswith("|")] == []
