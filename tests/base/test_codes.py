"""The table has exactly the codes that the code uses, and every finding leads to its section."""

import re
from pathlib import Path

import pytest

from function.base import binding_codes, cluster_codes, codes, command_codes, import_codes, settings_codes, tree_codes
from function.base.code import Code
from function.base.codes import CODES, FAMILIES, PAGE, link

ROOT = Path(codes.__file__).parents[2]
TABLES = {
    Path(str(table.__file__))
    for table in (binding_codes, codes, cluster_codes, command_codes, import_codes, settings_codes, tree_codes)
}
USED = {
    code
    for path in (ROOT / "function").rglob("*.py")
    if path not in TABLES
    for code in re.findall(r'"(EP\d{3})"', path.read_text())
}


def test_every_code_that_is_used_is_in_the_table_once_and_in_order() -> None:
    names = [code.name for code in CODES]
    assert names == sorted(USED)


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.name)
def test_every_code_says_what_it_means_and_what_to_do(code: Code) -> None:
    assert code.meaning.endswith(".")
    assert code.remedy.endswith(".")
    assert code.name[:3] in FAMILIES


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.name)
def test_every_link_leads_to_a_section(code: Code) -> None:
    page, _, anchor = link(code.name).partition("#")
    assert page == PAGE
    assert f"\n## {anchor.upper()}\n" in (ROOT / page).read_text()
