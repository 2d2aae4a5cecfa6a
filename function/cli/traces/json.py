"""A trace for programs. Keys are only ever added."""

from collections.abc import Sequence

from function.base.manifest import Manifest
from function.cli.document import document
from function.trace.cause import Cause
from function.trace.node import Node
from function.trace.trace import Trace

VERSION = 1


def json(trace: Trace, refused: Sequence[str]) -> str:
    """Return the document; `refused` is what could not be read."""
    claim = trace.tree
    return document(
        {
            "version": VERSION,
            "kind": claim.kind,
            "namespace": claim.namespace,
            "name": claim.name,
            "operational": trace.cause is None,
            "phase": trace.phase,
            "message": trace.message,
            "cause": _cause(trace.cause) if trace.cause else None,
            "conditions": [dict(vars(condition)) for condition in trace.conditions],
            "tree": _node(claim),
            "bindings": [dict(vars(binding)) for binding in trace.bindings],
            "warnings": list(trace.warnings),
            "events": list(trace.events),
            "unread": list(refused),
        }
    )


def _cause(cause: Cause) -> Manifest:
    return {
        "reason": cause.reason,
        "message": cause.message,
        "condition": cause.condition,
        "status": cause.status,
        "since": cause.since,
        "audience": cause.audience,
        "steps": list(cause.steps),
    }


def _node(node: Node) -> Manifest:
    return {
        "kind": node.kind,
        "namespace": node.namespace,
        "name": node.name,
        "key": node.key,
        "health": node.state.health,
        "state": node.state.text,
        "children": [_node(child) for child in node.children],
    }
