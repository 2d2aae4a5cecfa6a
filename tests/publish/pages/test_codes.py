from function.base.codes import CODES, FAMILIES
from function.publish.pages.codes import body, codes_page


def test_the_page_has_a_section_for_each_code() -> None:
    page = codes_page()
    assert [line[3:] for line in page.splitlines() if line.startswith("## ")] == [code.name for code in CODES]
    assert all(f"| {family}xx |" in page for family in FAMILIES)


def test_a_section_says_what_to_do() -> None:
    assert body(CODES[0]) == f"{CODES[0].meaning}\n\n{CODES[0].remedy}\n"
