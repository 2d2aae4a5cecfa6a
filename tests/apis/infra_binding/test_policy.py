"""What admission cannot judge: function and command line refuse it, all of it in one go."""

import pytest

from function.base.manifest import Json, Manifest
from function.render import check
from tests.bindings import PLATFORM, binding, composite, manifests, secret, topic, vault
from tests.documents import platform
from tests.support import assert_refused

CLEAR = "contains plaintext credentials. Hint: move them to a secret store and refer to them as secret://name/key"
BROKEN = "must be secret://<name in spec.secrets>/<key> and nothing else"


def refused(path: str, message: str, fields: Manifest, settings: Manifest = PLATFORM) -> None:
    assert_refused(composite(binding(**fields)), f"spec{path}: {message}", settings)


def properties(**values: Json) -> Json:
    return {"a": topic(properties=values)}


@pytest.mark.parametrize("text", ["secret://db/", "secret://Db/key", "x:secret://db/key", "secret://db/key?version=1"])
def test_a_broken_reference(text: str) -> None:
    refused(".streams.a.properties.p", BROKEN, {"streams": properties(p=text), "secrets": {"db": vault()}})


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("streams.a.brokers", {"streams": {"a": topic(brokers="${NAME}")}}),
        ("streams.a.properties.p", {"streams": {"a": topic(properties={"p": "a-${NAME}"})}}),
        ("description", {"description": "for ${NAME}"}),
    ],
)
def test_a_variable_without_a_value(path: str, fields: dict[str, Json]) -> None:
    hint = "set them in spec.variables, or use ${NAME:-default}"
    refused("", f"variables without a value: NAME (spec.{path}). Hint: {hint}", fields)


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        (".streams.a.properties.proxy", {"streams": {"a": topic(properties={"proxy": "user:CANARY@kafka:9092"})}}),
        (".streams.a.properties.sasl.password", {"streams": {"a": topic(properties={"sasl.password": "CANARY"})}}),
        (".streams.a.properties.jaas", {"streams": {"a": topic(properties={"jaas": 'x password="CANARY";'})}}),
        (".description", {"description": "log in with token=CANARY"}),
    ],
)
def test_credentials_in_clear(path: str, fields: dict[str, Json]) -> None:
    refused(path, CLEAR, fields)


@pytest.mark.parametrize(
    ("held", "keys"),
    [(vault(keys=["username", "password"]), "username, password"), (secret(key="user"), "user")],
)
def test_a_key_that_the_secret_does_not_have(held: Json, keys: str) -> None:
    message = f"secret 'db' has no key 'passwrod'. Hint: valid keys are {keys}"
    reference = properties(p="secret://db/passwrod")
    refused(".streams.a.properties.p", message, {"streams": reference, "secrets": {"db": held}})


@pytest.mark.parametrize("field", ["vault.address", "auth.role"])
def test_what_neither_the_secret_nor_the_platform_says(field: str) -> None:
    said = {"vault.address": {"role": "r"}, "auth.role": {"address": "https://vault"}}[field]
    message = f"required, because PlatformConfig.spec.vault does not set {field.partition('.')[2]}"
    refused(f".secrets.db.{field}", message, {"secrets": {"db": vault()}}, platform(vault=dict(said)))


def test_a_secret_that_would_be_overwritten() -> None:
    message = (
        "would overwrite the existing Secret 'kafka-reader', which spec.secrets.own uses. Hint: set another target_name"
    )
    secrets: Json = {
        "own": secret("kafka-reader"),
        "kafka_reader": vault(keys=["password"], target_name="kafka-reader"),
    }
    refused(".secrets.kafka_reader", message, {"secrets": secrets})


def test_a_secret_of_the_same_name_that_is_not_fetched_is_no_harm() -> None:
    assert manifests(binding(secrets={"own": secret("reader"), "kafka_reader": vault(target_name="reader")}))
    assert manifests(binding(secrets={"own": secret(), "again": secret()}))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (topic("a"), topic("a", partitions=3)),
        (topic("a.b"), topic("a-b")),
        (topic("a"), topic("a", brokers="main-kafka-bootstrap.kafka.svc:9092,other:9092")),
        (topic("a", brokers="broker:9092"), topic("a", brokers="main-kafka-bootstrap.kafka.svc:9093")),
        (topic("a", brokers="x-kafka-bootstrap.far.svc:1"), topic("a", brokers="x-kafka-bootstrap.far.svc:1")),
    ],
)
def test_two_names_for_one_topic_or_one_object(first: Json, second: Json) -> None:
    message = "spec.streams.first binds the same stream or has the same object name. Hint: bind each stream only once"
    refused(".streams.second", message, {"streams": {"first": first, "second": second}})


def test_the_same_topic_of_two_clusters_is_two_streams() -> None:
    near, far = topic("a"), topic("a", brokers="x-kafka-bootstrap.far.svc:1")
    assert list(manifests(binding(streams={"near": near, "far": far}))) == ["stream-near", "document"]


def test_a_document_that_no_cluster_holds() -> None:
    values: Json = {f"p{n}": "x" * 1000 for n in range(64)}
    streams: Manifest = {f"s{n}": topic(f"t{n}", properties=values) for n in range(6)}
    (problem,) = check(composite(binding(streams=streams)), PLATFORM)
    assert problem.path == "spec"
    assert problem.message.endswith("bytes in its Object, but etcd is limited to 1572864. Hint: split the binding")
    assert check(composite(binding(streams={name: streams[name] for name in list(streams)[1:]})), PLATFORM) == []


def test_a_required_label_that_is_missing() -> None:
    settings = platform(labels={"required": ["team"]})
    assert_refused(composite(binding()), "metadata.labels.team: required label missing", settings)
    assert check(composite(binding(), labels={"team": "checkout"}), settings) == []


def test_all_mistakes_are_told_in_one_go() -> None:
    streams: Json = {"a": topic(properties={"p": "secret://db/x", "q": "${B}"}), "b": topic("b"), "c": topic("b")}
    found = check(composite(binding(streams=streams, secrets={"db": vault(keys=["y"])})), {})
    assert sorted(problem.code for problem in found) == ["EP402", "EP411", "EP412", "EP412", "EP413"]


@pytest.mark.parametrize(("topics", "reported"), [(38, []), (39, ["EP435"]), (60, ["EP435"])])
def test_a_binding_of_40_objects_is_warned_about(topics: int, reported: list[str]) -> None:
    """The document is one of them."""
    streams: Json = {f"t{number}": topic(f"t{number}") for number in range(topics)}
    found = check(composite(binding(streams=streams)), PLATFORM)
    assert [(problem.code, problem.severity) for problem in found] == [(code, "warning") for code in reported]
