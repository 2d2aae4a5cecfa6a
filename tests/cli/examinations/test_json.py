"""An examination for programs."""

import json as parser

from function.cli.examinations.json import json
from function.doctor.report import Component, Finding, Report

ERROR = Finding(code="EP701", about="Providers", message="none")


def test_all_keys_are_always_there() -> None:
    assert parser.loads(json(Report(components=(), findings=()))) == {
        "version": 1,
        "summary": {"errors": 0, "warnings": 0},
        "components": [],
        "findings": [],
        "unread": [],
    }


def test_findings_lead_to_the_reference() -> None:
    part = Component(name="KEDA", version="2.20.0")
    found = parser.loads(json(Report(components=(part,), findings=(ERROR,), unread=("x",))))
    assert found["components"] == [{"name": "KEDA", "version": "2.20.0", "state": ""}]
    assert found["findings"] == [
        {
            "code": "EP701",
            "severity": "error",
            "about": "Providers",
            "message": "none",
            "docs": "docs/reference/codes.md#ep701",
        }
    ]
    assert found["summary"] == {"errors": 1, "warnings": 0}
