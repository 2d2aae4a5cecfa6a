from function.base.manifest import Manifest
from function.origins.origin import Origin
from function.origins.origins import Documents, Variation, origins

XR: Manifest = {"image": "a:1", "size": "small"}
SETTINGS: Manifest = {"small": 1, "large": 2}
OBJECT: Manifest = {"image": "a:1", "tag": "1", "cpu": 1, "port": 80}


def render(xr: Manifest, settings: Manifest) -> Documents | None:
    """Return what a small function would make of a claim: an object, and another one for each size but small."""
    image, size = str(xr["image"]), str(xr["size"])
    if size not in settings:
        return None
    made: Manifest = {"image": image, "tag": image.rpartition(":")[2], "cpu": settings[size], "port": 80}
    return {"main": made} if size == "small" else {"main": made, "extra": {"size": size}}


def varied(name: str, value: str, *xrs: Manifest) -> Variation:
    return Variation(name, "written", value, [({**XR, **xr}, SETTINGS) for xr in xrs])


def test_a_value_depends_on_the_inputs_that_change_it() -> None:
    image, size = varied("image", "a:1", {"image": "a:2"}), varied("size", "small", {"size": "large"})
    assert origins({"main": OBJECT}, [image, size], render) == {
        "main": {
            "image": [Origin("image", "written", same=True)],
            "tag": [Origin("image", "written")],
            "cpu": [Origin("size", "written")],
            "port": [],
        }
    }


def test_the_next_value_is_tried_if_one_is_rejected() -> None:
    found = origins({"main": OBJECT}, [varied("size", "small", {"size": "none"}, {"size": "large"})], render)
    assert found["main"]["cpu"] == [Origin("size", "written")]


def test_without_an_accepted_value_nothing_is_known() -> None:
    found = origins({"main": OBJECT}, [varied("size", "small", {"size": "none"})], render)
    assert found["main"] == {"image": [], "tag": [], "cpu": [], "port": []}


def test_an_object_that_is_gone_says_nothing_about_its_values() -> None:
    whole: dict[str, Manifest] = {"main": OBJECT, "extra": {"size": "large"}}
    found = origins(whole, [varied("size", "large", {"size": "small"})], render)
    assert found["extra"] == {"size": []}


def test_a_number_is_not_the_same_as_a_truth_value() -> None:
    found = origins(
        {"main": OBJECT},
        [Variation(name="one", source="written", value=True, requests=[({**XR, "size": "large"}, SETTINGS)])],
        render,
    )
    assert found["main"]["cpu"] == [Origin("one", "written")]


def test_a_value_that_is_gone_is_marked() -> None:
    found = origins({"main": {**OBJECT, "more": 1}}, [varied("image", "a:1", {"image": "a:2"})], render)
    assert found["main"]["more"] == [Origin("image", "written", gone=True)]
