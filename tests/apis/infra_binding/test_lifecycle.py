import pytest

from function.apis.infra_binding.lifecycle import emits, keeps, requirements
from function.apis.infra_binding.resources import DOCUMENT
from function.base.manifest import Json, Manifest, at, mapping_at
from function.base.outcome import Outcome
from function.base.request import Request
from function.delivery.live import orphaned
from function.render import render
from tests import bindings
from tests.bindings import PAYMENTS, binding, composed, composite, config, resolved, secret, settled, topic, vault
from tests.documents import platform
from tests.leaves import replaced

PLATFORM = platform(**mapping_at(bindings.PLATFORM, "spec"), policy={"streams": {"kinesisProvision": True}})

PULSAR: Manifest = {
    "type": "pulsar",
    "topic": "persistent://shop/payments/events",
    "service_url": "pulsar://pulsar.example.org:6650",
    "admin_url": "http://pulsar.example.org:8080",
}


def unreadable(dlq: str) -> dict[str, Json]:
    """Return the fields of a stream that sends what it cannot read to a topic."""
    return {"error_handling": {"deserialization": {"dlq_topic": dlq}}}


TOPICS: Json = {"a": topic("a"), "b": topic("b", properties={"p": "secret://db/key"})}
SPECS: list[dict[str, Json]] = [
    {},
    {"streams": TOPICS, "secrets": {"db": vault()}},
    {"streams": TOPICS, "secrets": {"db": secret(namespace="other")}},
    {"streams": TOPICS, "secrets": {"db": secret()}},
    {"streams": {"renamed": topic("a")}},
    {"streams": {"a": topic("another")}},
    {"secrets": {"db": vault(path="other/x", keys=["y"])}},
    {"streams": {"a": topic("a", **unreadable("dead")), "b": topic("b", **unreadable("dead"))}},
    {"streams": {"a": topic("a", **unreadable("dead")), "b": topic("dead")}},
    {"streams": {"a": PULSAR}},
    {"streams": {"a": {**PULSAR, "admin_url": "http://other.example.org:8080"}}},
]


def made(fields: dict[str, Json], settings: Manifest = PLATFORM) -> dict[str, Manifest]:
    document = composite(binding(**fields))
    return composed(document, settled(document, settings), settings)


def why(key: str, fields: dict[str, Json]) -> str | None:
    return keeps(resolved(**fields), key, {}, {})


@pytest.mark.parametrize("fields", SPECS)
def test_everything_is_guarded(fields: dict[str, Json]) -> None:
    assert [key for key in made(fields) if not emits(key)] == []


@pytest.mark.parametrize("fields", SPECS)
def test_nothing_that_is_made_may_go(fields: dict[str, Json]) -> None:
    assert [key for key, manifest in made(fields).items() if keeps(resolved(**fields), key, manifest, {}) is None] == []


@pytest.mark.parametrize("before", SPECS)
@pytest.mark.parametrize("after", SPECS)
def test_what_a_spec_no_longer_makes_may_go(before: dict[str, Json], after: dict[str, Json]) -> None:
    gone = {key: manifest for key, manifest in made(before).items() if key not in made(after)}
    assert [key for key, manifest in gone.items() if keeps(resolved(**after), key, manifest, {}) is not None] == []


@pytest.mark.parametrize("key", ["deployment", "stream", "secret-db", "x-stream-a", "documents", "secretstore", ""])
def test_keys_of_other_steps_are_theirs(key: str) -> None:
    assert not emits(key)


@pytest.mark.parametrize("before", SPECS)
@pytest.mark.parametrize("after", SPECS)
def test_any_edit_of_the_spec_is_safe(before: dict[str, Json], after: dict[str, Json]) -> None:
    answer = render(Request(xr=composite(binding(**after)), observed=made(before), platform=PLATFORM))
    assert answer.fatal is None, answer.fatal


@pytest.mark.parametrize("fields", SPECS)
def test_a_topic_outlives_whatever_happens_to_its_binding(fields: dict[str, Json]) -> None:
    for key, manifest in made(fields).items():
        assert orphaned(manifest) == key.startswith(("stream-", "deadlettertopic-", "pulsarconnection-"))


WITHOUT_KAFKA: Manifest = {**PLATFORM, "spec": {"vault": at(PLATFORM, "spec", "vault")}}
STILL_NEEDED = (
    "observed.resources.stream-a: this object exists and spec.streams.a still needs it, but it would be removed. "
    "Hint: restore PlatformConfig or the entry, or remove the entry first; the topic or stream itself stays"
)


