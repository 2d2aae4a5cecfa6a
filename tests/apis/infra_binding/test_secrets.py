import pytest

from function.apis.infra_binding.bound_secret import BoundSecret
from function.apis.infra_binding.model.binding import InfraBinding
from function.apis.infra_binding.secrets import bind, overwritten, unclear_wholes, unknown_keys
from function.base.manifest import Json, at
from tests.bindings import PAYMENTS, binding, config, manifests, model, secret, topic, vault


def bound(spec: InfraBinding) -> dict[str, BoundSecret]:
    return bind(spec.secrets, spec.secret_refs, PAYMENTS)


def keys(spec: InfraBinding) -> dict[str, tuple[str, ...]]:
    return {name: found.keys for name, found in bound(spec).items() if found.keys}


def using(**secrets: Json) -> InfraBinding:
    """Return a binding whose stream refers to the key `password` of each secret."""
    properties: Json = {f"p{number}.password": f"secret://{name}/password" for number, name in enumerate(secrets)}
    return model(streams={"a": topic(properties=properties)}, secrets=secrets)


def test_where_each_secret_is_found() -> None:
    spec = model(
        secrets={"kafka_main": vault(), "redis": secret("redis.credentials"), "far_db": secret(namespace="other")}
    )
    assert list(bound(spec).items()) == [
        ("far_db", BoundSecret(name="payments.far-db", existing=False, keys=())),
        ("kafka_main", BoundSecret(name="payments.kafka-main", existing=False, keys=())),
        ("redis", BoundSecret(name="redis.credentials", existing=True, keys=())),
    ]


@pytest.mark.parametrize(
    ("secrets", "expected"),
    [
        ({"a": vault(keys=["y", "x", "y"])}, {"a": ("x", "y")}),
        ({"a": vault()}, {}),
        ({"a": secret(key="x")}, {}),
        ({"a": secret(namespace="other")}, {}),
        ({"a": secret(namespace="other", key="x")}, {"a": ("x",)}),
        ({}, {}),
    ],
)
def test_keys_that_are_listed_are_fetched(secrets: Json, expected: dict[str, tuple[str, ...]]) -> None:
    assert keys(model(secrets=secrets)) == expected


def test_keys_that_are_referred_to_are_fetched_and_each_once() -> None:
    spec = using(b=vault(), a=vault(keys=["password"]), c=secret())
    assert keys(spec) == {"a": ("password",), "b": ("password",)}


@pytest.mark.parametrize("held", [vault(), secret(), vault(keys=["password", "user"]), secret(key="password")])
def test_a_key_that_may_be_there_is_no_problem(held: Json) -> None:
    spec = using(a=held)
    assert list(unknown_keys(spec.secrets, spec.secret_refs)) == []


@pytest.mark.parametrize("held", [vault(keys=["user"]), secret(key="user"), secret(key="user", namespace="other")])
def test_a_key_that_is_known_not_to_be_there_is_one(held: Json) -> None:
    spec = using(a=held)
    (problem,) = unknown_keys(spec.secrets, spec.secret_refs)
    assert (problem.path, problem.code) == ("spec.streams.a.properties.p0.password", "EP411")
    assert problem.message == "secret 'a' has no key 'password'. Hint: valid keys are user"


@pytest.mark.parametrize(
    "spec",
    [
        using(kafka_reader=vault(), own=secret("payments.kafka-reader")),
        using(kafka_reader=vault(target_name="reader"), own=secret("reader")),
        using(kafka_reader=vault(target_name="reader"), first=vault(target_name="reader")),
        using(kafka_reader=vault(target_name="payments.first"), first=vault()),
    ],
)
def test_a_secret_is_not_fetched_over_that_of_another_entry(spec: InfraBinding) -> None:
    (problem,) = overwritten(bound(spec))
    assert (problem.path, problem.code) == ("spec.secrets.kafka_reader", "EP414")


def test_a_fixed_name_is_taken_as_it_is() -> None:
    found = bound(using(db=vault(target_name="kafka.reader")))
    assert found == {"db": BoundSecret(name="kafka.reader", existing=False, keys=("password",))}


