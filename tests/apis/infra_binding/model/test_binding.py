import pytest

from function.apis.infra_binding.deployment import targets
from function.apis.infra_binding.model.binding import InfraBinding
from function.apis.infra_binding.model.uses import Uses
from function.apis.infra_binding.sections import SECTIONS, secret_stores, streams
from function.base.alternatives import Alternative, fields, members
from function.base.manifest import Json, Manifest
from function.base.shape import shape
from tests.bindings import PLATFORM, binding, completion, composite, manifests, model, secret, topic, vault
from tests.leaves import leaf, leaves, replaced
from tests.support import assert_refused, outcome

CHANGES: dict[str, Json] = {
    "version": "1.1",
    "environment": "staging",
    "description": "Other streams",
    "variables{a}": "warehouse",
    **{f"uses{{p}}.{field}": ["a"] for field in Uses.model_fields},
}
FIRST_SECRET = shape(Alternative(next(iter(secret_stores.MODELS.values()))))
LOGICAL = "must be lowercase letters, digits and '_', starting with a letter and not ending with '_'"
QUOTES = "Hint: put the value in quotes, or YAML reads it as another type"


def refused(path: str, message: str, fields: Manifest) -> None:
    assert_refused(composite(binding(**fields)), f"spec.{path}: {message}", PLATFORM)


@pytest.mark.parametrize(("place", "value"), CHANGES.items(), ids=CHANGES)
def test_another_value_gives_other_objects(place: str, value: Json) -> None:
    before = binding(
        description="Streams of the ${a:-shop}",
        variables={},
        uses={"p": {}},
        streams={"a": topic()},
        dead_letters={"a": topic("dead")},
        completions={"a": completion()},
        lookups={"a": {"type": "redis", "uri": "redis://redis.shop.svc"}},
        checkpoints={"a": {"type": "filesystem", "path": "/checkpoints"}},
        state_backends={"a": {"type": "hashmap"}},
    )
    assert manifests(replaced(before, place, value)) != manifests(before)


def test_every_field_has_its_case() -> None:
    """Fields of sections, processes, and whole objects have theirs elsewhere, as does not_secret."""
    parts = ("resources", "deployment", "infrastructure", "monitoring", "dapr", "network_policies", "preflight")
    known = {field for field in leaves(InfraBinding) if not field.startswith((*SECTIONS, *parts))}
    expected = {field.removesuffix("[]") for field in known - {"extends", "not_secret{}"}}
    assert {leaf(place) for place in CHANGES} == expected


