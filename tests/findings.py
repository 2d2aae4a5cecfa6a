"""Findings and checked resources as short as they can be."""

from function.base.manifest import Json
from function.base.problems import Severity
from function.check.check_file import CheckedResource
from function.check.finding import Finding
from function.check.resource import Resource
from function.yaml.node import Node, Range


def finding(severity: Severity, line: int = 1) -> Finding:
    """Return a finding in the first column of a line."""
    place = Range(line, 1, line, 2)
    return Finding(code="EP100", severity=severity, message="a: b", file="f", document=1, range=place)


def resource(kind: Json, *findings: Finding) -> CheckedResource:
    """Return a resource that is nothing but its kind, with these findings."""
    return CheckedResource(Resource("f", 1, Node(None, Range(1, 1, 1, 2)), {"kind": kind}), findings)
