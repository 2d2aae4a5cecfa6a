"""Claims for the workloads that other files describe."""

import pytest
import yaml

from function.base.manifest import Json, Manifest
from function.check.load import load_content
from function.importing.from_file import from_file, is_described
from function.importing.imported import Imported, Wanted
from tests.importing.objects import BUILT_IN, WANTED


def results(services: Json, wanted: Wanted = WANTED) -> list[Imported]:
    (resource,) = load_content(
        "compose.yaml", yaml.safe_dump({"services": services}, sort_keys=False).encode()
    ).resources
    return list(from_file(resource, wanted, BUILT_IN, "claims"))


def messages(service: Json, wanted: Wanted = WANTED) -> list[str]:
    (found,) = results({"web": service}, wanted)
    return [f"{finding.code} {finding.message}" for finding in found.findings]


def test_each_service_becomes_a_claim() -> None:
    names: Json = {"NATS_STREAM_NAME": "A", "NATS_CONSUMER_GROUP": "b", "LOG": "x"}
    first, second = results({"web": {"image": "a:1"}, "api": {"image": "b:1", "environment": names}})
    assert first.findings == second.findings == ()
    assert first.claim is not None
    assert second.claim is not None
    assert first.claim["metadata"] == {"name": "web", "namespace": "default"}
    spec = second.claim["spec"]
    assert isinstance(spec, dict)
    assert (spec["nats"], spec["env"]) == ({"stream": "A", "consumer": "b"}, [{"name": "LOG", "value": "x"}])
    assert "scaling" not in spec


def test_a_number_of_replicas_stays_fixed() -> None:
    (found,) = results({"web": {"image": "a:1", "scale": 3}}, WANTED._replace(namespace="shop"))
    assert found.claim is not None
    spec = found.claim["spec"]
    assert isinstance(spec, dict)
    assert spec["scaling"] == {"enabled": False, "minReplicas": 3}
    assert found.claim["metadata"] == {"name": "web", "namespace": "shop"}


def test_what_a_claim_needs_must_be_there() -> None:
    assert messages({"build": "."}, Wanted()) == [
        "EP101 services.web: no image. Hint: build and push one, and name it in image",
        "EP101 services.web: no object names the stream. Hint: use --stream NAME",
        "EP101 services.web: no object names the consumer. Hint: use --consumer NAME",
    ]


@pytest.mark.parametrize(
    ("field", "value", "path"),
    [
        ("volumes", ["a:/b"], "services.web.volumes"),
        ("environment", {"A": "${B}"}, "services.web.environment.A"),
        ("ports", ["1:2", "3:4"], "services.web.ports[1]"),
    ],
)
def test_what_does_not_fit_is_listed(field: str, value: Json, path: str) -> None:
    (message,) = messages({"image": "a:1", field: value})
    assert message.startswith(f"EP801 {path}: does not fit into a claim. Hint: ")


def test_what_the_api_rejects_is_listed_without_values() -> None:
    service: Manifest = {"image": "a:1", "user": "0", "environment": {"DB": "postgres://app:CANARY@db/x"}}
    found = messages(service)
    assert len(found) == 2
    assert all(message.startswith("EP801 services.web: does not fit into a claim: spec.") for message in found)
    assert "CANARY" not in "".join(found)


def test_a_name_that_no_claim_can_have_is_an_error() -> None:
    (found,) = results({"My_Web": {"image": "a:1"}})
    assert [finding.severity for finding in found.findings] == ["error"]
    assert "the claim is not valid: metadata.name: " in found.findings[0].message


SCORE: Manifest = {
    "apiVersion": "score.dev/v1b1",
    "metadata": {"name": "web"},
    "containers": {"app": {"image": "a:1", "variables": {"LOG": "x", "DB": "${resources.db.host}"}}},
}


def test_a_score_file_becomes_a_claim() -> None:
    (resource,) = load_content("score.yaml", yaml.safe_dump(SCORE, sort_keys=False).encode()).resources
    (found,) = from_file(resource, WANTED, BUILT_IN, "claims")
    assert found.claim is not None
    assert found.claim["metadata"] == {"name": "web", "namespace": "default"}
    (finding,) = found.findings
    assert finding.message.startswith("containers.app.variables.DB: does not fit into a claim. Hint: map a key")


@pytest.mark.parametrize("document", [None, {}, {"kind": "Deployment", "apiVersion": "apps/v1"}, [], "x"])
def test_other_documents_are_not_of_another_tool(document: Json) -> None:
    assert not is_described(document)
    assert is_described(SCORE)
    assert is_described({"services": {"web": {}}})
