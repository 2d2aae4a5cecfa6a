from function.base.manifest import Manifest, at, mapping_at
from function.origins.changed import changed
from function.origins.inputs import Input

DOCUMENT: Manifest = {"kind": "A", "spec": {"n": 1, "env": [{"name": "A", "value": "x"}, {"name": "B"}], "other": True}}


def test_only_the_input_differs_and_at_last_it_is_gone() -> None:
    *values, last = changed(DOCUMENT, Input(("spec", "n"), 1))
    assert values == [{**DOCUMENT, "spec": {**mapping_at(DOCUMENT, "spec"), "n": other}} for other in (2, 0)]
    assert last == {"kind": "A", "spec": {"env": [{"name": "A", "value": "x"}, {"name": "B"}], "other": True}}


def test_an_item_of_a_list_keeps_its_place() -> None:
    first, *_, last = changed(DOCUMENT, Input(("spec", "env", 0, "value"), "x"))
    assert at(first, "spec", "env") == [{"name": "A", "value": "xx"}, {"name": "B"}]
    assert at(last, "spec", "env") == [{"name": "A"}, {"name": "B"}]


def test_a_whole_item_can_go() -> None:
    (last,) = list(changed({"spec": {"a": ["x", "y"]}}, Input(("spec", "a", 0), "x")))[-1:]
    assert last == {"spec": {"a": ["y"]}}


def test_a_field_that_is_not_written_is_added_with_the_objects_around_it() -> None:
    assert list(changed({}, Input(("spec", "probes", "path"), None, written=False))) == []
    assert next(changed({}, Input(("spec", "probes", "n"), 5, written=False))) == {"spec": {"probes": {"n": 6}}}


def test_a_default_is_written_out_first() -> None:
    sizes: Manifest = {"small": {"cpu": 1, "memory": 2}}
    found = Input(("spec", "sizes", "small", "cpu"), 1, written=False, around=(("spec", "sizes"), sizes))
    assert next(changed({}, found)) == {"spec": {"sizes": {"small": {"cpu": 2, "memory": 2}}}}


def test_the_document_itself_stays() -> None:
    before = str(DOCUMENT)
    assert list(changed(DOCUMENT, Input(("spec", "env", 0, "name"), "A")))
    assert str(DOCUMENT) == before
