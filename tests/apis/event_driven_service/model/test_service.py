import pytest

from function.base.manifest import Json
from tests.documents import LOOSE, worker
from tests.full import FULL
from tests.support import assert_rejects, manifests

IMAGE = "must be an image reference such as registry/name:tag or registry/name@sha256:…; got "
LABEL_VALUE = (
    "must be a label value: letters, digits, '-', '_' and '.', starting and ending with a letter or digit; got "
)
QUOTES = ". Hint: put the value in quotes, or YAML reads it as another type"


def below(depth: int) -> Json:
    value: Json = "bottom"
    for _ in range(depth):
        value = {"a": value}
    return value


@pytest.mark.parametrize("spec", [worker(), FULL, worker(size=None, scaling=None, env=None, metrics=None)])
def test_what_is_accepted(spec: dict[str, Json]) -> None:
    assert "deployment" in manifests(spec, LOOSE)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (None, "required field missing"),
        ("", IMAGE + "''"),
        ("image: ghcr.io/example/orders", IMAGE + "'image: ghcr.io/example/orders'"),
        ("ghcr.io/example/Orders:1", IMAGE + "'ghcr.io/example/Orders:1'"),
        ("ghcr.io/größe:1", IMAGE + "'ghcr.io/größe:1'"),
        ("orders:", IMAGE + "'orders:'"),
        ("orders@sha256:abc", IMAGE + "'orders@sha256:abc'"),
        ("https://ghcr.io/example/orders", IMAGE + "'https://ghcr.io/example/orders'"),
        ("a" * 513, "must be at most 512 characters long"),
        (1.5, "must be a string; got 1.5" + QUOTES),
        (True, "must be a string; got true" + QUOTES),
        (8080, "must be a string; got 8080" + QUOTES),
        ([], "must be a string; got a list"),
        (below(40), "must be a string; got an object"),
    ],
)
def test_an_image_that_is_none(value: Json, message: str) -> None:
    assert_rejects(worker(image=value), "spec.image", message)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("livenessProbe", "probes.liveness"),
        ("secret1Name", "secretRefs[].name"),
        ("minReplicas", "scaling.minReplicas"),
        ("maxReplicas", "scaling.maxReplicas"),
        ("lagThreshold", "scaling.lagThreshold"),
        ("stream", "nats.stream"),
        ("consumer", "nats.consumer"),
        ("imgae", "image"),
        ("httpport", "httpPort"),
        ("secretref", "secretRefs"),
    ],
)
def test_an_unknown_field_and_what_was_meant(name: str, meant: str) -> None:
    assert_rejects(worker(**{name: below(40)}), f"spec.{name}", f"unknown field; did you mean '{meant}'?")


@pytest.mark.parametrize("name", ["", "zzz", "größe", "a.b"])
def test_an_unknown_field_without_a_guess(name: str) -> None:
    assert_rejects(worker(**{name: 1}), f"spec.{name}", "unknown field. Hint: the API reference lists all fields")


@pytest.mark.parametrize(
    ("fields", "path", "message"),
    [
        ({"sessionAffinity": "Sticky"}, "sessionAffinity", "must be one of [None, ClientIP], got 'Sticky'"),
        ({"sessionAffinity": ""}, "sessionAffinity", "must be one of [None, ClientIP], got ''"),
        ({"size": 3}, "size", "must be a string; got 3" + QUOTES),
        (
            {"podLabels": {"a b": "x"}},
            "podLabels.a b",
            "must be a label key such as team or example.org/team; got 'a b'",
        ),
        (
            {"podLabels": {"a": "ö"}},
            "podLabels.a",
            LABEL_VALUE + "'ö'",
        ),
        ({"podAnnotations": {"a": True}}, "podAnnotations.a", "must be a string" + QUOTES),
        (
            {"serviceAccount": "orders"},
            "serviceAccount",
            "must be an object; got a string. Hint: write serviceAccount: {}",
        ),
        ({"env": [{"name": f"A{n}", "value": ""} for n in range(101)]}, "env", "must have at most 100 items"),
        ({"secretRefs": [{"name": "a", "envFrom": True}] * 21}, "secretRefs", "must have at most 20 items"),
    ],
)
def test_what_is_refused(fields: dict[str, Json], path: str, message: str) -> None:
    assert_rejects(worker(**fields), f"spec.{path}", message)
