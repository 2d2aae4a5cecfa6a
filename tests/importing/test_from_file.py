"""Claims for the workloads that other files describe."""

import pytest
import yaml

from function.base.manifest import Json, Manifest, mapping_at
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
        ("depends_on", ["db"], "services.web.depends_on"),
        ("ports", ["1:2", "3:4"], "services.web.ports[1]"),
    ],
)
def test_what_does_not_fit_is_listed(field: str, value: Json, path: str) -> None:
    (message,) = messages({"image": "a:1", field: value})
    assert message.startswith(f"EP801 {path}: does not fit into a claim. Hint: ")


def test_what_the_api_rejects_is_listed_without_values() -> None:
    service: Manifest = {"image": "a:1", "user": "0", "environment": {"DB": "postgres://app:CANARY@db/x"}}
    found = messages(service)
    assert [message.partition(": does not fit into a claim: ")[0] for message in found] == [
        "EP801 services.web.environment.DB",
        "EP801 services.web.user",
    ]
    assert "CANARY" not in "".join(found)


@pytest.mark.parametrize(
    ("service", "kept", "place", "reason"),
    [
        ({"command": ["a", "--token=CANARY", "b"]}, {"args": ["a", "b"]}, "command[1]", "contains"),
        ({"command": "a --token=CANARY b"}, {"args": ["a", "b"]}, "command", "spec.args[1]: contains"),
        ({"entrypoint": ["a", "-H", "x:CANARY@h:1"]}, {"command": ["a", "-H"]}, "entrypoint[2]", "contains"),
        (
            {"environment": ["A=1", "TOKEN=CANARY"]},
            {"env": [{"name": "A", "value": "1"}]},
            "environment[1]",
            "contains",
        ),
        ({"environment": {"1 A": "x", "B": "z"}}, {"env": [{"name": "B", "value": "z"}]}, "environment.1 A", "must be"),
    ],
)
def test_only_what_is_rejected_is_left_out_and_it_is_named(
    service: Manifest, kept: Manifest, place: str, reason: str
) -> None:
    (found,) = results({"web": {"image": "a:1", **service}})
    assert found.claim is not None
    spec = mapping_at(found.claim, "spec")
    assert {key: spec[key] for key in ("args", "command", "env") if key in spec} == kept
    (finding,) = found.findings
    assert finding.message.startswith(f"services.web.{place}: does not fit into a claim: {reason}")
    assert "CANARY" not in finding.message


def test_variables_have_the_values_of_the_environment() -> None:
    (found,) = results({"web": {"image": "a:${TAG}"}}, WANTED._replace(variables={"TAG": "7"}))
    assert found.claim is not None
    assert mapping_at(found.claim, "spec")["image"] == "a:7"


def test_an_image_without_its_variable_is_no_claim_and_the_variable_is_named() -> None:
    (found,) = results({"web": {"image": "a:${TAG}"}})
    assert found.claim is None
    (message,) = messages({"image": "a:${TAG}"})
    assert message.startswith("EP801 services.web.image: does not fit into a claim: no value for TAG. Hint: set TAG ")


def test_a_name_that_no_claim_can_have_is_an_error() -> None:
    (found,) = results({"My_Web": {"image": "a:1"}})
    assert [finding.severity for finding in found.findings] == ["error"]
    assert "the claim is not valid: metadata.name: " in found.findings[0].message
    assert found.findings[0].message.endswith("Hint: for a single workload, use --name NAME")
    assert found.errors


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
