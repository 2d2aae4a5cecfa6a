import pytest

from function.apis.event_driven_service.implementation import IMPLEMENTATION
from function.apis.input import identify, settings, understand
from function.apis.registry import APIS
from function.base.manifest import Json, Manifest
from function.platform.config import PlatformConfig
from tests.documents import GROUP, namespaced, platform, worker, xr
from tests.support import assert_refused, outcome

KINDS = sorted(kind for api in APIS.values() for kind in (api.kind, api.composite_kind))
ONE_OF = f"kind: must be one of [{', '.join(KINDS)}], got "
CONFIG = PlatformConfig()


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("EventDrivenServce", ONE_OF + "'EventDrivenServce'; did you mean 'EventDrivenService'?"),
        ("eventdrivenservice", ONE_OF + "'eventdrivenservice'; did you mean 'EventDrivenService'?"),
        ("WebApp", ONE_OF + "'WebApp'"),
        ("", ONE_OF + "''"),
        (None, ONE_OF + "''"),
        (7, ONE_OF + "''"),
        ("Größe", ONE_OF + "'Größe'"),
    ],
)
def test_a_kind_that_is_none(kind: Json, text: str) -> None:
    assert_refused({**namespaced(worker()), "kind": kind}, text)


@pytest.mark.parametrize(
    ("version", "got"),
    [
        ("platform.bizmatters.io/v1", "'platform.bizmatters.io/v1'"),
        ("platform.bizmatters.io/v1beta1", "'platform.bizmatters.io/v1beta1'"),
        ("platform.example.org/v1alpha1", "'platform.example.org/v1alpha1'"),
        ("evilplatform.bizmatters.io/v1alpha1", "'evilplatform.bizmatters.io/v1alpha1'"),
        ("platform.bizmatters.io/v1alpha1x", "'platform.bizmatters.io/v1alpha1x'"),
        ("v1alpha1", "'v1alpha1'"),
        ("", "''"),
        (None, "''"),
        (1, "''"),
    ],
)
def test_a_group_or_version_that_is_wrong(version: Json, got: str) -> None:
    assert_refused({**xr(worker()), "apiVersion": version}, f"apiVersion: must be {GROUP}; got {got}")


def test_a_field_of_the_settings_that_is_named_like_their_kind() -> None:
    document: Manifest = {"apiVersion": "platform.fn.bizmatters.io/v1beta1", "kind": "PlatformConfig", "spec": {}}
    _, problems = settings({**document, "PlatformConfig": 1})
    assert [(found.path, found.code) for found in problems] == [("PlatformConfig.PlatformConfig", "EP102")]


def test_nothing_at_all() -> None:
    assert_refused({}, f"apiVersion: must be {GROUP}; got ''\n{ONE_OF}''")


def test_the_group_is_the_platforms() -> None:
    kind, problems = identify(
        {kind: kind for kind in APIS},
        {**namespaced(worker()), "apiVersion": "example.org/v1alpha1"},
        PlatformConfig(group="example.org"),
    )
    assert kind == "EventDrivenService"
    assert problems == []


@pytest.mark.parametrize("length", [1, 46, 47])
def test_a_name_that_fits(length: int) -> None:
    assert outcome(xr(worker(), name="a" * length)).fatal is None
    assert outcome(namespaced(worker(), name="a" * length), platform(delivery="direct")).fatal is None


@pytest.mark.parametrize("name", ["default", "kubernetes"])
def test_a_name_of_kubernetes_is_reserved(name: str) -> None:
    text = f"metadata.name: this name is reserved; got '{name}'. Hint: choose another name"
    assert_refused(xr(worker(), name=name), text)
    assert_refused(namespaced(worker(), name=name), text)


def test_a_name_that_the_platform_reserves() -> None:
    settings = platform(policy={"reservedNames": ["deployer", "builder"]})
    text = "metadata.name: a reserved name; got 'deployer'; not allowed by PlatformConfig.spec.policy.reservedNames"
    assert_refused(xr(worker(), name="deployer"), text, settings)
    assert outcome(xr(worker(), name="deployer"), {}).fatal is None
    assert outcome(xr(worker(), name="default-orders"), settings).fatal is None


