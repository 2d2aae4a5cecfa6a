import pytest

from function.apis.sidecar_token import STORE_OFF
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


@pytest.mark.parametrize("of_platform", [False, True])
def test_a_sidecar_that_no_binding_asks_for_opens_no_secret_store_either(of_platform: bool) -> None:
    request: Manifest = {"dapr.io/enabled": "true", "dapr.io/app-id": "a"}
    defaults: Json = {"overridable": ["annotations"], "pod": {"annotations": request if of_platform else {}}}
    found = annotations(
        platform(policy={"podAnnotations": ["dapr.io/app-", "dapr.io/enabled"]}, defaults=defaults),
        **({} if of_platform else request),
    )
    assert found == {**request, **STORE_OFF}


def test_a_claim_that_may_do_so_overrides_it() -> None:
    own: Manifest = {"dapr.io/enabled": "true", "dapr.io/disable-builtin-k8s-secret-store": "false"}
    assert annotations(PLATFORM, **own) == {"team": "a", "note": "b", **own}


@pytest.mark.parametrize("text", ["false", ""])
def test_without_a_sidecar_nothing_is_added(text: str) -> None:
    assert annotations(LOOSE, **{"dapr.io/enabled": text}) == {"dapr.io/enabled": text}


def test_without_any_there_is_no_map() -> None:
    assert annotations(LOOSE) is None
