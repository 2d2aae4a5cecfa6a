import pytest

from function.base.manifest import Json, Manifest
from function.render import check
from tests.documents import platform, worker, xr
from tests.support import assert_rejects

SETTING = "not allowed by PlatformConfig.spec.policy.nats"
CLOSED = platform(policy={"nats": {"accounts": [], "monitoringEndpoints": [], "streams": {"other": ["ORDERS"]}}})
OPEN = platform(
    policy={
        "nats": {
            "accounts": ["APP"],
            "monitoringEndpoints": ["nats.app.svc:8222"],
            "streams": {"shop": ["ORDERS", "SHOP_"], "*": []},
        }
    }
)


def own(**fields: Json) -> dict[str, Json]:
    return worker(nats={"stream": "ORDERS", "consumer": "c", **fields})


def further(**fields: Json) -> dict[str, Json]:
    return worker(scaling={"triggers": [{"type": "nats-jetstream", "stream": "ORDERS", "consumer": "c", **fields}]})


FIELDS: list[tuple[str, str, str, str]] = [
    ("account", "SECRET", "differs from the platform's account; got 'SECRET'", "accounts"),
    ("monitoringEndpoint", "nats.far.svc:8222", "differs from the platform's endpoint", "monitoringEndpoints"),
    ("stream", "PAYROLL", "not a stream of namespace shop; got 'PAYROLL'", "streams"),
]


@pytest.mark.parametrize(("field", "value", "what", "setting"), FIELDS)
def test_what_the_platform_does_not_list(field: str, value: str, what: str, setting: str) -> None:
    assert_rejects(own(**{field: value}), f"spec.nats.{field}", f"{what}; {SETTING}.{setting}", OPEN)
    path = f"spec.scaling.triggers[0].{field}"
    assert_rejects(further(**{field: value}), path, f"{what}; {SETTING}.{setting}", OPEN)


@pytest.mark.parametrize(("field", "value", "what", "setting"), FIELDS)
def test_without_bounds_everything_is_allowed(field: str, value: str, what: str, setting: str) -> None:
    assert check(xr(own(**{field: value})), {}) == check(xr(further(**{field: value})), {}) == []


@pytest.mark.parametrize(
    "spec",
    [
        own(account="APP", monitoringEndpoint="nats.app.svc:8222"),
        own(account="$G", monitoringEndpoint="nats-headless.nats.svc.cluster.local:8222"),
        own(stream="SHOP_RETURNS"),
        further(account="APP", stream="SHOP_RETURNS", monitoringEndpoint="nats.app.svc:8222"),
    ],
)
def test_what_the_platform_lists_or_uses_itself(spec: Manifest) -> None:
    assert check(xr(spec), OPEN) == []


def test_an_empty_list_leaves_the_platforms_own() -> None:
    paths = [problem.path for problem in check(xr(own(account="APP")), CLOSED)]
    assert sorted(paths) == ["spec.nats.account", "spec.nats.stream"]


def test_a_namespace_of_its_own_has_its_own_streams() -> None:
    assert check(xr(own(), namespace="other"), CLOSED) == []
    assert [problem.path for problem in check(xr(own(), namespace="third"), CLOSED)] == ["spec.nats.stream"]
