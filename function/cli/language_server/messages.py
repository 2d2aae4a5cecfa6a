"""Findings, completions, and corrections as the protocol of editors writes them."""

from collections.abc import Iterator, Sequence

from lsprotocol import types

from function.base.codes import CODES, TREE
from function.check.cross.bindings import UNCHECKED
from function.check.finding import Finding
from function.editor.completion import Completion
from function.editor.corrections import Correction
from function.editor.positions import Span
from function.editor.text import CHARACTERS_MAX, Text

SOURCE = "platformctl"
_SEVERITIES = {"error": types.DiagnosticSeverity.Error, "warning": types.DiagnosticSeverity.Warning}
_KINDS = {
    "field": types.CompletionItemKind.Property,
    "value": types.CompletionItemKind.EnumMember,
    "name": types.CompletionItemKind.Reference,
}
_KNOWN = frozenset(code.name for code in CODES)


def range_of(span: Span) -> types.Range:
    """Return a range."""
    return types.Range(types.Position(*span.start), types.Position(*span.end))


def diagnostic(finding: Finding, text: Text, codes: str) -> types.Diagnostic:
    """Return a finding; `codes` is the address of the page about the codes, or ""."""
    href = f"{codes}#{finding.code.lower()}" if codes and finding.code in _KNOWN else ""
    return types.Diagnostic(
        range=range_of(text.positions.span(finding.range)),
        message=finding.message,
        severity=_severity(finding),
        code=finding.code,
        code_description=types.CodeDescription(href) if href else None,
        source=SOURCE,
    )


def _severity(finding: Finding) -> types.DiagnosticSeverity:
    """Return how an editor shows a finding.

    What the comparison of documents shows is information, because a workspace may contain several environments, and a
    cluster may have what no file contains. So is that a binding could not be checked.
    """
    is_certain = finding.severity == "error" or not finding.code.startswith((TREE, UNCHECKED))
    return _SEVERITIES[finding.severity] if is_certain else types.DiagnosticSeverity.Information


def too_long() -> types.Diagnostic:
    """Return what is said about a text that is not checked."""
    return types.Diagnostic(
        range=types.Range(types.Position(0, 0), types.Position(0, 1)),
        message=f"not checked: longer than {CHARACTERS_MAX} characters. Hint: run platformctl validate",
        severity=types.DiagnosticSeverity.Information,
        source=SOURCE,
    )


def items(found: Sequence[Completion], span: Span) -> Iterator[types.CompletionItem]:
    """Yield the completions, in their order."""
    for number, completion in enumerate(found):
        about = types.MarkupContent(types.MarkupKind.Markdown, completion.about) if completion.about else None
        yield types.CompletionItem(
            label=completion.label,
            kind=_KINDS[completion.kind],
            detail=completion.detail or None,
            documentation=about,
            sort_text=f"{number:04}",
            insert_text_mode=types.InsertTextMode.AsIs,
            text_edit=types.TextEdit(range_of(span), completion.text),
        )


def action(correction: Correction, uri: str, text: Text, kind: types.CodeActionKind, codes: str) -> types.CodeAction:
    """Return a correction as an edit of the smallest part of the text that changes."""
    span, new = text.positions.changed(correction.text)
    return types.CodeAction(
        title=correction.title,
        kind=kind,
        diagnostics=[diagnostic(finding, text, codes) for finding in correction.findings],
        is_preferred=kind == types.CodeActionKind.QuickFix,
        edit=types.WorkspaceEdit(changes={uri: [types.TextEdit(range_of(span), new)]}),
    )
