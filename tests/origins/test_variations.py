from function.base.manifest import Json, Manifest, at, items_at
from function.origins.origins import Variation
from function.origins.variations import variations
from tests.documents import namespaced, platform, worker, xr

PATCH: Manifest = {"metadata": {"labels": {"a": "b"}}}
OVERLAYS: list[Json] = [{"name": name, "kinds": ["Deployment"], "patch": PATCH} for name in ("gpu", "b")]
SETTINGS = platform(defaultSize="small", overlays=OVERLAYS)


def found(document: Manifest, settings: Manifest) -> dict[str, Variation]:
    return {variation.name: variation for variation in variations(document, settings)}


def test_each_input_has_one_variation() -> None:
    several = list(variations(xr(worker(), labels={"team": "a"}), SETTINGS))
    assert len({variation.name for variation in several}) == len(several)


def test_the_claim_its_identity_settings_and_overlays_vary() -> None:
    names = found(xr(worker(), labels={"team": "a", "crossplane.io/claim-name": "orders"}), SETTINGS)
    expected = {
        "spec.image": "written",
        "spec.nats.stream": "written",
        "the default of spec.size": "unset",
        "metadata.name": "written",
        "metadata.namespace": "written",
        "metadata.labels.team": "written",
        "PlatformConfig.spec.defaultSize": "written",
        "the default of PlatformConfig.spec.sizes.small.requests.cpu": "platform",
        "overlay gpu": "overlay",
        "overlay b": "overlay",
    }
    assert {name: names[name].source for name in expected if name in names} == expected
    assert [name for name in names if "crossplane.io" in name or ".overlays" in name or "claimRef" in name] == []


def test_the_name_of_a_claim_is_in_its_reference() -> None:
    (document, _), *_ = found(xr(worker()), {})["metadata.name"].requests
    assert at(document, "spec", "claimRef", "name") == "ordersx"


def test_a_namespaced_composite_has_its_own_name() -> None:
    (document, _), *_ = found(namespaced(worker()), {})["metadata.namespace"].requests
    assert document["metadata"] == {"name": "orders", "namespace": "shopx"}


def test_one_overlay_is_left_out() -> None:
    ((_, settings),) = found(xr(worker()), SETTINGS)["overlay gpu"].requests
    assert [at(overlay, "name") for overlay in items_at(settings, "spec", "overlays")] == ["b"]


def test_invalid_settings_and_other_kinds_have_no_variations() -> None:
    assert list(variations(xr(worker()), platform(natsUrl="x"))) == []
    other = found({"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}}, {})
    assert [name for name in other if name.startswith(("spec.", "the default of spec."))] == []
