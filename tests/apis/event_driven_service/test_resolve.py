from function.apis.event_driven_service.model.service import EventDrivenService
from function.apis.event_driven_service.resolve import Resolved, prepare
from function.base.identity import Identity
from function.base.manifest import Json
from function.base.validation import parse
from function.platform.config import PlatformConfig
from tests.documents import worker

IDENTITY = Identity(scope="claims", name="orders", namespace="shop", labels={"team": "checkout", "other": "x"})


def resolved(settings: Json = None, **fields: Json) -> Resolved:
    spec, problems = parse(EventDrivenService, worker(**fields), "spec")
    assert spec is not None, problems
    return prepare(spec, IDENTITY, PlatformConfig.model_validate(settings or {}))


def test_the_objects_carry_the_claims_name_and_the_labels_that_the_platform_requires() -> None:
    meta = resolved({"labels": {"required": ["team"]}}).meta
    assert (meta.name, meta.namespace) == ("orders", "shop")
    assert meta.labels["team"] == "checkout"
    assert "other" not in meta.labels


def test_the_selector_does_not_follow_the_image_or_the_platforms_labels() -> None:
    changed = resolved({"labels": {"required": ["team"]}}, image="ghcr.io/example/orders:9")
    assert changed.selector == resolved().selector
    assert changed.selector.items() <= changed.meta.labels.items()


def test_the_claim_wins_over_the_platform_where_the_lag_is_read() -> None:
    settings: Json = {"nats": {"account": "APP", "monitoringEndpoint": "nats:1"}}
    assert (resolved(settings).source.account, resolved(settings).source.endpoint) == ("APP", "nats:1")
    nats: Json = {"stream": "A", "consumer": "b", "account": "OTHER", "monitoringEndpoint": "nats:2"}
    own = resolved(settings, nats=nats).source
    assert (own.account, own.endpoint) == ("OTHER", "nats:2")


def test_metrics_on_the_http_port_have_no_port_of_their_own() -> None:
    assert resolved(httpPort=9000, metrics={"port": 9000}).metrics_port is None
    assert resolved(httpPort=9000, metrics={"port": 9001}).metrics_port == 9001