NAME = "metadata.name: a name must be lowercase letters, digits and dashes, starting with a letter; got "


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a" * 48, "metadata.name: a name must be at most 47 characters long; got 48"),
        ("a" * 253, "metadata.name: a name must be at most 47 characters long; got 253"),
        ("1orders", NAME + "'1orders'"),
        ("orders.v2", NAME + "'orders.v2'"),
        ("Orders", NAME + "'Orders'"),
        ("-orders", NAME + "'-orders'"),
        ("orders-", NAME + "'orders-'"),
        ("größe", NAME + "'größe'"),
        ("orders\n", NAME + "'orders\\n'"),
        ("A" * 48, f"metadata.name: a name must be at most 47 characters long; got 48\n{NAME}'{'A' * 48}'"),
    ],
)
def test_a_name_that_cannot_become_a_services(name: str, text: str) -> None:
    assert_refused(xr(worker(), name=name), text)
    assert_refused(namespaced(worker(), name=name), text)


def test_a_composites_own_name_may_be_longer() -> None:
    document: Manifest = {**xr(worker(), name="a" * 47), "metadata": {"name": "a" * 47 + "-x7k2p"}}
    assert outcome(document).fatal is None


def test_direct_delivery_is_not_for_claims() -> None:
    text = "PlatformConfig.spec.delivery: direct requires the namespaced EventDrivenService; got XEventDrivenService. "
    assert_refused(xr(worker()), text + "Hint: use delivery: object for claims", platform(delivery="direct"))


def test_all_mistakes_are_told_in_one_go_by_path() -> None:
    document = xr({"nats": {}, "replicas": 3, "size": 7}, name="A")
    expected = [
        NAME + "'A'",
        "spec.image: required field missing",
        "spec.nats.consumer: required field missing",
        "spec.nats.stream: required field missing",
        "spec.replicas: unknown field; did you mean 'scaling.minReplicas'?",
        "spec.size: must be a string; got 7. Hint: put the value in quotes, or YAML reads it as another type",
    ]
    assert_refused(document, "\n".join(expected), platform())


@pytest.mark.parametrize("spec", ["text", 7, True, [], ["a"]])
def test_a_spec_that_is_no_object(spec: Json) -> None:
    answer = outcome(namespaced(spec))
    assert (answer.fatal or "").startswith("spec: must be an object; got ")


@pytest.mark.parametrize("spec", [{}, None])
def test_an_empty_spec(spec: Json) -> None:
    fatal = outcome(namespaced(spec)).fatal
    if spec is None:
        assert fatal == "spec: must be an object; got null"
    else:
        assert fatal == "spec.image: required field missing\nspec.nats: a service requires nats or bindingRef"


def test_what_is_understood_of_a_composite() -> None:
    found = understand(IMPLEMENTATION.api, xr(worker()), CONFIG)
    assert found.identity is not None
    assert (found.identity.scope, found.identity.name, found.identity.namespace) == ("claims", "orders", "shop")
    assert found.spec is not None
    assert found.spec.image == "ghcr.io/example/orders:1.2.3"
    assert found.problems == []


@pytest.mark.parametrize(
    "config", [{}, platform(), {**platform(), "spec": None}, {**platform(), "metadata": {"name": "x"}}]
)
def test_settings_that_say_nothing_are_the_defaults(config: Manifest) -> None:
    assert settings(config) == (CONFIG, [])


@pytest.mark.parametrize("field", ["labels", "annotations"])
@pytest.mark.parametrize(("value", "got"), [(7, "7"), (True, "true"), (1.5, "1.5"), ({"a": "b"}, "an object")])
def test_metadata_that_yaml_turned_into_another_type(field: str, value: Json, got: str) -> None:
    meta: Json = {"name": "orders-x7k2p", field: {"example.org/cost": value, "team": "checkout", "gone": None}}
    hint = "Hint: put the value in quotes, or YAML reads it as another type"
    text = f"metadata.{field}.example.org/cost: must be a string; got {got}. {hint}"
    assert_refused({**xr(worker()), "metadata": meta}, text)
