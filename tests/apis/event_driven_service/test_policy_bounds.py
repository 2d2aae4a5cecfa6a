import pytest

from function.base.manifest import Json
from function.render import check
from tests.documents import platform, worker, xr
from tests.support import assert_rejects

SETTING = "not allowed by PlatformConfig.spec.policy"
MOST = platform(
    policy={
        "maxRequests": {"cpu": "1", "memory": "2Gi", "ephemeral-storage": "1Gi"},
        "maxLimits": {"cpu": "2000m", "memory": "4Gi"},
    }
)
DIGEST = "ghcr.io/example/orders@sha256:" + "0" * 64


@pytest.mark.parametrize(
    ("fields", "path", "what", "setting"),
    [
        (
            {"requests": {"cpu": "1001m"}},
            "resources.requests.cpu",
            "the cpu of requests is 1001m, above 1",
            "maxRequests.cpu",
        ),
        (
            {"requests": {"ephemeral-storage": "1.5Gi"}},
            "resources.requests.ephemeral-storage",
            "the ephemeral-storage of requests is 1.5Gi, above 1Gi",
            "maxRequests.ephemeral-storage",
        ),
        ({"limits": {"cpu": "2.5"}}, "resources.limits.cpu", "the cpu of limits is 2.5, above 2000m", "maxLimits.cpu"),
        (
            {"limits": {"memory": "5G"}},
            "resources.limits.memory",
            "the memory of limits is 5G, above 4Gi",
            "maxLimits.memory",
        ),
    ],
)
def test_an_amount_above_the_largest(fields: Json, path: str, what: str, setting: str) -> None:
    assert_rejects(worker(resources=fields), f"spec.{path}", f"{what}; {SETTING}.{setting}", MOST)


def test_a_request_that_raises_its_limit_is_held_against_the_largest_limit() -> None:
    most = platform(policy={"maxLimits": {"cpu": "2"}})
    paths = [problem.path for problem in check(xr(worker(resources={"requests": {"cpu": "3"}})), most)]
    assert paths == ["spec.resources.requests.cpu"]


def test_a_size_above_the_largest_is_refused_as_a_size() -> None:
    found = check(xr(worker(size="large")), MOST)
    assert {problem.path for problem in found} == {"spec.size"}
    assert [problem.message.partition(";")[0] for problem in found] == [
        "the cpu of limits is 4000m, above 2000m",
        "the memory of limits is 8Gi, above 4Gi",
    ]


@pytest.mark.parametrize("spec", [worker(), worker(resources={"requests": {"cpu": "1000m"}, "limits": {"cpu": 2}})])
def test_as_much_as_is_allowed(spec: dict[str, Json]) -> None:
    assert check(xr(spec), MOST) == []


def test_without_bounds_any_amount_is_allowed() -> None:
    assert check(xr(worker(resources={"requests": {"cpu": "500", "memory": "4Ti"}})), {}) == []


@pytest.mark.parametrize("image", ["orders", "ghcr.io/example/orders:1.4.2", "ghcr.io/example/orders:latest"])
def test_an_image_without_a_digest(image: str) -> None:
    settings, said = (
        platform(policy={"imageDigest": True}),
        f"an image without a digest; got '{image}'; {SETTING}.imageDigest",
    )
    assert_rejects(worker(image=image), "spec.image", said, settings)
    init = worker(image=DIGEST, initContainer={"image": image})
    assert_rejects(init, "spec.initContainer.image", said, settings)
    assert check(xr(worker(image=image)), {}) == []


def test_an_image_with_a_digest() -> None:
    spec = worker(image=DIGEST, initContainer={"command": ["/migrate"]})
    assert check(xr(spec), platform(policy={"imageDigest": True})) == []
