"""Versions that are too old, or are known not to work."""

import pytest

from function.doctor.versions import findings


def found(**versions: str) -> list[tuple[str, str, str]]:
    known = {name.replace("_", "-"): version for name, version in versions.items()}
    return [(finding.severity, finding.code, finding.about) for finding in findings(known)]


@pytest.mark.parametrize(
    "versions",
    [
        {},
        {"KEDA": "", "NATS": "", "Crossplane": "", "Kubernetes": ""},
        {"KEDA": "2.20.2", "NATS": "2.14.9-alpine", "Crossplane": "v2.4.0", "Kubernetes": "v1.35.4+k3s1"},
        {"provider_kubernetes": "v1.2.1", "Crossplane": "v2.4.1"},
        {"KEDA": "2.21.0", "NATS": "2.12.7"},
        {"KEDA": "2.20.2", "NATS": "2.12.6"},
        {"KEDA": "latest", "Crossplane": "main"},
    ],
)
def test_what_fits_or_is_unknown_is_no_finding(versions: dict[str, str]) -> None:
    assert found(**versions) == []


@pytest.mark.parametrize(
    ("name", "version"),
    [
        ("KEDA", "2.19.9"),
        ("Kubernetes", "v1.24.17"),
        ("Crossplane", "v1.20.11"),
        ("provider_kubernetes", "v1.1.0"),
    ],
)
def test_a_version_that_is_too_old_is_an_error(name: str, version: str) -> None:
    assert found(**{name: version}) == [("error", "EP703", f"{name.replace('_', '-')} {version}")]


@pytest.mark.parametrize(
    ("versions", "about"),
    [
        ({"KEDA": "2.20.0"}, "KEDA 2.20.0"),
        ({"KEDA": "v2.20.1"}, "KEDA v2.20.1"),
        ({"KEDA": "2.20.2", "NATS": "2.12.7-alpine"}, "KEDA 2.20.2 with NATS 2.12.7-alpine"),
        ({"Crossplane": "v2.3.1"}, "Crossplane v2.3.1"),
    ],
)
def test_a_known_problem_is_a_warning(versions: dict[str, str], about: str) -> None:
    assert found(**versions) == [("warning", "EP704", about)]


def test_crossplane_1_is_too_old_for_claims_too() -> None:
    (finding,) = findings({"Crossplane": "v1.20.1"})
    assert finding.message == (
        "is older than 2.0.0: it does not fetch the objects that the function requires, so nothing is created. "
        "Hint: upgrade it"
    )
