"""What differs is said with its place, and nothing else is."""

import pytest

from tests.suites.running import case, findings, messages


@pytest.mark.parametrize(
    ("expect", "message"),
    [
        ("{rejected: true}", "the claim: expected rejected; got accepted"),
        ("{count: 3}", "all objects: expected 3; got 4"),
        ("{conditions: [{type: Ready}]}", "no condition Ready; got Validated, DependenciesReady, WorkloadAvailable, "),
        (
            "{conditions: [{type: Operational, status: 'True'}]}",
            'condition Operational: status: expected "True"; got "False"',
        ),
        ("{conditions: [{type: Validated, reason: A}]}", 'condition Validated: reason: expected "A"; got "Valid"'),
        ("{findings: [{code: EP104}]}", "no finding EP104; got none"),
        ("{findings: [{code: EP104, path: spec.size}]}", "no finding EP104 spec.size; got none"),
        ("{status: {phase: Runing}}", 'status: phase: expected "Runing"; got "Pending"'),
        ("{status: {scaling.stat: a}}", "status: has no scaling.stat"),
    ],
)
def test_a_difference_fails_the_case(expect: str, message: str) -> None:
    (found,) = messages(case(expect))
    assert found.startswith(message)


@pytest.mark.parametrize(
    "expect",
    [
        "{}",
        "{count: 4, findings: [], rejected: false}",
        "{conditions: [{type: Validated, status: 'True', reason: Valid}]}",
        "{status: {phase: Pending}}",
    ],
)
def test_what_is_so_passes(expect: str) -> None:
    assert messages(case(expect)) == []


def test_a_claim_that_is_rejected_fails_only_for_that() -> None:
    expect = "{count: 4, objects: [{kind: Deployment}], conditions: [{type: Validated, status: 'True'}]}"
    (message,) = messages(case(expect, "{set: {spec.size: huge}}"))
    assert message.startswith("the claim: expected accepted; got rejected: spec.size: must be one of [")


def test_a_rejection_is_expected_with_its_findings_and_conditions() -> None:
    expect = (
        "{rejected: true, count: 0, objects: [{kind: Deployment, count: 0}],"
        " conditions: [{type: Validated, status: 'False'}], findings: [{code: EP104, path: spec.size}]}"
    )
    assert messages(case(expect, "{set: {spec.size: huge}}")) == []


def test_a_finding_that_no_entry_expects_fails_too() -> None:
    given = "{set: {spec.size: huge, spec.nats.strem: A}}"
    found = messages(case("{rejected: true, findings: [{code: EP104}]}", given))
    assert [message.partition(":")[0] for message in found] == ["a finding that is not expected"]
    assert "EP102 spec.nats.strem: unknown field; did you mean 'stream'?" in found[0]
    assert messages(case("{rejected: true, findings: [{code: EP102}, {code: EP104}]}", given)) == []


def test_a_failure_has_its_place_and_both_values() -> None:
    (finding,) = findings(case("{count: 3}"))
    assert (finding.range.line, finding.code, finding.path) == (14, "EP610", "cases[0].expect.count")
    assert (finding.expected, finding.value, finding.kind, finding.name) == ("3", "4", "case", "it")
