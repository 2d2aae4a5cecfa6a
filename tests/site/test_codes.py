"""The page of codes."""

from collections.abc import Mapping

from function.base.codes import CODES, FAMILIES
from function.site.codes import FILE, entries
from tests.sites import Parsed


def test_every_code_has_its_meaning_and_remedy_once(files: Mapping[str, bytes]) -> None:
    read = Parsed(files[FILE])
    anchors = read.values("id")
    for code in CODES:
        assert anchors.count(code.name) == 1
        assert code.meaning.replace("`", "") in read.text
        assert code.remedy.replace("`", "") in read.text


def test_every_family_is_a_section_with_its_codes(files: Mapping[str, bytes]) -> None:
    anchors = Parsed(files[FILE]).values("id")
    for code in CODES:
        above = [prefix for prefix in FAMILIES if anchors.index(prefix) < anchors.index(code.name)]
        assert code.name.startswith(above[-1])


def test_the_search_finds_them_by_their_remedies() -> None:
    assert [entry.about for entry in entries()] == [f"{code.meaning} {code.remedy}" for code in CODES]
