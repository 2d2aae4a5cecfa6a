import pytest

from function.apis.infra_binding.preflight.job import Preflight, preflight
from function.apis.infra_binding.preflight.plan import plan
from function.apis.infra_binding.secrets import bind
from function.base.manifest import Json, Manifest, mapping_at
from function.base.meta import Meta
from function.base.preflight import targets
from function.base.preflight_target import Endpoint, SecretKey
from tests.bindings import PAYMENTS, config, model, resolved, secret, topic
from tests.support import look

CHECKS: Json = {"checks": ["connectivity"]}
IMAGE = "ghcr.io/example/function:1"
META = Meta("payments", "shop", {"app.kubernetes.io/name": "payments", "team": "cards"})


def made(
    meta: Meta = META, document: str = "a", image: str | None = IMAGE, checks: Json = CHECKS, **fields: Json
) -> Preflight:
    spec = model(**{"streams": {"a": topic(brokers="k1:1,k2:2")}, **fields}, preflight=checks)
    settings = config(preflight={"image": image} if image else {})
    secrets = bind(spec.secrets, spec.secret_refs, PAYMENTS)
    found = preflight(plan(spec, secrets), meta, settings, {"binding.yaml": document})
    assert found is not None
    return found


def manifest(found: Preflight) -> Manifest:
    assert found.job is not None
    return found.job.manifest


def test_a_binding_without_the_field_has_none() -> None:
    assert preflight(None, META, config(), {}) is None
    assert resolved(streams={"a": topic()}).preflight is None


def test_the_platforms_image_is_told_what_to_reach() -> None:
    container = look(manifest(made()), "spec.template.spec.containers.0")
    assert look(container, "image") == IMAGE
    assert look(container, "args.0") == "preflight"
    text = look(container, "args.1")
    assert isinstance(text, str)
    assert targets(text) == [Endpoint("k1", 1), Endpoint("k2", 2)]


def test_network_policies_can_select_its_pods() -> None:
    assert look(manifest(made()), "spec.template.metadata.labels") == {
        "app.kubernetes.io/name": "payments",
        "app.kubernetes.io/component": "preflight",
        "team": "cards",
    }


def test_the_same_document_has_the_same_job() -> None:
    assert made() == made()


@pytest.mark.parametrize(
    "other",
    [
        made(document="b"),
        made(image="ghcr.io/example/function:2"),
        made(meta=Meta("payments", "other", META.labels)),
        made(meta=Meta("other", "shop", META.labels)),
        made(meta=Meta("payments", "shop", {"team": "fraud"})),
        made(streams={"a": topic(brokers="k1:1")}),
    ],
)
def test_nothing_in_a_job_ever_changes_because_it_is_another_job(other: Preflight) -> None:
    first = made()
    assert first.job is not None
    assert other.job is not None
    assert first.job.key != other.job.key
    assert first.job_name != other.job_name


def test_its_name_is_a_label_of_its_pods() -> None:
    name = made(meta=Meta("a" * 50, "shop", META.labels)).job_name
    assert len(name) == 63
    assert name.startswith("a" * 40)
    assert made().job_name.startswith("payments-preflight-")


@pytest.mark.parametrize(
    "found", [made(image=None), made(streams={"a": {"type": "kinesis", "stream": "s", "region": "us-east-1"}})]
)
def test_without_an_image_or_a_server_there_is_none(found: Preflight) -> None:
    assert found.job is None
    assert found.job_name == ""


def test_it_is_an_object_of_the_binding_without_an_owner_because_no_other_binding_has_its_name() -> None:
    found = resolved(streams={"a": topic()}, preflight=CHECKS).preflight
    assert found is not None
    assert found.job is not None
    assert (found.job.owner, found.job.object_id[2]) == ("", PAYMENTS.namespace)


PROPERTIES: Json = {
    "security.protocol": "SASL_PLAINTEXT",
    "sasl.mechanism": "PLAIN",
    "sasl.username": "secret://reader/username",
    "sasl.password": "secret://reader/password",
}


def test_it_gets_the_keys_that_its_questions_need_as_files_and_nothing_else() -> None:
    streams: Json = {name: topic(name, properties=PROPERTIES) for name in ("a", "b")}
    secrets: Json = {"reader": secret("kafka-reader"), "other": secret("other")}
    found = manifest(made(checks={"checks": ["permissions"]}, streams=streams, secrets=secrets))
    items = [{"key": name, "path": SecretKey("kafka-reader", name).file} for name in ("password", "username")]
    source = {"secret": {"name": "kafka-reader", "items": items, "optional": True}}
    assert look(found, "spec.template.spec.volumes.0.projected.sources") == [source]
    assert look(found, "spec.template.spec.containers.0.volumeMounts") == [
        {"name": "files", "mountPath": "/var/run/preflight", "readOnly": True}
    ]


def test_without_such_questions_it_gets_none() -> None:
    secrets: Json = {"reader": secret("kafka-reader")}
    found = manifest(made(streams={"a": topic(properties=PROPERTIES)}, secrets=secrets))
    assert "volumes" not in mapping_at(found, "spec", "template", "spec")
