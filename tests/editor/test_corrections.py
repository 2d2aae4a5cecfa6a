"""Corrections with one right answer."""

from function.check import platform
from function.editor.corrections import all_corrections, corrections, overlapping
from function.editor.findings import findings
from function.editor.text import Text
from function.editor.workspace import Workspace
from tests.editing import CLAIM, SUBJECTS

PLATFORM = platform.load(None)
FETCH = Workspace(PLATFORM).fetch
WRONG = (
    CLAIM.replace("size:", "siez:").replace("namespace: shop", "namespace: shop # stays").replace("stream:", "strem:")
)


def corrected(source: str, first: int = 1, last: int = 99) -> list[tuple[str, str]]:
    text = Text("a.yaml", source, "utf-16")
    found = findings("a.yaml", text.content, text.lines, PLATFORM, SUBJECTS, FETCH)
    chosen = overlapping(found, (first, last))
    return [(each.title, each.text) for each in corrections("a.yaml", text.content, chosen, PLATFORM, FETCH)]


def test_each_mistake_is_corrected_alone() -> None:
    one, two = corrected(WRONG)
    assert one == ("Change to 'size'", WRONG.replace("siez", "size"))
    assert two == ("Change to 'stream'", WRONG.replace("strem", "stream"))


def test_only_mistakes_in_these_lines_are_corrected() -> None:
    assert [title for title, _ in corrected(WRONG, 8, 8)] == ["Change to 'size'"]
    assert corrected(WRONG, 1, 3) == []


def test_a_correction_without_a_name_says_where() -> None:
    wrong = CLAIM + "  env:\n  - name: A\n    value: 1.10\n"
    assert corrected(wrong) == [("Correct spec.env[0].value", wrong.replace("1.10", '"1.10"'))]


def test_not_all_of_many_mistakes_are_corrected_alone() -> None:
    wrong = "---\n".join([CLAIM.replace("size:", "siez:")] * 21)
    assert len(corrected(wrong, 1, 999)) == 20
    (every,) = all_corrections("a.yaml", wrong.encode(), PLATFORM, FETCH)
    assert len(every.findings) == 21


def test_all_mistakes_are_corrected_together() -> None:
    done = [*all_corrections("a.yaml", WRONG.encode(), PLATFORM, FETCH)]
    assert [each.text for each in done] == [WRONG.replace("siez", "size").replace("strem", "stream")]
    assert [len(each.findings) for each in done] == [2]


def test_line_ends_stay() -> None:
    wrong = WRONG.replace("\n", "\r\n")
    assert corrected(wrong)[0][1] == wrong.replace("siez", "size")


def test_what_has_no_right_answer_is_left_alone() -> None:
    assert corrected(CLAIM) == []
    assert corrected(CLAIM.replace("small", "xl")) == []
    assert corrected(f"{WRONG}  [") == []
    assert [*all_corrections("a.yaml", CLAIM.encode(), PLATFORM, FETCH)] == []
