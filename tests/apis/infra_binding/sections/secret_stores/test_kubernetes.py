import pytest

from function.apis.infra_binding.secret_access import Store
from function.apis.infra_binding.sections.secret_stores.kubernetes import Model
from function.base.manifest import Json
from function.platform.config import PlatformConfig
from tests.bindings import FETCHED, PAYMENTS, secret
from tests.plug_ins.cases import Cases

CONFIG = PlatformConfig.model_validate({"externalSecrets": {"serviceAccount": "reader"}})

CASES = Cases(
    whole=secret(namespace="other", key="user", template={}),
    changes={**FETCHED, "secret_name": "other", "namespace": "elsewhere", "key": "password"},
    refused=[
        *(("secret_name", None), ("secret_name", ""), ("secret_name", "Kafka"), ("secret_name", "a_b")),
        *(("namespace", "a.b"), ("namespace", ""), ("key", "a/b"), ("key", ""), ("key", 5), ("keys", ["a"])),
        *(
            ("template", {"x": "no key"}),
            ("template", "$(user)"),
            ("refresh_interval", "1w"),
            ("refresh_interval", "7 d"),
        ),
        *(("provider", "vault"), ("value", "CANARY"), ("path", "secret/a")),
    ],
)


@pytest.mark.parametrize("namespace", [None, "shop"])
def test_a_secret_of_the_same_namespace_is_used_as_it_is(namespace: str | None) -> None:
    assert Model.model_validate(secret(namespace=namespace)).existing_secret("shop") == "kafka-reader"


def test_one_of_another_namespace_is_fetched_through_a_store() -> None:
    model = Model.model_validate(secret(namespace="certificates"))
    assert model.existing_secret("shop") is None
    assert model.store(CONFIG) == Store(
        "kubernetes-certificates",
        {
            "kubernetes": {
                "remoteNamespace": "certificates",
                "server": {"caProvider": {"type": "ConfigMap", "name": "kube-root-ca.crt", "key": "ca.crt"}},
                "auth": {"serviceAccount": {"name": "reader"}},
            }
        },
    )
    assert model.remote() == {"key": "kafka-reader"}


@pytest.mark.parametrize(("key", "expected"), [("password", ["password"]), (None, None)])
def test_the_keys_that_are_known(key: str | None, expected: list[str] | None) -> None:
    assert Model.model_validate(secret(key=key)).known_keys() == expected


@pytest.mark.parametrize("namespace", ["shop", "other"])
def test_its_only_key_stands_for_the_whole_secret(namespace: str) -> None:
    model = Model.model_validate(secret(key="tls.key", namespace=namespace))
    bound = model.bound("db", {""}, PAYMENTS)
    assert (bound.whole, bound.only_key) == (False, "tls.key")
    assert bound.keys == (() if namespace == "shop" else ("tls.key",))
    assert bound.source("") == {"secretKeyRef": {"name": bound.name, "key": "tls.key"}}


@pytest.mark.parametrize("namespace", [None, "shop"])
@pytest.mark.parametrize(
    ("field", "value"), [("target_name", "other"), ("refresh_interval", "1h"), ("template", {"x": "$(a)"})]
)
def test_one_that_is_used_as_it_is_has_nothing_of_a_secret_that_is_created(
    namespace: str | None, field: str, value: Json
) -> None:
    model = Model.model_validate({**secret(namespace=namespace), field: value})
    (problem,) = model.problems("spec.secrets.a", "shop", PlatformConfig())
    assert (problem.path, problem.code) == (f"spec.secrets.a.{field}", "EP416")


def test_nothing_is_asked_of_the_platform() -> None:
    assert (
        list(
            Model.model_validate(secret(namespace="other", target_name="x")).problems("spec", "shop", PlatformConfig())
        )
        == []
    )
