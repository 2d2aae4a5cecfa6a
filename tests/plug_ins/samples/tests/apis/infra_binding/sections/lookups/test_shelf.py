from function.apis.infra_binding.sections.lookups.shelf import Model
from function.base.manifest import Manifest
from tests.lookups import CHANGES, SHARED
from tests.plug_ins.cases import Cases

OTHERS: Manifest = {"room": "cellar", "most_books": 5, "books.most": 3, **CHANGES}
CASES = Cases(
    in_l5=False,
    whole={"type": "shelf", "room": "attic", "most_books": 3, "books": {}, **SHARED},
    changes=OTHERS,
    for_applications=OTHERS,
    refused=[("room", None), ("room", "Attic"), ("books", {"most": 4}), ("most_books", 0), ("uri", "shelf://a")],
)


def test_a_shelf_is_known_by_its_room() -> None:
    assert Model.model_validate(CASES.whole).physical("books", {}) == "attic"
