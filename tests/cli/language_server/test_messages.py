"""What is sent to an editor."""

from dataclasses import replace

from lsprotocol import types

from function.check.finding import Finding
from function.cli.language_server import messages
from function.editor.completion import Completion
from function.editor.corrections import Correction
from function.editor.positions import Point, Span
from function.editor.text import Text
from function.yaml.node import Range

FINDING = Finding(
    code="EP102", severity="error", message="unknown", file="a", document=1, range=Range(1, 5, 1, 7), path="x"
)
TEXT = Text("a", "a😀: bc\n", "utf-16")


def test_a_finding_has_its_place_code_and_link() -> None:
    found = messages.diagnostic(FINDING, TEXT, "https://docs.example/codes.md")
    assert found.range == types.Range(types.Position(0, 5), types.Position(0, 7))
    assert (found.code, found.source, found.message) == ("EP102", "platformctl", "unknown")
    assert found.code_description == types.CodeDescription("https://docs.example/codes.md#ep102")


def test_nothing_is_linked_without_an_address_or_a_page() -> None:
    assert messages.diagnostic(FINDING, TEXT, "").code_description is None
    assert messages.diagnostic(replace(FINDING, code="X1"), TEXT, "https://docs.example").code_description is None


def test_a_warning_is_no_error() -> None:
    found = messages.diagnostic(replace(FINDING, severity="warning"), TEXT, "")
    assert found.severity == types.DiagnosticSeverity.Warning


def test_what_other_files_say_is_information_unless_it_is_an_error() -> None:
    for code in ("EP501", "EP509", "EP340"):
        found = messages.diagnostic(replace(FINDING, severity="warning", code=code), TEXT, "")
        assert found.severity == types.DiagnosticSeverity.Information
    for code in ("EP340", "EP342"):
        found = messages.diagnostic(replace(FINDING, code=code), TEXT, "")
        assert found.severity == types.DiagnosticSeverity.Error


def test_completions_keep_their_order() -> None:
    offered = [Completion("b", "field", "b: ", "string", "About"), Completion("a", "name", "a", "")]
    found = [*messages.items(offered, Span(Point(0, 0), Point(0, 1)))]
    assert sorted(found, key=lambda item: item.sort_text or "") == found
    assert [item.detail for item in found] == ["string", None]
    assert found[1].documentation is None
    assert isinstance(found[0].text_edit, types.TextEdit)
    assert found[0].text_edit.new_text == "b: "


def test_a_correction_changes_only_what_is_different() -> None:
    made = messages.action(
        Correction("t", "a😀: bd\n", (FINDING,)), "file:///a", TEXT, types.CodeActionKind.QuickFix, ""
    )
    place = types.Range(types.Position(0, 6), types.Position(0, 7))
    assert made.edit == types.WorkspaceEdit(changes={"file:///a": [types.TextEdit(place, "d")]})
    assert made.is_preferred
    every = messages.action(Correction("t", "a", ()), "file:///a", TEXT, types.CodeActionKind.SourceFixAll, "")
    assert not every.is_preferred


def test_a_text_that_is_not_checked_says_so() -> None:
    assert "not checked" in messages.too_long().message
