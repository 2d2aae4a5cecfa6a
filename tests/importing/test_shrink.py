"""Fields that change nothing are left out."""

from function.base.manifest import Manifest, at
from function.importing.shrink import shrunk


def test_what_changes_nothing_is_left_out_and_the_rest_stays() -> None:
    spec: Manifest = {"a": {"b": 1, "c": 2}, "d": {"e": 3}, "f": []}
    assert shrunk(spec, lambda found: at(found, "a", "c")) == {"a": {"c": 2}}


def test_the_size_goes_last() -> None:
    spec: Manifest = {"size": "small", "resources": {"cpu": 1}}

    def result(found: Manifest) -> object:
        return at(found, "resources", "cpu") or {"small": 1, None: 2}[found.get("size")]  # type: ignore[index]  # JSON

    assert shrunk(spec, result) == {"size": "small"}


def test_a_spec_that_is_not_valid_stays() -> None:
    assert shrunk({"a": 1}, lambda _: None) == {"a": 1}


def test_nothing_becomes_invalid() -> None:
    assert shrunk({"a": 1}, lambda found: found or None) == {"a": 1}
