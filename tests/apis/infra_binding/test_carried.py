"""Sections that nothing is created for: found by what they are, and only if they hold something."""

import pytest

from function.apis.infra_binding.carried import DECIDES, NOT_SUPPORTED, Carried, carried, unknown_fields
from function.base.manifest import Json, Manifest, at
from function.base.model import Spec
from tests.apis.infra_binding.test_document import files
from tests.bindings import binding, composite, model, secret, topic
from tests.support import outcome


@pytest.mark.parametrize("fields", [{}, {"deployment": {}}, {"streams": {"a": topic()}}, {"secrets": {"a": secret()}}])
def test_what_is_empty_or_has_entries_of_its_own_is_not_carried(fields: Manifest) -> None:
    assert list(carried(model(**fields))) == []


class TwoSections(Spec):
    """A binding with two carried sections, and one field that is not carried."""

    yarn: Carried = {}
    own: dict[str, str] = {}
    deployment: Carried = {}


def test_sections_come_in_the_order_of_the_fields() -> None:
    found = carried(TwoSections(deployment={"a": 1}, own={"c": "d"}, yarn={"b": [2]}))
    assert list(found) == [("yarn", {"b": [2]}), ("deployment", {"a": 1})]


def test_the_document_has_them_whole_and_says_why_nothing_is_created() -> None:
    content: Json = {"type": "yarn", "container": {"count": 3, "labels": {"team": "a"}}, "ha": [{"name": "x"}]}
    found = files(deployment=content)
    assert found["binding.yaml"]["deployment"] == content
    assert found["unmanaged.yaml"] == {
        "deployment.container": NOT_SUPPORTED,
        "deployment.ha": NOT_SUPPORTED,
        "deployment.type": DECIDES,
    }
    assert "deployment.yaml" not in found


def test_a_reference_in_them_is_one_to_the_secret_and_its_key() -> None:
    found = files(deployment={"cluster": {"uris": ["secret://db/uri"]}}, secrets={"db": secret("mongo")})
    reference = {"secretKeyRef": {"name": "mongo", "key": "uri"}}
    assert at(found["binding.yaml"], "deployment", "cluster") == {"uris": [reference]}


@pytest.mark.parametrize(
    ("content", "path", "code"),
    [
        ({"cluster": {"uri": "mongodb://root:hunter2@db"}}, "spec.deployment.cluster.uri", "EP403"),
        ({"cluster": {"password": "hunter2"}}, "spec.deployment.cluster.password", "EP403"),
        ({"cluster": [{"token": "hunter2"}]}, "spec.deployment.cluster[0].token", "EP403"),
        ({"cluster": {"uri": "${MONGO_URI}"}}, "spec", "EP402"),
        ({"cluster": {"uri": "secret://nobody/uri"}}, "spec.deployment.cluster.uri", "EP410"),
        ({"cluster": {"uri": "secret://db/"}}, "spec.deployment.cluster.uri", "EP401"),
        ({"cluster": {"uri": "secret://own/other"}}, "spec.deployment.cluster.uri", "EP411"),
    ],
)
def test_secrets_are_looked_for_in_them_too(content: Json, path: str, code: str) -> None:
    own = {"own": secret(key="uri"), "db": secret()}
    answer = outcome(composite(binding(deployment=content, secrets=own)))
    assert [(problem.path, problem.code) for problem in answer.problems] == [(path, code)]
    assert "hunter2" not in str(answer)


@pytest.mark.parametrize(
    ("section", "content", "found"),
    [
        ("deployment", {"namspace": "a", "typ": "yarn"}, [("namspace", "namespace"), ("typ", "type")]),
        ("deployment", {"kubernetes_version": 1}, [("kubernetes_version", None)]),
    ],
)
def test_a_field_that_l5_does_not_have_is_found(
    section: str, content: Manifest, found: list[tuple[str, str | None]]
) -> None:
    assert list(unknown_fields(section, content)) == found


@pytest.mark.parametrize(
    ("section", "content"),
    [
        ("deployment", {"type": "yarn", "queue": "a", "application_master": {}, "container": {}}),
        ("resources", {"_defaults": {}}),
    ],
)
def test_the_fields_and_names_of_l5_are_not_unknown(section: str, content: Manifest) -> None:
    assert list(unknown_fields(section, content)) == []


@pytest.mark.parametrize(
    ("content", "message", "severity"),
    [
        ({"containr": {}}, "spec.deployment.containr: unknown field; did you mean 'container'?", "error"),
        ({"cost": {}}, "spec.deployment.cost: unknown field; the document contains it as it is", "warning"),
    ],
)
def test_a_mistyped_field_is_an_error_and_another_one_a_warning(content: Json, message: str, severity: str) -> None:
    (problem,) = outcome(composite(binding(deployment=content))).problems
    assert (str(problem), problem.code, problem.severity) == (message, "EP102", severity)


def test_an_unknown_field_is_in_the_document() -> None:
    assert files(deployment={"cost": {"a": [1]}})["binding.yaml"]["deployment"] == {"cost": {"a": [1]}}
