"""What documents define."""

from function.check import platform
from function.check.load import load_content
from function.editor.names import Name, names
from tests.editing import BINDING, CLAIM

PLATFORM = platform.load(None)
MANIFEST = "apiVersion: v1\nkind: Secret\nmetadata: {name: db, namespace: shop}\nstringData: {password: hunter2}\n"


def found(text: str) -> list[Name]:
    return [*names(load_content("a.yaml", text.encode()).resources, PLATFORM)]


def short(text: str) -> list[tuple[str, str, str | None]]:
    return [(name.kind, name.name, name.owner) for name in found(text)]


def test_a_secret_has_its_keys_and_never_its_values() -> None:
    assert short(MANIFEST) == [("Secret", "db", None), ("Secret", "password", "db")]
    assert "hunter2" not in str(found(MANIFEST))
    assert found(MANIFEST)[0].namespace == "shop"


def test_a_config_map_has_its_keys() -> None:
    text = MANIFEST.replace("Secret", "ConfigMap").replace("stringData", "data")
    assert short(text) == [("ConfigMap", "db", None), ("ConfigMap", "password", "db")]


def test_a_service_names_its_stream() -> None:
    assert short(CLAIM) == [("Stream", "ORDERS", None), ("Consumer", "orders", "ORDERS")]


def test_a_job_creates_a_consumer() -> None:
    job = """\
apiVersion: v1
kind: Pod
metadata: {name: setup}
spec:
  containers:
  - name: nats
    args: ["nats stream add ORDERS", "nats consumer add ORDERS orders --pull"]
"""
    assert short(job) == [("Stream", "ORDERS", None), ("Consumer", "orders", "ORDERS")]


def test_a_binding_has_entries() -> None:
    assert short(BINDING) == [("InfraBinding", "payments", None), ("Entry", "auth_events", "payments")]


def test_a_binding_creates_the_secrets_that_it_fetches() -> None:
    vault = (
        "provider: vault\n      path: team/kv/data/kafka\n      keys: [password]\n"
        "      vault: {address: https://vault.shop.svc}\n      auth: {role: payments}"
    )
    fetched = short(BINDING.replace("provider: kubernetes\n      secret_name: kafka", vault))
    owner = next(name for kind, name, owner in fetched if kind == "Secret" and owner is None)
    assert ("Secret", "password", owner) in fetched


def test_trap_documents_without_names_define_nothing() -> None:
    for text in ("kind: Secret\n", "a: 1\n", "- a\n", MANIFEST.replace("db", "''"), CLAIM.partition("spec:")[0]):
        assert found(text) == []
    assert found("apiVersion: platform.bizmatters.io/v1alpha1\nkind: InfraBinding\nmetadata: {name: [a]}\n") == []