@pytest.mark.parametrize(
    "spec",
    [
        model(secrets={"kafka_reader": vault(), "own": secret("payments.kafka-reader")}),
        model(secrets={"kafka_reader": vault(target_name="x"), "own": vault(target_name="x")}),
        using(own=secret("kafka-reader"), again=secret("kafka-reader")),
        using(kafka_reader=vault(), own=secret("kafka-reader")),
    ],
)
def test_what_is_not_fetched_or_has_another_name_is_no_harm(spec: InfraBinding) -> None:
    assert list(overwritten(bound(spec))) == []


AWS: Json = {"provider": "aws_parameter_store", "path": "/db", "region": "us-east-1"}
ENV: Json = {"provider": "env", "variables": [{"key": "a", "name": "A"}, {"key": "b", "name": "B"}]}


def wholes(held: Json, *keys: str) -> InfraBinding:
    properties: Json = {f"p{number}": f"secret://a{key}" for number, key in enumerate(["", *keys])}
    return model(streams={"s": topic(properties=properties)}, secrets={"a": held})


@pytest.mark.parametrize("held", [vault(), AWS, secret(namespace="other"), vault(keys=["user"])])
def test_a_whole_secret_is_fetched_as_it_is_in_its_store(held: Json) -> None:
    spec = wholes(held)
    assert bound(spec)["a"].whole
    assert list(unclear_wholes(bound(spec), spec.secret_refs)) == []
    assert list(unknown_keys(spec.secrets, spec.secret_refs)) == []


def test_a_whole_secret_is_fetched_without_a_property() -> None:
    """With one, External Secrets would look for a key of JSON."""
    spec = binding(streams={"s": topic(properties={"p": "secret://a", "q": "secret://a/user"})}, secrets={"a": vault()})
    made = manifests(spec)["externalsecret-a"]
    assert at(made, "spec", "data") == [
        {"secretKey": "user", "remoteRef": {"key": "kafka/production", "property": "user"}},
        {"secretKey": "value", "remoteRef": {"key": "kafka/production"}},
    ]


@pytest.mark.parametrize("held", [secret(), ENV])
def test_a_whole_secret_of_several_keys_means_none_of_them(held: Json) -> None:
    spec = wholes(held)
    (problem,) = unclear_wholes(bound(spec), spec.secret_refs)
    assert (problem.path, problem.code) == ("spec.streams.s.properties.p0", "EP442")
    assert problem.message == "secret 'a' may have several keys. Hint: refer to one of them as secret://a/<key>"


@pytest.mark.parametrize("held", [vault(), vault(keys=["value"]), vault(template={"x": "$(value)"})])
def test_a_whole_secret_does_not_replace_a_key(held: Json) -> None:
    spec = wholes(held, "/value") if held == vault() else wholes(held)
    (problem, *_) = unclear_wholes(bound(spec), spec.secret_refs)
    assert (problem.path, problem.code) == ("spec.streams.s.properties.p0", "EP443")


def test_a_template_is_a_key_to_refer_to_and_needs_others() -> None:
    held = vault(keys=["user", "password"], template={"jaas": "u=$(user) p=$(password)"})
    spec = model(streams={"s": topic(properties={"p": "secret://a/jaas"})}, secrets={"a": held})
    assert list(unknown_keys(spec.secrets, spec.secret_refs)) == []
    assert bound(spec)["a"].keys == ("password", "user")


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ({"jaas": "$(user)"}, []),
        ({"jaas": "$(user) $(other) $(other)"}, [("db.template.jaas", "EP411")]),
        ({"user": "$(password)"}, [("db.template.user", "EP443")]),
        ({"value": "$(password)"}, [("db.template.value", "EP443")]),
        ({"a": "$(user)", "b": "$(a)"}, [("db.template.b", "EP411"), ("db.template.a", "EP443")]),
    ],
)
def test_a_template_combines_keys_that_are_fetched_and_replaces_none(
    template: Json, found: list[tuple[str, str]]
) -> None:
    held = model(secrets={"db": vault(keys=["user", "password"], template=template)}).secrets["db"]
    problems = held.problems("db", "shop", config())
    assert sorted((problem.path, problem.code) for problem in problems) == sorted(found)


def test_variables_are_no_secret_that_could_be_overwritten() -> None:
    fetched = vault(keys=["k"], target_name="x")
    named_alike: Json = {"provider": "env", "variables": [{"key": "k", "name": "x"}]}
    assert list(overwritten(bound(model(secrets={"a": named_alike, "b": fetched})))) == []
