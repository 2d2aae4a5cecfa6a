from function.base.manifest import text_at
from tools.fuzz.scenes import scenes, valid, words


def test_both_apis_and_both_scopes_are_begun_with() -> None:
    kinds = {text_at(scene.xr, "kind") for scene in valid()}
    assert kinds == {"EventDrivenService", "XEventDrivenService", "InfraBinding", "XInfraBinding"}


def test_recorded_states_bring_pods_and_live_objects() -> None:
    assert any(scene.required.get("pods") for scene in scenes())
    assert any(not scene.observed for scene in scenes())
    assert sum(bool(scene.observed) for scene in scenes()) > 40


def test_a_number_of_one_byte_chooses_any_of_them() -> None:
    assert len(valid()) < len(scenes()) <= 256


def test_words_are_fields_keys_and_texts() -> None:
    assert {"minReplicas", "streams", "deployment", "PlatformConfig", "ReconcileError"} <= set(words())
    assert max(map(len, words())) <= 64
