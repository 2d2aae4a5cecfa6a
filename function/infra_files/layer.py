"""One `.infra` file as it is written, before it is merged with the file that it extends."""

from typing import NamedTuple

from function.base.problems import Problem, describe
from function.check.check_file import HARMLESS
from function.check.finding import Finding
from function.check.load import load_content
from function.check.resource import Resource
from function.infra_files.dialect import block_file, is_block_file
from function.yaml.node import Node, Range, in_file

EXTENDS = "extends"
_NOTHING = Node({}, Range(1, 1, 1, 2))


class Layer(NamedTuple):
    """The content of a file, or None if it cannot be used, and the findings that say why."""

    file: str
    node: Node | None
    parent: str | None
    """The file that this one extends, as it is written."""
    findings: tuple[Finding, ...]


def layer(file: str, content: bytes) -> Layer:
    """Return the content of a file that findings call `file`; its ranges name the file."""
    if is_block_file(content):
        return Layer(file, None, None, (Resource(file, 1, _NOTHING, {}).finding(block_file()),))
    loaded = load_content(file, content)
    if any(finding.code not in HARMLESS for finding in loaded.findings):
        return Layer(file, None, None, tuple(loaded.findings))
    found = loaded.resources
    whole = found[0] if len(found) == 1 else Resource(file, 1, _NOTHING, {})
    problem = _unusable(whole.node, len(found)) or _extends(whole.node)
    findings = [*loaded.findings, *([whole.finding(problem)] if problem else [])]
    parent = _parent(whole.node)
    return Layer(
        file,
        None if problem else in_file(whole.node, file),
        parent if isinstance(parent, str) else None,
        tuple(findings),
    )


def _unusable(root: Node, documents: int) -> Problem | None:
    if documents != 1:
        message = describe("must contain exactly one document", got=str(documents))
        return Problem(path="", message=message, code="EP420")
    if not isinstance(root.content, dict):
        return Problem(path="", message="must be an object with the sections of a binding", code="EP420")
    if "apiVersion" in root.content and "kind" in root.content:
        message = describe(
            "this is a Kubernetes manifest, not an .infra file", hint="use platformctl validate, plan, or bindings docs"
        )
        return Problem(path="kind", message=message, code="EP420")
    return None


def _extends(root: Node) -> Problem | None:
    parent = _parent(root)
    if parent is None or (isinstance(parent, str) and parent and parent.isprintable()):
        return None
    return Problem(path=EXTENDS, message="must be the path of one .infra file", code="EP421")


def _parent(root: Node) -> object:
    entry = root.content.get(EXTENDS) if isinstance(root.content, dict) else None
    return entry.node.content if entry else None
