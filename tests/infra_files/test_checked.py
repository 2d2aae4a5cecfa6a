"""A file is judged as its claim is, with the places and paths of the file."""

import pytest
from hypothesis import assume, given, settings

from function.apis.infra_binding.model.binding import InfraBinding
from function.base.manifest import Manifest
from function.base.problems import errors
from function.check.finding import Finding
from function.check.platform import Platform
from function.infra_files.checked import CheckedBinding, checked
from function.infra_files.claim import Target, claim
from function.render import check
from function.yaml.dump import dump
from tests.documents import platform
from tests.infra_files.files import BASE, CHILD, FILES, WHOLE, loaded
from tests.property.models import DETERMINISTIC, documents

UNKNOWN = Platform(None, "platform.bizmatters.io")
TARGET = Target("platform.bizmatters.io", "payments")


def judged(
    files: dict[str, str], settings: Platform = UNKNOWN, target: Target = TARGET, **values: str
) -> CheckedBinding:
    return checked(loaded(files, "development.infra", **values), target, settings)


def found(text: str, **values: str) -> list[Finding]:
    binding = loaded({**FILES, "development.infra": text}, "development.infra", **values)
    return checked(binding, TARGET, UNKNOWN).file.findings


def test_a_valid_binding_has_a_claim_and_no_finding() -> None:
    one = judged(FILES)
    assert one.file.findings == []
    assert one.claim == claim(WHOLE, TARGET)
    assert [checked.kind for checked in one.file.resources] == ["InfraBinding"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "topic: dev.auth.events",
            "topc: x",
            "6:5: EP102 streams.auth_events.topc: unknown field; did you mean 'topic'?",
        ),
        ("topic: dev.auth.events", "", "5:3: EP101 streams.auth_events.topic: required field missing"),
        (
            "development",
            "Development",
            "2:14: EP106 environment: must be lowercase letters, digits, '-' and '_', start",
        ),
        ("environment: development", "environment: null", "1:1: EP101 environment: required field missing"),
        (
            "${KAFKA_BROKERS:-broker:9092}",
            "u:hunter2@h:1",
            "7:14: EP403 streams.auth_events.brokers: contains plaint",
        ),
        (
            "${KAFKA_BROKERS:-broker:9092}",
            "secret://a/b",
            "7:14: EP106 streams.auth_events.brokers: must be host:port, or sev",
        ),
        ("streams:", "secrets: 3\nstreams:", "4:10: EP103 secrets: must be an object; got 3"),
        ('version: "1.0"', "version: 1.0", "1:10: EP103 version: must be a string; got 1. Hint: put the value in quot"),
    ],
)
def test_a_mistake_is_found_at_its_place(old: str, new: str, message: str) -> None:
    lines = [str(finding) for finding in found(CHILD.replace(old, new))]
    assert any(line.startswith(f"development.infra:{message}") for line in lines), lines


def test_a_mistake_in_an_inherited_value_is_found_in_the_file_that_has_it() -> None:
    one = judged({**FILES, "base.infra": BASE.replace("SASL_SSL", "[a]")})
    assert [str(finding).partition(" ")[0] for finding in one.file.findings] == ["base.infra:9:26:"]


def test_credentials_are_looked_for_after_resolution_and_never_shown() -> None:
    findings = found(CHILD, KAFKA_BROKERS="user:hunter2@broker:9092")
    assert [finding.code for finding in findings] == ["EP403", "EP106"]
    assert "hunter2" not in str([finding.as_json() for finding in findings])


@pytest.mark.parametrize("value", ["hunter2", "0", "true", "1.5"])
def test_a_value_from_a_variable_is_not_shown(value: str) -> None:
    (finding,) = found(CHILD, PARTITIONS=value)
    assert "got the value of ${PARTITIONS}" in finding.message
    assert finding.value is None
    assert value not in finding.message.replace("at least 1", "")


def test_all_else_is_checked_while_variables_have_no_value() -> None:
    one = judged({**FILES, "development.infra": CHILD.replace(":-4", "").replace("topic:", "topc:")})
    assert [(finding.code, finding.range.line) for finding in one.file.findings] == [
        ("EP101", 5),
        ("EP102", 6),
        ("EP402", 8),
    ]
    assert one.file.failed


@pytest.mark.parametrize(("name", "codes"), [(None, []), ("payments", ["EP221"]), ("Payments", ["EP210", "EP221"])])
def test_metadata_is_checked_once_it_is_known(name: str | None, codes: list[str]) -> None:
    settings = Platform(platform(labels={"required": ["team"]}), "platform.bizmatters.io")
    one = judged(FILES, settings, TARGET._replace(name=name))
    assert sorted(finding.code for finding in one.file.findings) == codes


def test_the_platform_decides_what_is_allowed() -> None:
    settings = Platform(
        platform(policy={"streams": {"prefixes": {"payments": ["prod."], "other": ["dev."]}}}), TARGET.group
    )
    assert [finding.path for finding in judged(FILES, settings).file.findings] == ["streams.auth_events.partitions"]


def test_an_unknown_field_of_a_deployment_is_an_error() -> None:
    text = "version: '1.0'\nenvironment: dev\ndeployment:\n  type: yarn\n  containr: {}\n"
    (finding,) = checked(loaded({"a.infra": text}, "a.infra"), TARGET, UNKNOWN).file.findings
    assert (finding.code, finding.range.line, finding.severity) == ("EP102", 5, "error")


@pytest.mark.parametrize(("name", "severity"), [(None, "warning"), ("payments", "error")])
def test_a_local_address_is_for_local_use_and_not_for_a_claim(name: str | None, severity: str) -> None:
    local = judged(FILES, target=TARGET._replace(name=name), KAFKA_BROKERS="localhost:9092")
    (finding,) = local.file.findings
    assert str(finding).startswith(
        "development.infra:7:14: EP225 streams.auth_events.brokers: must not name the machine"
    )
    assert finding.severity == severity


@settings(DETERMINISTIC, max_examples=60)
@given(documents(InfraBinding))
def test_a_file_has_the_verdict_of_its_claim(spec: Manifest) -> None:
    text = dump([spec])
    assume("${" not in text and "resources" not in spec)
    of_file = checked(loaded({"a.infra": text}, "a.infra"), TARGET, UNKNOWN).file
    of_claim = check(claim(spec, TARGET), None)
    assert {(finding.code, f"spec.{finding.path}") for finding in of_file.findings} == {
        (problem.code, problem.path) for problem in of_claim if not problem.path.startswith("metadata")
    }
    assert of_file.failed == any(problem.code != "EP225" for problem in errors(of_claim))
