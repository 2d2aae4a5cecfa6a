from function.base.manifest import Json, Manifest
from tests.documents import LOOSE, platform, worker
from tests.support import look, manifests

PLATFORM: Manifest = platform(
    policy={"podAnnotations": [""]},
    defaults={"overridable": ["annotations"], "pod": {"annotations": {"team": "a", "note": "b"}}},
)


def annotations(settings: Manifest, **own: Json) -> Json:
    found = manifests(worker(podAnnotations=own), settings)
    return look(found, "deployment.spec.template.metadata.annotations")


def test_those_of_the_claim_win() -> None:
    assert annotations(PLATFORM, note="c") == {"team": "a", "note": "c"}


def test_without_any_there_is_no_map() -> None:
    assert annotations(LOOSE) is None