@pytest.mark.parametrize(
    ("path", "message", "fields"),
    [
        ("version", f"must be a string; got 1.0. {QUOTES}", {"version": 1.0}),
        ("version", "must be a version in quotes, such as '1.0'; got 'v1'", {"version": "v1"}),
        (
            "extends",
            (
                "extends is not supported: a binding must be complete. Hint: print the complete claim with platformctl "
                "bindings wrap FILE --name NAME --namespace NAMESPACE"
            ),
            {"extends": "base.infra"},
        ),
        (
            "zeppelins",
            "unknown field. Hint: the API reference lists all fields",
            {"zeppelins": {}},
        ),
        (
            "deployment",
            "must be an object; got a list. Hint: write deployment: {type: kubernetes}",
            {"deployment": [{"type": "yarn"}]},
        ),
        (
            "deployment.type",
            f"must be one of [{', '.join(targets.MODELS)}], got 'docker_compose'",
            {"deployment": {"type": "docker_compose"}},
        ),
        (
            "monitoring",
            "must be an object; got a string. Hint: write monitoring: {}",
            {"monitoring": "prometheus"},
        ),
        (
            "deployment.ci_cd.token",
            "a secret reference must name an entry of spec.secrets; got 'mongo'",
            {"deployment": {"type": "yarn", "ci_cd": {"token": "secret://mongo/uri"}}},
        ),
        ("stream", "unknown field; did you mean 'streams'?", {"stream": {}}),
        ("streams.a-b", f"{LOGICAL}; got 'a-b'", {"streams": {"a-b": topic()}}),
        ("streams.Orders", f"{LOGICAL}; got 'Orders'", {"streams": {"Orders": topic()}}),
        ("secrets.db_", f"{LOGICAL}; got 'db_'", {"secrets": {"db_": secret()}}),
        ("streams.a.type", "required field missing", {"streams": {"a": {"topic": "a"}}}),
        ("streams.a.topic", "required field missing", {"streams": {"a": {"type": "kafka", "brokers": "k:9092"}}}),
        ("streams.a.topics", "unknown field; did you mean 'topic'?", {"streams": {"a": topic(topics="a")}}),
        ("secrets.db.provider", "required field missing", {"secrets": {"db": {}}}),
        (
            "secrets.db.provider",
            f"must be one of [{', '.join(secret_stores.MODELS)}], got 'vualt'",
            {"secrets": {"db": {"provider": "vualt"}}},
        ),
        ("secrets.db.keyz", "unknown field; did you mean 'keys'?", {"secrets": {"db": vault(keyz=[])}}),
        (
            "secrets.vault.vault.adress",
            "unknown field; did you mean 'address'?",
            {"secrets": {"vault": vault(vault={"adress": "x"})}},
        ),
        (
            "secrets.db",
            f"must be an object; got a string. Hint: write db: {FIRST_SECRET}",
            {"secrets": {"db": "CANARY"}},
        ),
        ("streams.a.properties.p", f"must be a string. {QUOTES}", {"streams": {"a": topic(properties={"p": True})}}),
        (
            "streams.a.properties.p",
            "a secret reference must name an entry of spec.secrets; got 'kafka_usr'; did you mean 'kafka_user'?",
            {"streams": {"a": topic(properties={"p": "secret://kafka_usr/x"})}, "secrets": {"kafka_user": vault()}},
        ),
        (
            "streams.a.brokers",
            "must be host:port, or several of these separated by commas",
            {"streams": {"a": topic(brokers="secret://nope/brokers")}},
        ),
    ],
)
def test_what_is_refused(path: str, message: str, fields: Manifest) -> None:
    refused(path, message, fields)


@pytest.mark.parametrize("kind", ["kafak", "Kafka", "", "carrier_pigeon"])
def test_an_unknown_type_is_answered_with_those_that_are_known(kind: str) -> None:
    fatal = outcome(composite(binding(streams={"a": {"type": kind}})), PLATFORM).fatal
    assert fatal == f"spec.streams.a.type: must be one of [{', '.join(streams.MODELS)}], got '{kind}'"


def test_a_field_of_the_binding_serves_each_section() -> None:
    served = {
        field: {model.annotation for mapping in found for model in members(mapping)}
        for field, found in fields(InfraBinding).items()
        if field in SECTIONS
    }
    assert served == {section: set(models.values()) for section, models in SECTIONS.items()}


def test_members_are_those_of_all_sections() -> None:
    spec = model(secrets={"b": vault(), "a": vault()}, streams={"c": topic()})
    assert [(section, name) for section, name, _ in spec.members()] == [
        ("streams", "c"),
        ("secrets", "a"),
        ("secrets", "b"),
    ]


def test_references_are_found_by_their_paths() -> None:
    streams: Json = {"a": topic(properties={"p": "secret://db/user", "q": "secret://far/key"})}
    spec = model(streams=streams, secrets={"db": vault(), "far": secret()})
    assert [(found.path, found.name, found.key) for found in spec.secret_refs] == [
        ("streams.a.properties.p", "db", "user"),
        ("streams.a.properties.q", "far", "key"),
    ]


def test_a_description_may_speak_of_secrets() -> None:
    assert model(description="secret://nobody/knows").secret_refs == ()
