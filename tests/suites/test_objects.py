"""Objects are selected, and compared at paths."""

from pathlib import Path

import pytest

from tests.suites.running import case, messages


def objects(entry: str, given: str = "{}") -> list[str]:
    return messages(case(f"{{objects: [{entry}]}}", given))


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (
            "{kind: Pod}",
            "no object Pod; got ServiceAccount billing, Deployment billing, Service billing, ",
        ),
        ("{kind: Deployment, name: orders}", "no object Deployment orders; got ServiceAccount billing, "),
        ("{kind: Deployment, namespace: shop}", "no object Deployment; got "),
        ("{kind: Deployment, apiVersion: apps/v2}", "no object Deployment; got "),
        ("{kind: Deployment, count: 0}", "objects Deployment: expected 0; got 1"),
        ("{kind: Pod, count: 1}", "objects Pod: expected 1; got 0"),
        ("{kind: Deployment, fields: {spec.replicas: 1}}", "Deployment billing: has no spec.replicas. Hint: list"),
        (
            "{kind: Deployment, fields: {spec.template.spec.containers[other].image: a}}",
            "Deployment billing: has no spec.template.spec.containers[other].image",
        ),
        (
            '{kind: Deployment, fields: {"spec.template.spec.containers[0].image": a}}',
            'Deployment billing: spec.template.spec.containers[main].image: expected "a"; got "ghcr.io/acme/',
        ),
        (
            "{kind: Service, fields: {metadata.labels[app.kubernetes.io/version]: v2}}",
            'Service billing: metadata.labels[app.kubernetes.io/version]: expected "v2"; got "v1"',
        ),
        ("{kind: Service, fields: {spec..a: 1}}", "is no path of a value. Hint: write spec.replicas, or [KEY]"),
        (
            "{kind: Service, fields: {spec.type: null}}",
            "Service billing: spec.type has no expected value. Hint: --update writes it",
        ),
        ("{kind: Service, absent: [spec.type]}", 'Service billing: spec.type: expected nothing; got "ClusterIP"'),
        ("{kind: Service, fields: {spec.ports: []}}", "Service billing: spec.ports: expected []; got [{"),
    ],
)
def test_a_difference_is_said_with_its_object_and_path(entry: str, message: str) -> None:
    (found,) = objects(quoted(entry))
    assert found.startswith(message), found


def quoted(entry: str) -> str:
    """Return an entry with a plain key that has brackets in quotes, as flow style requires."""
    for key in ("spec.template.spec.containers[other].image", "metadata.labels[app.kubernetes.io/version]"):
        entry = entry.replace(f"{{{key}:", f'{{"{key}":')
    return entry


@pytest.mark.parametrize(
    "entry",
    [
        "{kind: Deployment}",
        "{kind: Deployment, name: billing, namespace: pay, apiVersion: apps/v1, count: 1}",
        "{kind: Pod, count: 0}",
        "{kind: Service, fields: {spec.ports: [{port: 8080}], spec: {type: ClusterIP}}}",
        "{kind: Deployment, absent: [spec.replicas, spec.template.spec.hostNetwork]}",
    ],
)
def test_what_is_so_passes(entry: str) -> None:
    assert objects(entry) == []


STAGING = Path(__file__).parents[2] / "examples" / "infrabinding" / "staging"
GIVEN = f"{{claim: {STAGING}/claim.yaml, platformConfig: {STAGING}/platform.yaml}}"


def test_several_objects_need_a_name_or_a_number() -> None:
    assert objects("{kind: ExternalSecret}", GIVEN) == [
        "3 objects ExternalSecret. Hint: select one with name, or set count"
    ]
    assert objects("{kind: ExternalSecret, count: 3}", GIVEN) == []


def test_each_of_several_objects_has_the_fields() -> None:
    found = objects("{kind: ExternalSecret, count: 3, fields: {spec.refreshInterval: 9s}}", GIVEN)
    assert [message.split()[0] for message in found] == ["ExternalSecret"] * 3
