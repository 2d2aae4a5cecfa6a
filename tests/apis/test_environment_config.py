import pytest

from function.apis.environment_config import data_of, over, placed
from function.base.manifest import Json, Manifest
from function.base.problems import Problem
from tests.documents import platform


def problem(path: str) -> Problem:
    return Problem(path=path, message="wrong", code="EP104")


@pytest.mark.parametrize("found", [{}, {"data": {}}, {"data": None}, {"data": {"nats": None}}])
def test_no_settings(found: Manifest) -> None:
    assert data_of(found) == ({}, ())


@pytest.mark.parametrize(
    ("data", "path"), [([], "data"), ("spec", "data"), (1, "data"), ({"settings": {"name": "b"}}, "data.settings")]
)
def test_data_that_is_unusable(data: Json, path: str) -> None:
    own, problems = data_of({"data": data})
    assert own == {}
    assert [(found.path, found.code) for found in problems] == [(f"EnvironmentConfig.{path}", "EP483")]


def test_the_data_goes_over_the_spec() -> None:
    assert over(platform(delivery="direct"), {"nats": {"account": "A"}}) == platform(
        delivery="direct", nats={"account": "A"}
    )
    assert over({}, {"group": "a.b"}) == {"spec": {"group": "a.b"}}


@pytest.mark.parametrize(
    ("own", "path", "expected"),
    [
        ({}, "PlatformConfig.spec.delivery", "PlatformConfig.spec.delivery"),
        ({"delivery": 1}, "PlatformConfig.spec.delivery", "EnvironmentConfig.data.delivery"),
        ({"nats": {"url": 1}}, "PlatformConfig.spec.nats.url", "EnvironmentConfig.data.nats.url"),
        ({"nats": {"url": 1}}, "PlatformConfig.spec.nats.account", "PlatformConfig.spec.nats.account"),
        ({"nats": 1}, "PlatformConfig.spec.nats", "EnvironmentConfig.data.nats"),
        ({"nats": {}}, "PlatformConfig.spec.natsUrl", "PlatformConfig.spec.natsUrl"),
        ({"a": {"b.c/d": {"e": 1}}}, "PlatformConfig.spec.a.b.c/d.e", "EnvironmentConfig.data.a.b.c/d.e"),
        ({"a": [1]}, "PlatformConfig.spec.a[0].b", "EnvironmentConfig.data.a[0].b"),
        ({"kind": 1}, "PlatformConfig.kind", "PlatformConfig.kind"),
    ],
)
def test_a_problem_is_where_the_value_is_written(own: Manifest, path: str, expected: str) -> None:
    assert [found.path for found in placed([problem(path)], own)] == [expected]
