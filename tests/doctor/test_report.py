from function.doctor.report import Finding, Report


def test_findings_are_counted_by_severity() -> None:
    findings = (
        Finding(code="EP701", about="a", message="b"),
        Finding(code="EP704", about="a", message="b", severity="warning"),
        Finding(code="EP702", about="a", message="b"),
    )
    report = Report(components=(), findings=findings)
    assert (report.count("error"), report.count("warning")) == (2, 1)