def change(before: dict[str, Json], after: dict[str, Json], settings: Manifest = PLATFORM) -> Outcome:
    return render(Request(xr=composite(binding(**after)), observed=made(before), platform=settings))


def test_a_topic_is_not_dropped_because_the_platform_takes_its_namespace_back() -> None:
    fields: dict[str, Json] = {"streams": {"a": topic("a")}}
    answer = change(fields, fields, WITHOUT_KAFKA)
    assert answer.fatal == STILL_NEEDED
    assert answer.conditions[-1].reason == "UnsafeChange"
    assert not answer.resources


def test_nor_because_its_entry_names_brokers_that_nobody_knows() -> None:
    answer = change({"streams": {"a": topic("a")}}, {"streams": {"a": topic("a", brokers="x:9092")}}, WITHOUT_KAFKA)
    assert answer.fatal == STILL_NEEDED


def test_a_store_goes_with_the_settings_that_it_follows() -> None:
    fields: dict[str, Json] = {"secrets": {"db": vault(keys=["x"])}}
    elsewhere = replaced(PLATFORM, "spec.vault.address", "https://other.example.org")
    assert change(fields, fields, elsewhere).fatal is None


def test_without_its_entry_it_goes_and_the_topic_stays() -> None:
    fields: dict[str, Json] = {"streams": {"a": topic("a")}}
    assert change(fields, {}, WITHOUT_KAFKA).fatal is None
    assert list(change(fields, {}, WITHOUT_KAFKA).resources) == [DOCUMENT]
    assert orphaned(made(fields)["stream-a"])


def stream(**fields: Json) -> dict[str, Json]:
    return {"streams": {"a": {"type": "kinesis", "stream": "a", "region": "us-east-1", **fields}}}


def test_a_stream_that_is_no_longer_provisioned_is_let_go_by_choice() -> None:
    assert change(stream(provision=True), stream(provision=False)).fatal is None
    assert change(stream(provision=True), stream()).fatal is None
    assert why("stream-a", stream(provision=True)) is not None


def secrets(**entries: Json) -> dict[str, Json]:
    return {"secrets": entries}


FETCHED = vault(keys=["password"])


@pytest.mark.parametrize(
    "after",
    [
        pytest.param(secrets(db_main=secret("payments.db-main")), id="the same entry"),
        pytest.param(secrets(db_main=secret("payments.db-main", namespace="shop")), id="with its namespace"),
        pytest.param(secrets(renamed=secret("payments.db-main")), id="another entry"),
        pytest.param(secrets(db_main=secret("other"), second=secret("payments.db-main")), id="one of two"),
    ],
)
def test_a_secret_that_is_still_used_does_not_go_with_its_external_secret(after: dict[str, Json]) -> None:
    answer = change(secrets(db_main=FETCHED), after)
    assert (answer.fatal or "").startswith(
        "observed.resources.externalsecret-db_main: removing this object would delete the Secret 'payments.db-main', "
        "which "
    )
    assert answer.conditions[-1].reason == "UnsafeChange"


def test_nor_does_one_with_a_fixed_name() -> None:
    before = secrets(db_main=vault(keys=["password"], target_name="reader"))
    answer = change(before, secrets(db_main=secret("reader")))
    assert "would delete the Secret 'reader', which spec.secrets.db_main uses" in (answer.fatal or "")
    assert change(before, secrets(db_main=secret("payments.db-main"))).fatal is None


@pytest.mark.parametrize(
    "after",
    [
        pytest.param(secrets(db_main=secret("other")), id="another Secret"),
        pytest.param(
            secrets(db_main=secret("payments.db-main", namespace="far", key="password")), id="a copy of a far one"
        ),
        pytest.param(secrets(db_main=vault()), id="no key"),
        pytest.param({}, id="nothing"),
    ],
)
def test_one_that_nobody_uses_may_go(after: dict[str, Json]) -> None:
    assert change(secrets(db_main=FETCHED), after).fatal is None


def test_a_binding_that_is_moved_is_refused() -> None:
    fields: dict[str, Json] = {"streams": {"a": topic("a")}, "secrets": {"db": FETCHED}}
    moved = replaced(composite(binding(**fields)), "spec.claimRef.namespace", "elsewhere")
    answer = render(Request(xr=moved, observed=made(fields), platform=PLATFORM))
    assert {problem.code for problem in answer.problems} == {"EP314"}
    assert [problem.path.rpartition(".")[2] for problem in answer.problems] == [
        key for key in sorted(made(fields)) if not key.startswith("stream-")
    ]


def test_a_binding_asks_for_nothing() -> None:
    assert requirements(PAYMENTS, config(), resolved()) == {}
    assert requirements(PAYMENTS, config(), None) == {}
