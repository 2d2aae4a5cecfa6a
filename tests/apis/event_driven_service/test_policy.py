import pytest

from function.base.manifest import Json
from tests.documents import namespaced, platform, worker, xr
from tests.support import assert_refused, assert_rejects, outcome

IMAGES = platform(images={"allowedRegistries": ["ghcr.io/example", "registry.example.org:5000/"]})
HINT = "Hint: push the image to an allowed registry, or ask the platform team to allow this one"


@pytest.mark.parametrize(
    "image",
    ["ghcr.io/example/orders:1", "ghcr.io/example/a/b@sha256:" + "0" * 64, "registry.example.org:5000/orders"],
)
def test_an_allowed_registry(image: str) -> None:
    assert outcome(xr(worker(image=image)), IMAGES).fatal is None


@pytest.mark.parametrize(
    "image", ["orders", "ghcr.io/example-evil/orders:1", "docker.io/ghcr.io/example/a", "registry.example.org:5001/a"]
)
def test_another_registry_is_refused(image: str) -> None:
    words = f"must come from one of [ghcr.io/example, registry.example.org:5000/]; got '{image}'. "
    assert_rejects(worker(image=image), "spec.image", words + HINT, IMAGES)


@pytest.mark.parametrize("allowed", ["docker.io/library", "docker.io", "index.docker.io/library/", "library/nginx"])
@pytest.mark.parametrize("image", ["nginx:1.27", "library/nginx", "docker.io/nginx", "docker.io/library/nginx:1.27"])
def test_docker_hub_by_any_of_its_names(allowed: str, image: str) -> None:
    assert outcome(xr(worker(image=image)), platform(images={"allowedRegistries": [allowed]})).fatal is None


@pytest.mark.parametrize(
    "image", ["nginx-evil:1", "example/nginx", "ghcr.io/library/nginx", "docker.io.evil.org/nginx"]
)
def test_what_only_resembles_docker_hub_is_refused(image: str) -> None:
    words = f"must come from one of [docker.io/library/nginx]; got '{image}'. "
    config = platform(images={"allowedRegistries": ["docker.io/library/nginx"]})
    assert_rejects(worker(image=image), "spec.image", words + HINT, config)


def test_the_init_containers_image_is_held_to_it_too() -> None:
    spec = worker(initContainer={"image": "migrations:1"})
    words = "must come from one of [ghcr.io/example, registry.example.org:5000/]; got 'migrations:1'. "
    assert_rejects(spec, "spec.initContainer.image", words + HINT, IMAGES)


@pytest.mark.parametrize("labels", [{}, {"team": ""}, {"Team": "checkout"}, None])
def test_a_required_label_that_is_missing(labels: Json) -> None:
    message = "metadata.labels.team: required label missing"
    assert_refused(xr(worker(), labels=labels), message, platform(labels={"required": ["team"]}))
    direct = platform(labels={"required": ["team"]}, delivery="direct")
    assert_refused(namespaced(worker(), labels=labels), message, direct)


@pytest.mark.parametrize(
    ("scaling", "path", "asked"),
    [
        ({"maxReplicas": 6}, "spec.scaling.maxReplicas", 6),
        ({"minReplicas": 6, "enabled": False}, "spec.scaling.minReplicas", 6),
    ],
)
def test_more_replicas_than_the_platform_allows(scaling: Json, path: str, asked: int) -> None:
    config = platform(scaling={"maxReplicas": 5})
    assert_rejects(worker(scaling=scaling), path, f"must be at most 5, the platform's limit; got {asked}", config)


def test_as_many_as_the_platform_allows() -> None:
    spec = worker(scaling={"minReplicas": 5, "maxReplicas": 5})
    assert outcome(xr(spec), platform(scaling={"maxReplicas": 5})).fatal is None


def test_everything_the_platform_refuses_is_told_in_one_go() -> None:
    registries: Json = {"allowedRegistries": ["ghcr.io/example"]}
    config = platform(labels={"required": ["team", "cost"]}, scaling={"maxReplicas": 5}, images=registries)
    spec = worker(image="orders", scaling={"maxReplicas": 6})
    paths = [problem.path for problem in outcome(xr(spec), config).problems]
    expected = ["metadata.labels.cost", "metadata.labels.team", "spec.image", "spec.scaling.maxReplicas"]
    assert paths == expected
